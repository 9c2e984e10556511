// Templates in the text that is being written: the panel, the `/`, and the fields that are still to be filled.

import { h } from "preact";
import { useState } from "preact/hooks";
import { fieldsIn, nextField } from "../lib/fields.js";
import { slashAt } from "../lib/slash.js";
import { type } from "../lib/typed.js";
import { say } from "../state/app.js";
import { notify } from "../state/notices.js";
import { fillTemplate } from "../state/templates.js";
import { FieldMarks } from "./FieldMarks.js";
import { FieldsLeft } from "./FieldsLeft.js";
import { SlashMenu } from "./SlashMenu.js";
import { TemplatePanel } from "./TemplatePanel.js";
import { useFound } from "./useFound.js";

/** @typedef {import("../types/view.js").TemplateRow} TemplateRow */
/** @typedef {{ from: number, to: number }} Place */

const ROWS = 8;

/** @param {{ head: import("../types/view.js").Thread, box: { current: HTMLTextAreaElement | null }, text: string, blocked: boolean, note: boolean }} props */
export function useTemplating({ head, box, text, blocked, note }) {
  const [slash, setSlash] = useState(/** @type {ReturnType<typeof slashAt>} */ (null));
  /** The `/` that Escape left as it is. */
  const [left, setLeft] = useState(/** @type {number | null} */ (null));
  const menu = useFound(slash && { search: slash.search, limit: ROWS });
  const shows = Boolean(slash) && menu.rows.length > 0;
  const fields = note ? [] : fieldsIn(text);

  /** @param {TemplateRow} row @param {Place} [place] the selection without it */
  async function insert(row, place) {
    setSlash(null);
    const own = box.current;
    const at = place ?? { from: own?.selectionStart ?? 0, to: own?.selectionEnd ?? 0 };
    const filled = await fillTemplate(head.id, row);
    if (!filled || !own || box.current !== own) return;
    type(own, filled.text, at);
    const first = filled.fields[0];
    if (first) select({ from: at.from + first.from, to: at.from + first.to });
  }

  /** @param {Place} place */
  function select({ from, to }) {
    box.current?.focus();
    box.current?.setSelectionRange(from, to);
  }

  /** The caret moved, or something was typed. */
  function moved() {
    const own = box.current;
    const found = own && own.selectionStart === own.selectionEnd ? slashAt(own.value, own.selectionStart) : null;
    if (!found) setLeft(null);
    setSlash(found && found.from !== left ? found : null);
  }

  /** Keys that only move the caret are no input. @param {KeyboardEvent} event */
  function released(event) {
    if (/^(Arrow|Home|End|Page)/.test(event.key)) moved();
  }

  /** @param {KeyboardEvent} event @returns {boolean} was it for a template? */
  function keys(event) {
    if (event.isComposing) return false;
    if (slash && shows && menuKeys(event, slash)) return true;
    const own = box.current;
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey || !own) return false;
    const next = note ? undefined : nextField(own.value, { from: own.selectionStart, to: own.selectionEnd }, event.shiftKey);
    if (!next) return false;
    event.preventDefault();
    select(next);
    return true;
  }

  /** @param {KeyboardEvent} event @param {NonNullable<typeof slash>} at */
  function menuKeys(event, at) {
    if (menu.arrows(event)) return true;
    const plain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!plain || !["Enter", "Tab", "Escape"].includes(event.key)) return false;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") {
      setLeft(at.from);
      setSlash(null);
    } else if (menu.row) {
      void insert(menu.row, at);
    }
    return true;
  }

  /** A text with a field left does not leave; the agent is led there. */
  function keepsBack() {
    const [first] = fields;
    if (!first) return false;
    notify({ key: "field-left", text: say.value("error-field-left", { name: say.value(`variable-${first.name.replace(".", "-")}`) }), alert: true });
    select(first);
    return true;
  }

  return {
    moved, released, keys, keepsBack,
    attributes: shows ? { "aria-autocomplete": "list", "aria-controls": "slash-list", "aria-activedescendant": `slash-list-${menu.at}` } : {},
    button: h(TemplatePanel, { insert, blocked }),
    above: fields.length > 0 && h(FieldsLeft, { fields, select }),
    marks: fields.length > 0 && h(FieldMarks, { text, fields, box }),
    scrolled: () => { const marks = box.current?.previousElementSibling; if (marks && box.current) marks.scrollTop = box.current.scrollTop; },
    menu: slash && shows && box.current && h(SlashMenu, { box: box.current, from: slash.from, rows: menu.rows, at: menu.at, choose: (row) => void insert(row, slash) }),
    hide: () => setSlash(null),
  };
}
