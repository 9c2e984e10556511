// What of the screen is not to be seen, in words. It runs in the page, and so names nothing from outside.

/** @returns {string[]} */
export function faults() {
  /** @type {string[]} */
  const found = [];
  const shown = (/** @type {Element} */ element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const named = (/** @type {Element} */ element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${element.textContent?.trim().slice(0, 60)}`;
  const scrolls = (/** @type {Element} */ element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  // Over everything lies the open dialog; what is behind it is not looked at.
  const root = document.querySelector("dialog[open]") ?? document.body;
  const all = [...root.querySelectorAll("*")].filter((element) => !element.closest("svg, .spoken") && shown(element));
  if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
  for (const element of all) {
    const style = getComputedStyle(element);
    // One line of a longer text says so by its dots; fields scroll.
    const meant = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none" || /^(input|textarea|select)$/.test(element.localName) || scrolls(element);
    const box = element.getBoundingClientRect();
    const hides = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (!meant && style.display !== "inline" && (hides || textEnds(element) > box.right + 1)) found.push(`cut off: ${named(element)}`);
    const clipper = element.parentElement?.closest("dialog, [popover], .page, .list, .drawer, .rail, body");
    const frame = element.matches("dialog, [popover]") ? new DOMRect(0, 0, innerWidth, innerHeight) : clipper?.getBoundingClientRect();
    const inScroller = element.parentElement && [...ancestors(element.parentElement)].some(scrolls);
    if (frame && !inScroller && box.width > 0 && (box.right > frame.right + 1 || box.left < frame.left - 1)) found.push(`outside: ${named(element)}`);
    if (/auto|scroll/.test(style.overflowY) && element.clientHeight === 0 && element.scrollHeight > 0) found.push(`no room: ${named(element)}`);
    if (/^[a-z]+(-[a-z_]+)+$/.test(own(element))) found.push(`no words: ${own(element)}`);
  }
  for (const parent of new Set(all.map((element) => element.parentElement))) {
    const flow = [...(parent?.children ?? [])].filter((child) => all.includes(child) && getComputedStyle(child).display !== "inline" && !/absolute|fixed|sticky/.test(getComputedStyle(child).position));
    flow.forEach((one, index) => flow.slice(index + 1).forEach((other) => {
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const [wide, high] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      if (wide > 1 && high > 1 && getComputedStyle(one).gridArea !== getComputedStyle(other).gridArea) found.push(`over each other: ${named(one)} and ${named(other)}`);
    }));
  }
  return [...new Set(found)].slice(0, 12);

  /** @param {Element | null} element */
  function* ancestors(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) yield at;
  }
  /** How far to the right. @param {Element} element */
  function textEnds(element) {
    // Spaces at the end of a line hang outside of it.
    if (getComputedStyle(element).whiteSpaceCollapse === "preserve") return 0;
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.textContent?.trim());
    return Math.max(0, ...texts.map((node) => {
      const range = document.createRange();
      range.selectNode(node);
      return range.getBoundingClientRect().right;
    }));
  }
  /** The text that is its own. @param {Element} element */
  function own(element) {
    return [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent).join("").trim();
  }
}
