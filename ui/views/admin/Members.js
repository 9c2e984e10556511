// The members of a queue in their order, and how well each knows the matter.

import { h } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { Icon } from "../icons.js";

/** @typedef {{ members: string[], skills: Record<string, number> }} Team */

/** @param {{ agents: import("../../types/view.js").ManagedAgent[], team: Team, skilled: boolean, change: (team: Team) => void }} props */
export function Members({ agents, team, skilled, change }) {
  const words = say.value;
  const { members, skills } = team;
  const [chosen, choose] = useState("");
  const adder = useRef(/** @type {HTMLSelectElement | null} */ (null));
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const pressed = useRef(/** @type {{ id: string, action: "up" | "down" | "remove" } | null} */ (null));
  const name = (/** @type {string} */ id) => agents.find((agent) => agent.id === id)?.name ?? id;
  const others = agents.filter((agent) => agent.active && !members.includes(agent.id));
  const added = others.some((agent) => agent.id === chosen) ? chosen : others[0]?.id;
  // A button that moves or goes loses the keyboard: it follows, or goes on where one is added.
  useLayoutEffect(() => {
    const { id, action } = pressed.current ?? {};
    pressed.current = null;
    if (action === "remove") adder.current?.focus();
    else if (id) /** @type {HTMLElement | null} */ (list.current?.querySelector(`[data-id="${id}"] .${action}`))?.focus();
  }, [members]);
  /** @param {number} index @param {1 | -1} step */
  function move(index, step) {
    if (index + step < 0 || index + step >= members.length) return;
    const order = [...members];
    const [moved] = order.splice(index, 1);
    if (moved) order.splice(index + step, 0, moved);
    pressed.current = { id: members[index], action: step < 0 ? "up" : "down" };
    change({ ...team, members: order });
  }
  /** @param {string} id */
  function remove(id) {
    pressed.current = { id, action: "remove" };
    change({ ...team, members: members.filter((other) => other !== id) });
  }
  return html`
    <fieldset class="plain"><legend>${words("admin-queue-team")}</legend>
      ${members.length === 0 && html`<p class="warning">${words("admin-queue-nobody")}</p>`}
      <ol class="entries team" ref=${list}>
        ${members.map((id, index) => html`
          <li key=${id} data-id=${id}><span class="what" dir="auto">${name(id)}</span>
            ${skilled && html`<select aria-label=${words("admin-skill-of", { name: name(id) })} onChange=${(/** @type {any} */ event) => change({ ...team, skills: { ...skills, [id]: Number(event.currentTarget.value) } })}>
              ${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((skill) => html`<option value=${skill} selected=${(skills[id] ?? 1) === skill}>${words("admin-skill", { skill })}</option>`)}
            </select>`}
            <button type="button" class="btn icon up" aria-disabled=${index === 0} aria-label=${words("admin-member-up", { name: name(id) })} onClick=${() => move(index, -1)}>${h(Icon, { name: "up" })}</button>
            <button type="button" class="btn icon down" aria-disabled=${index === members.length - 1} aria-label=${words("admin-member-down", { name: name(id) })} onClick=${() => move(index, 1)}>${h(Icon, { name: "down" })}</button>
            <button type="button" class="btn icon" aria-label=${words("admin-member-remove", { name: name(id) })} onClick=${() => remove(id)}>${h(Icon, { name: "x" })}</button>
          </li>`)}
      </ol>
      ${others.length > 0 && html`<div class="adder">
        <select aria-label=${words("admin-member-add")} ref=${adder} onChange=${(/** @type {any} */ event) => choose(event.currentTarget.value)}>
          ${others.map((agent) => html`<option key=${agent.id} value=${agent.id} selected=${agent.id === added}>${agent.name}</option>`)}
        </select>
        <button type="button" class="btn" onClick=${() => added && change({ ...team, members: [...members, added] })}>${words("admin-member-add")}</button></div>`}
    </fieldset>`;
}
