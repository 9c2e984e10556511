// A panel that opens above the button before it, by that button or by a chord, and is left with Escape.

import { useEffect, useRef, useState } from "preact/hooks";

/** The last wish for each panel that was granted. @type {WeakMap<import("@preact/signals").Signal<number>, number>} */
const granted = new WeakMap();

/** @param {import("@preact/signals").Signal<number>} wish counts the wishes @param {boolean} blocked */
export function usePanel(wish, blocked) {
  const panel = useRef(/** @type {HTMLElement | null} */ (null));
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const again = () => { if (panel.current) putAbove(panel.current); };
    window.addEventListener("resize", again);
    return () => window.removeEventListener("resize", again);
  }, [open]);
  useEffect(() => {
    if ((granted.get(wish) ?? 0) === wish.value) return;
    granted.set(wish, wish.value);
    if (!blocked) panel.current?.togglePopover();
  }, [wish.value]);
  return {
    panel, open,
    close: () => panel.current?.hidePopover(),
    attributes: {
      popover: "auto", role: "dialog", ref: panel,
      onBeforeToggle: (/** @type {ToggleEvent & { currentTarget: HTMLElement }} */ { currentTarget, newState }) => { if (newState === "open") putAbove(currentTarget); },
      onToggle: (/** @type {ToggleEvent} */ event) => setOpen(event.newState === "open"),
    },
  };
}

/** Within the window. @param {HTMLElement} panel */
function putAbove(panel) {
  const button = panel.previousElementSibling?.getBoundingClientRect();
  if (!button) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const { fontSize } = getComputedStyle(document.documentElement);
  const most = (/** @type {string} */ name) => parseFloat(getComputedStyle(panel).getPropertyValue(name)) * parseFloat(fontSize);
  const left = Math.max(8, Math.min(button.left, clientWidth - 8 - Math.min(most("--panel-width"), clientWidth - 16)));
  panel.style.left = `${left}px`;
  panel.style.bottom = `${clientHeight - button.top + 6}px`;
  panel.style.maxBlockSize = `${Math.min(most("--panel-height"), button.top - 14)}px`;
}
