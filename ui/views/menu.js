// What every menu does: stands under its button, and is gone through with the arrows.

/** Under its button: what is shown over the page knows only the page's edges. @param {ToggleEvent & { currentTarget: HTMLElement }} event */
export function place({ currentTarget: menu, newState }) {
  const button = menu.previousElementSibling?.getBoundingClientRect();
  if (!button || newState !== "open") return;
  const rightToLeft = getComputedStyle(menu).direction === "rtl";
  menu.style.insetBlockStart = `${button.bottom + 4}px`;
  menu.style.insetInlineEnd = `${rightToLeft ? button.left : document.documentElement.clientWidth - button.right}px`;
  // Once it is shown.
  requestAnimationFrame(() => items(menu)[0]?.focus());
}

/** @param {KeyboardEvent & { currentTarget: HTMLElement }} event */
export function arrows(event) {
  const all = items(event.currentTarget);
  const here = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const places = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: -1 };
  if (!(event.key in places)) return;
  event.preventDefault();
  all.at(places[/** @type {keyof typeof places} */ (event.key)] % all.length)?.focus();
}

/** @param {HTMLElement} menu @returns {HTMLElement[]} */
const items = (menu) => [...menu.querySelectorAll(/** @type {"button"} */ ("[role^='menuitem']"))];
