// What a website carries so that it shows the chat, and whether it does.

import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { html } from "../../html.js";
import { locale, say } from "../../state/app.js";
import { copyText, installations } from "../../state/administration.js";
import { Icon } from "../icons.js";

/** Between two looks at whether it is installed. */
const AGAIN = 3000;

/** @param {{ account: import("../../types/view.js").Account, hub: string }} props */
export function Snippet({ account, hub }) {
  const words = say.value;
  const key = account.public_key ?? "";
  const corner = account.widget?.corner === "left" ? ' data-corner="left"' : "";
  const code = `<script async src="${hub}/widget/v1/loader.js?account=${key}" data-account="${key}"${corner}></script>`;
  const [seen, setSeen] = useState(/** @type {import("../../types/view.js").InstalledOn[] | null} */ (null));
  useEffect(() => {
    let current = true;
    const look = () => void installations(account.id).then((found) => { if (current && found) setSeen(found); });
    look();
    const timer = setInterval(look, AGAIN);
    return () => { current = false; clearInterval(timer); };
  }, [account.id]);
  const when = (/** @type {number} */ at) => new Date(at).toLocaleString(locale.value, { dateStyle: "medium", timeStyle: "short" });
  return html`
    <fieldset class="plain"><legend>${words("admin-snippet")}</legend>
      <p class="about">${words("admin-snippet-about")}</p>
      <div class="copyable"><textarea readonly rows="3" aria-label=${words("admin-snippet")} value=${code}></textarea>
        <button type="button" class="btn" onClick=${() => copyText(code)}>${h(Icon, { name: "copy" })}${words("copy")}</button></div>
      <div role="status"><ul class="installed">
        ${seen?.length === 0 && html`<li>${h(Icon, { name: "clock" })}<span>${words("admin-not-installed")}</span></li>`}
        ${seen?.map(({ site, seen: at }) => html`<li key=${site}>${h(Icon, { name: "check" })}<span>${words("admin-installed", { site, when: when(at) })}</span></li>`)}
      </ul></div>
    </fieldset>`;
}
