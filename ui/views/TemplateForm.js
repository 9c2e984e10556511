// A template: where it belongs, what it is called, what it says in each language.

import { h } from "preact";
import { useState } from "preact/hooks";
import { html } from "../html.js";
import { closeDialog, say, session } from "../state/app.js";
import { chosen, saveTemplate, shown } from "../state/template-desk.js";
import { Dialog } from "./Dialog.js";
import { TemplateText } from "./TemplateText.js";

/** A new template is begun in these, the screen's own first. */
const LANGUAGES = ["fr", "en"];

export function TemplateForm() {
  const words = say.value;
  const template = chosen.value;
  const places = shown.value?.places ?? [];
  const [title, setTitle] = useState(template?.title ?? "");
  const [category, setCategory] = useState(template?.category ?? "");
  const [department, setDepartment] = useState(template ? template.place.department : places[0]?.department ?? null);
  const [texts, setTexts] = useState(/** @type {[string, string][]} */ (template ? Object.entries(template.texts) : fresh()));
  const [error, setError] = useState(/** @type {string | null} */ (null));

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const tags = texts.map(([tag]) => tag.trim());
    const twice = tags.find((tag, index) => tags.indexOf(tag) !== index);
    if (twice !== undefined) return setError(words("error-import-twice", { name: twice }));
    const written = Object.fromEntries(texts.filter(([, text]) => text.trim()).map(([tag, text]) => [tag.trim(), text]));
    setError(await saveTemplate({ id: template?.id ?? null, department, category, title, texts: written }));
  }
  /** @param {number} index @param {[string, string] | null} text */
  const change = (index, text) => setTexts(texts.flatMap((other, at) => (at === index ? (text ? [text] : []) : [other])));
  return h(Dialog, { title: words(template ? "template-change" : "template-new"), wide: true, children: html`
    <form onSubmit=${submit}>
      <div class="pair">
        <label>${words("template-title")}<input required autofocus maxlength="80" dir="auto" value=${title} onInput=${(/** @type {any} */ event) => setTitle(event.currentTarget.value)} /></label>
        <label>${words("template-category")}<input required maxlength="40" dir="auto" list="template-categories" value=${category} onInput=${(/** @type {any} */ event) => setCategory(event.currentTarget.value)} /></label>
        <datalist id="template-categories">${shown.value?.categories.map((name) => html`<option value=${name}></option>`)}</datalist>
      </div>
      <label>${words("template-place")}
        <select onChange=${(/** @type {any} */ event) => setDepartment(event.currentTarget.value || null)}>
          ${places.map((place) => html`<option value=${place.department ?? ""} selected=${place.department === department}>${place.name ?? words("whole-company")}</option>`)}
        </select></label>
      ${texts.map(([tag, text], index) => h(TemplateText, { key: index, tag, text, single: texts.length === 1, change: (now) => change(index, now) }))}
      <div><button type="button" class="btn" onClick=${() => setTexts([...texts, ["", ""]])}>${words("template-add-language")}</button></div>
      ${error && html`<p class="error" role="alert">${error}</p>`}
      <footer><button type="button" class="btn" onClick=${closeDialog}>${words("cancel")}</button>
        <button type="submit" class="btn primary">${words("save")}</button></footer>
    </form>` });
}

/** @returns {[string, string][]} */
function fresh() {
  const own = session.value?.language ?? "fr";
  return [own, ...LANGUAGES.filter((tag) => tag !== own)].map((tag) => [tag, ""]);
}
