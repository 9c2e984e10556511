// The members of a queue in their order, and how well each knows the matter.

import { h } from "preact";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { Icon } from "../icons.js";

/** @typedef {{ members: string[], skills: Record<string, number> }} Team */

/** @param {{ agents: import("../../types/view.js").ManagedAgent[], team: Team, skilled: boolean, change: (team: Team) => void }} props */
export function Members({ agents, team, skilled, change }) {
  const words = say.value;
  const { members, skills } = team;
  const name = (/** @type {string} */ id) => agents.find((agent) => agent.id === id)?.name ?? id;
  const others = agents.filter((agent) => agent.active && !members.includes(agent.id));
  /** @param {number} index @param {1 | -1} step */
  function move(index, step) {
    const order = [...members];
    const [moved] = order.splice(index, 1);
    if (moved) order.splice(index + step, 0, moved);
    change({ ...team, members: order });
  }
  return html`
    <fieldset class="plain"><legend>${words("admin-queue-team")}</legend>
      ${members.length === 0 && html`<p class="warning">${words("admin-queue-nobody")}</p>`}
      <ol class="entries team">
        ${members.map((id, index) => html`
          <li key=${id}><span class="what" dir="auto">${name(id)}</span>
            ${skilled && html`<select aria-label=${words("admin-skill-of", { name: name(id) })} onChange=${(/** @type {any} */ event) => change({ ...team, skills: { ...skills, [id]: Number(event.currentTarget.value) } })}>
              ${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((skill) => html`<option value=${skill} selected=${(skills[id] ?? 1) === skill}>${words("admin-skill", { skill })}</option>`)}
            </select>`}
            <button type="button" class="btn icon" disabled=${index === 0} aria-label=${words("admin-member-up", { name: name(id) })} onClick=${() => move(index, -1)}>${h(Icon, { name: "up" })}</button>
            <button type="button" class="btn icon" disabled=${index === members.length - 1} aria-label=${words("admin-member-down", { name: name(id) })} onClick=${() => move(index, 1)}>${h(Icon, { name: "down" })}</button>
            <button type="button" class="btn icon" aria-label=${words("admin-member-remove", { name: name(id) })} onClick=${() => change({ ...team, members: members.filter((other) => other !== id) })}>${h(Icon, { name: "x" })}</button>
          </li>`)}
      </ol>
      ${others.length > 0 && html`
        <select aria-label=${words("admin-member-add")} value="" onChange=${(/** @type {any} */ event) => { const id = event.currentTarget.value; event.currentTarget.value = ""; if (id) change({ ...team, members: [...members, id] }); }}>
          <option value="" selected>${words("admin-member-add")}</option>
          ${others.map((agent) => html`<option value=${agent.id}>${agent.name}</option>`)}
        </select>`}
    </fieldset>`;
}
