// Where a character of a text box is on the screen. No engine tells: a copy of the box is laid out and asked.

const SAME = [
  "boxSizing", "inlineSize", "paddingBlockStart", "paddingBlockEnd", "paddingInlineStart", "paddingInlineEnd", "borderInlineStartWidth",
  "borderInlineEndWidth", "font", "letterSpacing", "lineHeight", "tabSize", "direction", "textAlign", "fontFeatureSettings",
];

/** From the box's own corner. @param {HTMLTextAreaElement} box @param {number} place */
export function placeOf(box, place) {
  const copy = document.createElement("div");
  const style = /** @type {Record<string, any>} */ (getComputedStyle(box));
  for (const name of SAME) copy.style[/** @type {any} */ (name)] = style[name];
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word" });
  const mark = document.createElement("span");
  mark.textContent = "\u200b";
  copy.append(box.value.slice(0, place), mark);
  box.parentElement?.append(copy);
  const at = { x: mark.offsetLeft, y: mark.offsetTop - box.scrollTop, line: mark.offsetHeight };
  copy.remove();
  return at;
}
