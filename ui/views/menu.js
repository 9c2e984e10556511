// Where a menu opens.

/** Under its button: what is shown over the page knows only the page's edges. @param {Event & { currentTarget: HTMLElement }} event */
export function place({ currentTarget: menu }) {
  const button = menu.previousElementSibling?.getBoundingClientRect();
  if (!button) return;
  const rightToLeft = getComputedStyle(menu).direction === "rtl";
  menu.style.insetBlockStart = `${button.bottom + 4}px`;
  menu.style.insetInlineEnd = `${rightToLeft ? button.left : document.documentElement.clientWidth - button.right}px`;
}
