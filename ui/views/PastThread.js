// An earlier conversation, to be read only.

import { h } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { html } from "../html.js";
import { beginsDay } from "../lib/timeline.js";
import { day } from "../lib/time.js";
import { locale, now, say } from "../state/app.js";
import { leavePast, morePast } from "../state/information.js";
import { Icon } from "./icons.js";
import { Line } from "./Line.js";

/** @param {{ past: import("../state/information.js").Past }} props */
export function PastThread({ past }) {
  const words = say.value;
  const { row, lines, before } = past;
  const back = useRef(/** @type {HTMLButtonElement | null} */ (null));
  useEffect(() => back.current?.focus(), [row.id]);
  return html`
    <section class="past-thread" aria-labelledby="past-title">
      <button type="button" class="btn" ref=${back} onClick=${leavePast}>${h(Icon, { name: "back" })}${words("history-back")}</button>
      <h3 id="past-title">${[row.agents.join(", "), row.queue, words(`past-${row.outcome}`)].filter(Boolean).join(" · ")}</h3>
      ${before && html`<button type="button" class="btn" onClick=${morePast}>${words("past-older")}</button>`}
      ${lines === null ? html`<p class="hint" aria-busy="true">${words("loading")}</p>` : html`
        <ol aria-labelledby="past-title">${lines.flatMap((line, index) => [
          beginsDay(lines, index) && html`<li class="day" key=${`day ${line.id}`}>${day(line.at, now.value, locale.value)}</li>`,
          h(Line, { key: line.id, line, read: true }),
        ])}</ol>`}
    </section>`;
}
