// A template's text in one language, with the variables it may use.

import { h } from "preact";
import { useRef } from "preact/hooks";
import { html } from "../html.js";
import { say } from "../state/app.js";
import { shown } from "../state/template-desk.js";
import { Icon } from "./icons.js";

/** @param {{ tag: string, text: string, single: boolean, change: (text: [string, string] | null) => void }} props */
export function TemplateText({ tag, text, single, change }) {
  const words = say.value;
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));

  /** @param {string} name */
  function add(name) {
    box.current?.focus();
    document.execCommand("insertText", false, `{{${name}}}`);
  }
  return html`
    <fieldset class="template-text">
      <legend class="spoken">${words("template-in", { language: tag || "?" })}</legend>
      <div class="top">
        <label class="tag">${words("language-code")}<input required pattern="[a-z]{2,3}(-[A-Z]{2})?" maxlength="6" size="6" spellcheck="false" title=${words("language-code-about")}
          value=${tag} onInput=${(/** @type {any} */ event) => change([event.currentTarget.value, text])} /></label>
        ${!single && html`<button type="button" class="btn icon" aria-label=${words("template-remove-language", { language: tag || "?" })} onClick=${() => change(null)}>${h(Icon, { name: "x" })}</button>`}
      </div>
      <div class="variables" role="group" aria-label=${words("variables")}>
        ${shown.value?.variables.map((name) => html`<button type="button" class="field" title="{{${name}}}" onClick=${() => add(name)}>${words(`variable-${name.replace(".", "-")}`)}</button>`)}
      </div>
      <textarea rows="4" dir="auto" maxlength="4096" ref=${box} lang=${tag} aria-label=${words("template-in", { language: tag || "?" })}
        value=${text} onInput=${(/** @type {any} */ event) => change([tag, event.currentTarget.value])}></textarea>
    </fieldset>`;
}
