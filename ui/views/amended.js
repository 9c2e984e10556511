// Keys of text fields that WebKit on Linux keeps to itself, or does not know.

/** @param {KeyboardEvent} event */
export function amended(event) {
  if (event.isComposing || event.defaultPrevented) return;
  leaveSearch(event);
  undo(event);
}

/** WebKit keeps Escape in a search field to itself, even in an empty one: what is open around it would stay.
 * @param {KeyboardEvent} event */
function leaveSearch(event) {
  const field = event.target;
  if (event.key !== "Escape" || !(field instanceof HTMLInputElement) || field.type !== "search" || field.value) return;
  const around = field.closest("[popover], dialog");
  if (around) event.preventDefault();
  if (around instanceof HTMLDialogElement) around.close();
  else if (around instanceof HTMLElement) around.hidePopover();
}

/** It has no key for what it can take back. @param {KeyboardEvent} event */
function undo(event) {
  const writes = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
  if (!writes || !event.ctrlKey || event.altKey || event.metaKey) return;
  const key = event.key.toLowerCase();
  const command = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
  if (!command) return;
  event.preventDefault();
  document.execCommand(command);
}
