// Before a visitor is kept out: for how long, why, and who else is meant.

import { h } from "preact";
import { html } from "../html.js";
import { short } from "../lib/time.js";
import { closeDialog, locale, now, say } from "../state/app.js";
import { blockVisitor } from "../state/blocking.js";
import { thread } from "../state/thread.js";
import { Dialog } from "./Dialog.js";
import { useVisit } from "./useVisit.js";

/** In hours; the last until somebody revokes it. */
const PERIODS = [1, 24, 168, 720, 0];
const USUAL = 720;

export function BlockVisitor() {
  const words = say.value;
  const head = thread.value;
  const visit = useVisit(head?.id);
  const never = visit?.blocking === "protected" || visit?.blocking === "unknown";

  /** @param {SubmitEvent & { currentTarget: HTMLFormElement }} event */
  function submit(event) {
    event.preventDefault();
    const terms = new FormData(event.currentTarget);
    void blockVisitor({ reason: String(terms.get("reason") ?? ""), hours: Number(terms.get("period")) || null });
  }

  return h(Dialog, { title: words("block-title", { name: head?.name ?? "" }), children: html`
    <form onSubmit=${submit}>
      <p>${words("block-about")}</p>
      <div role="status">
        ${never && html`<p class="warning">${words(`block-${visit.blocking}`)}</p>`}
        ${visit?.blocking === "blocked" && html`<p class="warning">${visit.until ? words("block-until", { time: short(visit.until, now.value, locale.value) }) : words("block-forever")}</p>`}
        ${!never && visit?.facts && html`<p>${words("block-address", { address: visit.facts.address, count: visit.others })}</p>`}
      </div>
      <label>${words("block-period")}<select name="period" disabled=${never}>
        ${PERIODS.map((hours) => html`<option key=${hours} value=${hours} selected=${hours === USUAL}>${words(`block-hours-${hours}`)}</option>`)}
      </select></label>
      <label>${words("block-reason")}<input name="reason" dir="auto" maxlength="120" disabled=${never} /></label>
      <footer><button type="button" class="btn" autofocus onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn danger" disabled=${never}>${words("block-do")}</button></footer>
    </form>` });
}
