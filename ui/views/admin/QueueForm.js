// A queue: who shares it, whom it rings, who becomes owner, and what happens when nobody answers.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { company, idOf, save } from "../../state/administration.js";
import { FormDialog } from "./FormDialog.js";
import { Members } from "./Members.js";

/** @typedef {import("../../types/view.js").Queue} Queue */

const STRATEGIES = ["ring_all", "hunt", "hunt_random_start", "round_robin", "longest_waiting", "least_busy", "fewest_answered", "hunt_by_threes",
  "first_three_available", "skill_ring_all", "skill_random", "skill_round_robin", "skill_fewest_answered"];

/** A new queue rings all; the first answer takes. */
const FRESH = { extension: null, department: null, members: [], skills: {}, strategy: "ring_all", offered_only: false, ownership: "first_answer",
  capacity: null, ring_secs: 60, widen_secs: null, longest_wait_secs: null, unanswered: "keep_ringing", lease_secs: null };

/** @param {{ row: Queue | null }} props */
export function QueueForm({ row }) {
  const words = say.value;
  const known = company.value;
  const places = known?.may.queue_places ?? [];
  const [queue, setQueue] = useState(/** @type {any} */ (row ?? { ...FRESH, name: "", department: places[0] ?? null }));
  if (!known) return null;
  /** @param {Record<string, unknown>} with_ */
  const change = (with_) => setQueue({ ...queue, ...with_ });
  /** @param {string} key @param {string[]} options */
  const choice = (key, options) => html`
    <label>${words(`admin-queue-${key}`)}
      <select onChange=${(/** @type {any} */ event) => change({ [key]: event.currentTarget.value })}>
        ${options.map((option) => html`<option value=${option} selected=${queue[key] === option}>${words(`${key}-${option}`)}</option>`)}
      </select></label>`;
  /** @param {string} key @param {string} none @param {number} least @param {number} most */
  const number = (key, none, least, most) => html`
    <label>${words(`admin-queue-${key}`)}<input type="number" min=${least} max=${most} required=${key === "ring_secs"} placeholder=${none && words(none)} value=${queue[key] ?? ""}
      onInput=${(/** @type {any} */ event) => change({ [key]: event.currentTarget.value ? Number(event.currentTarget.value) : null })} /></label>`;
  const others = known.queues.filter((other) => other.id !== row?.id);
  const unanswered = typeof queue.unanswered === "string" ? queue.unanswered : queue.unanswered.next_queue;
  const skilled = queue.strategy.startsWith("skill");
  return h(FormDialog, {
    title: words(row ? "admin-queue-change" : "admin-queue-new"),
    onSave: async () => save({ do: "put_queue", queue: { ...queue, id: await idOf(row) } }),
    children: html`
      <div class="pair">
        <label>${words("contact-name")}<input dir="auto" required maxlength="120" autofocus value=${queue.name} onInput=${(/** @type {any} */ event) => change({ name: event.currentTarget.value })} /></label>
        <label>${words("extension")}<input inputmode="tel" maxlength="12" pattern="[0-9*#]*" value=${queue.extension ?? ""} onInput=${(/** @type {any} */ event) => change({ extension: event.currentTarget.value || null })} /></label>
        <label>${words("template-place")}
          <select onChange=${(/** @type {any} */ event) => change({ department: event.currentTarget.value || null })}>
            ${places.map((place) => html`<option value=${place ?? ""} selected=${place === queue.department}>${known.departments.find((department) => department.id === place)?.name ?? words("whole-company")}</option>`)}
          </select></label>
      </div>
      ${h(Members, { agents: known.agents, team: queue, skilled, change })}
      <fieldset class="plain"><legend>${words("admin-queue-distribution")}</legend>
        <div class="pair">${choice("strategy", STRATEGIES)}${choice("ownership", ["first_answer", "take_by_hand", "assign"])}</div>
        <p class="about">${words(`strategy-about-${queue.strategy}`)}</p>
        <div class="pair">
          ${number("ring_secs", "", 5, 3600)}${skilled && number("widen_secs", "admin-as-ring", 5, 604800)}
          ${number("capacity", "admin-no-limit", 1, 1000)}${number("longest_wait_secs", "admin-no-limit", 5, 604800)}
          <label>${words("admin-queue-unanswered")}
            <select onChange=${(/** @type {any} */ event) => { const to = event.currentTarget.value; change({ unanswered: to === "keep_ringing" || to === "away_text" ? to : { next_queue: to } }); }}>
              ${["keep_ringing", "away_text"].map((option) => html`<option value=${option} selected=${unanswered === option}>${words(`unanswered-${option}`)}</option>`)}
              ${others.map((other) => html`<option value=${other.id} selected=${unanswered === other.id}>${words("unanswered-next", { name: other.name })}</option>`)}
            </select></label>
          ${number("lease_secs", "admin-lease-none", 5, 604800)}
        </div>
        <label class="option"><input type="checkbox" checked=${queue.offered_only} onChange=${(/** @type {any} */ event) => change({ offered_only: event.currentTarget.checked })} />
          <span>${words("admin-queue-offered_only")}<small>${words("admin-queue-offered_only-about")}</small></span></label>
      </fieldset>` });
}
