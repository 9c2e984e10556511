// When somebody is there: times of the week, in a time zone, but for holidays.

import { h } from "preact";
import { html } from "../../html.js";
import { locale, say } from "../../state/app.js";
import { Icon } from "../icons.js";
import { clockOf, minutesOf, WEEK, weekday, zones } from "../../lib/hours.js";

/** @typedef {import("../../types/view.js").OfficeHours} OfficeHours */

/** @param {{ hours: OfficeHours, change: (hours: OfficeHours) => void }} props */
export function Hours({ hours, change }) {
  const words = say.value;
  const week = hours.week;
  /** @template T @param {T[]} list @param {number} index @param {Partial<T>} with_ */
  const changed = (list, index, with_) => list.map((other, at) => (at === index ? { ...other, ...with_ } : other));
  /** @template T @param {T[]} list @param {number} index */
  const without = (list, index) => list.filter((_, at) => at !== index);
  /** @param {string} label @param {() => void} remove */
  const cross = (label, remove) => html`<button type="button" class="btn icon" aria-label=${label} onClick=${remove}>${h(Icon, { name: "x" })}</button>`;
  return html`
    <fieldset class="plain hours"><legend>${words("admin-hours")}</legend>
      <label>${words("admin-zone")}
        <select onChange=${(/** @type {any} */ event) => change({ ...hours, zone: event.currentTarget.value })}>
          ${zones(hours.zone).map((zone) => html`<option value=${zone} selected=${zone === hours.zone}>${zone.replaceAll("_", " ")}</option>`)}
        </select></label>
      <label class="option"><input type="checkbox" checked=${week === null} onChange=${(/** @type {any} */ event) => change({ ...hours, week: event.currentTarget.checked ? null : WEEK })} /><span>${words("admin-hours-always")}</span></label>
      ${week?.map((open, index) => html`
        <div class="times" key=${index}>
          <select aria-label=${words("admin-day")} onChange=${(/** @type {any} */ event) => change({ ...hours, week: changed(week, index, { day: Number(event.currentTarget.value) }) })}>
            ${[1, 2, 3, 4, 5, 6, 7].map((day) => html`<option value=${day} selected=${day === open.day}>${weekday(day, locale.value)}</option>`)}
          </select>
          <input type="time" required aria-label=${words("admin-from")} value=${clockOf(open.from)} onInput=${(/** @type {any} */ event) => change({ ...hours, week: changed(week, index, { from: minutesOf(event.currentTarget.value) }) })} />
          <span aria-hidden="true">–</span>
          <input type="time" required aria-label=${words("admin-to")} value=${clockOf(open.to)} onInput=${(/** @type {any} */ event) => change({ ...hours, week: changed(week, index, { to: minutesOf(event.currentTarget.value) }) })} />
          ${open.to <= open.from && html`<small>${words("admin-next-day")}</small>`}
          ${cross(words("admin-times-remove"), () => change({ ...hours, week: without(week, index) }))}
        </div>`)}
      ${week && html`<div><button type="button" class="btn" onClick=${() => change({ ...hours, week: [...week, { day: week.at(-1)?.day ?? 1, from: 540, to: 1080 }] })}>${words("admin-times-add")}</button></div>`}
      <p class="legend">${words("admin-holidays")}</p>
      ${hours.holidays.map((holiday, index) => html`
        <div class="times" key=${index}>
          <input type="date" required aria-label=${words("admin-date")} value=${holiday.date} onInput=${(/** @type {any} */ event) => change({ ...hours, holidays: changed(hours.holidays, index, { date: event.currentTarget.value }) })} />
          <input aria-label=${words("admin-holiday-name")} placeholder=${words("admin-holiday-name")} maxlength="80" value=${holiday.name} onInput=${(/** @type {any} */ event) => change({ ...hours, holidays: changed(hours.holidays, index, { name: event.currentTarget.value }) })} />
          ${cross(words("admin-holiday-remove"), () => change({ ...hours, holidays: without(hours.holidays, index) }))}
        </div>`)}
      <div><button type="button" class="btn" onClick=${() => change({ ...hours, holidays: [...hours.holidays, { date: "", name: "" }] })}>${words("admin-holiday-add")}</button></div>
    </fieldset>`;
}
