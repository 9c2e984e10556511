// Elements and text as nodes; nothing is ever parsed as HTML.

/** @template {keyof HTMLElementTagNameMap} K @param {K} name @param {Record<string, any>} [props]
 * @param {...(Node | string | null)} children @returns {HTMLElementTagNameMap[K]} */
export function el(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (key.includes("-") || key === "role" || key === "for") element.setAttribute(key, value);
    else Object.assign(element, { [key]: value });
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Text with its web addresses as links. @param {string} text @returns {(Node | string)[]} */
export function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/).map((part, index) => {
    if (index % 2 === 0 || !URL.canParse(part)) return part;
    return el("a", { href: part, target: "_blank", rel: "noopener noreferrer nofollow" }, part);
  });
}
