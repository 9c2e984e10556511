// Text put into a box as if it were typed: it can be undone.

/** @param {HTMLTextAreaElement} box @param {string} text @param {{ from: number, to: number }} [place] the selection without it */
export function type(box, text, { from, to } = { from: box.selectionStart, to: box.selectionEnd }) {
  box.focus();
  box.setSelectionRange(from, to);
  if (document.execCommand("insertText", false, text)) return;
  box.setRangeText(text, from, to, "end");
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
