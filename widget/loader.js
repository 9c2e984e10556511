// The bubble on the company's page. It opens the chat in an iframe from the hub and speaks to it by postMessage only,
// with exact origins both ways. It reads nothing of the page and puts no HTML into it.
(() => {
  "use strict";
  const script = document.currentScript;
  const LOADED = "data-guichet";
  if (!(script instanceof HTMLScriptElement) || document.documentElement.hasAttribute(LOADED)) return;
  document.documentElement.setAttribute(LOADED, "");

  const hub = new URL(script.src).origin;
  const account = script.dataset.account ?? "";
  const tongue = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === "fr" || tag === "en");
  const words = tongue === "fr"
    ? {
      open: "Ouvrir le chat", close: "Fermer le chat", title: "Chat", unread: "message non lu", unreads: "messages non lus",
      sorry: "Le chat n’est pas disponible sur cette page pour le moment.",
    }
    : {
      open: "Open the chat", close: "Close the chat", title: "Chat", unread: "unread message", unreads: "unread messages",
      sorry: "The chat is not available on this page at the moment.",
    };
  const RUNNING = "guichet-running";
  const LOOK = "guichet-look";
  const BUBBLE = ["M5 4h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z", "M8 10h8M8 13h5"];
  const CROSS = ["M6 6l12 12M18 6L6 18"];
  const HEX = /^#[0-9a-f]{6}$/i;
  const SHADOW = "0 4px 18px rgba(0,0,0,.28)";
  /** For the page in the frame, once it is loaded, to say that it listens. */
  const PATIENCE = 4000;
  const phone = window.matchMedia("(max-width: 30rem), (max-height: 30rem)");

  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let open = false;
  /** The page in the frame has said that it listens. */
  let ready = false;
  let waiting = 0;
  let known = 0;
  let corner = {};

  const bubble = element("button", {
    position: "fixed", insetBlockEnd: "1.25rem", zIndex: "2147483000", boxSizing: "border-box",
    inlineSize: "3.5rem", blockSize: "3.5rem", borderRadius: "50%", border: "2px solid transparent", cursor: "pointer",
    boxShadow: SHADOW, display: "grid", placeItems: "center", fontSize: "1rem",
  });
  bubble.type = "button";
  const count = element("span", {
    position: "absolute", insetBlockStart: "-0.35rem", insetInlineEnd: "-0.35rem", minInlineSize: "1.4rem",
    borderRadius: "1rem", border: "2px solid #fff", background: "#a3201d", color: "#fff",
    font: "600 0.75rem/1.25rem system-ui, sans-serif", textAlign: "center", paddingInline: "0.25rem", boxSizing: "border-box",
  });
  // Says aloud what the badge shows.
  const spoken = element("span", {
    position: "fixed", inlineSize: "1px", blockSize: "1px", overflow: "hidden", clipPath: "inset(50%)",
  });
  spoken.setAttribute("role", "status");
  const sorry = element("p", {
    position: "fixed", insetBlockEnd: "5.75rem", zIndex: "2147483001", boxSizing: "border-box",
    maxInlineSize: "min(20rem, calc(100vw - 2.5rem))", padding: "1rem 1.25rem", borderRadius: "14px", background: "#fff",
    color: "#1c2b26", border: "1px solid #8a938f", font: "400 0.9375rem/1.45 system-ui, sans-serif", boxShadow: SHADOW,
  });
  sorry.setAttribute("role", "alert");
  bubble.addEventListener("click", () => (open ? close() : show()));
  bubble.addEventListener("focus", ring);
  bubble.addEventListener("blur", ring);
  const { color = "", corner: wanted = "" } = script.dataset;
  wear(HEX.test(color) ? `${color} ${inkOn(color)} ${wanted}` : recall(LOOK) ?? `- - ${wanted}`);
  draw();

  window.addEventListener("message", heard);
  phone.addEventListener("change", place);
  window.visualViewport?.addEventListener("resize", place);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) close();
  });

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start, { once: true });

  function start() {
    document.body.append(bubble, spoken);
    // A conversation that runs must be able to say that somebody answered.
    if (recall(RUNNING) === "1") make();
  }

  function make() {
    if (frame) return frame;
    frame = document.createElement("iframe");
    frame.title = words.title;
    frame.allow = "autoplay";
    frame.addEventListener("load", () => { waiting = window.setTimeout(apologize, PATIENCE); });
    const query = new URLSearchParams({ account, origin: location.origin });
    frame.src = `${hub}/widget/v1/frame?${query}`;
    style(frame, {
      all: "initial", position: "fixed", zIndex: "2147483001", boxSizing: "border-box", colorScheme: "normal", display: "none",
    });
    document.body.append(frame);
    return frame;
  }

  /** The site is not one of the account's, or the hub does not answer: an empty frame would say neither. */
  function apologize() {
    if (ready) return;
    console.warn(`The chat did not open. Does it run, and is ${location.origin} one of the account's sites?`);
    frame?.remove();
    frame = null;
    sorry.textContent = words.sorry;
    if (!open) return;
    document.body.append(sorry);
    bubble.focus();
  }

  function show() {
    const page = make();
    open = true;
    style(page, { display: "block" });
    place();
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
      page.animate([{ opacity: 0, transform: "translateY(1rem)" }, { opacity: 1, transform: "none" }], { duration: 160, easing: "ease-out" });
    }
    say({ type: "open" });
    unread(0);
    page.focus();
  }

  function close() {
    open = false;
    sorry.remove();
    if (frame) style(frame, { display: "none" });
    say({ type: "closed" });
    unread(0);
    bubble.focus();
  }

  /** Beside the bubble; where that leaves too little room, over everything the keyboard of a phone leaves free. */
  function place() {
    if (!frame) return;
    const seen = window.visualViewport;
    style(frame, phone.matches
      ? {
        inset: "auto", insetInline: "0", insetBlockStart: `${seen?.offsetTop ?? 0}px`, inlineSize: "100%",
        blockSize: seen && seen.scale === 1 ? `${seen.height}px` : "100%", borderRadius: "0", boxShadow: "none", border: "0",
      }
      : {
        inset: "auto", insetBlockEnd: "5.5rem", ...corner, inlineSize: "24rem",
        blockSize: "min(40rem, calc(100vh - 7rem))", borderRadius: "16px", boxShadow: "0 12px 48px rgba(0,0,0,.3)",
        border: "1px solid rgba(128,128,128,.35)",
      });
  }

  function say(/** @type {{ type: string }} */ message) {
    if (ready) frame?.contentWindow?.postMessage({ guichet: 1, page: location.href, referrer: document.referrer, ...message }, hub);
  }

  /** Only our own frame, from its own origin, in the few forms we know. @param {MessageEvent} event */
  function heard(event) {
    if (!frame || event.source !== frame.contentWindow || event.origin !== hub) return;
    const message = event.data;
    if (typeof message !== "object" || message === null || message.guichet !== 1) return;
    if (message.type === "ready") {
      ready = true;
      clearTimeout(waiting);
      say({ type: open ? "open" : "closed" });
    } else if (message.type === "close") close();
    else if (message.type === "look") {
      wear(String(message.look));
      keep(LOOK, String(message.look));
    } else if (message.type === "unread" && Number.isInteger(message.count)) {
      unread(open ? 0 : Math.min(Math.max(message.count, 0), 99));
    } else if (message.type === "running") keep(RUNNING, message.running === true ? "1" : "0");
  }

  function unread(/** @type {number} */ n) {
    const more = n > known;
    known = n;
    draw();
    if (more || n === 0) spoken.textContent = n ? `${n} ${n === 1 ? words.unread : words.unreads}` : "";
  }

  function draw() {
    bubble.replaceChildren(icon(open ? CROSS : BUBBLE), ...(known ? [count] : []));
    count.textContent = String(known);
    bubble.setAttribute("aria-expanded", String(open));
    const label = open ? words.close : words.open;
    bubble.setAttribute("aria-label", known ? `${label} (${known} ${known === 1 ? words.unread : words.unreads})` : label);
  }

  /** The company's colour, what is readable on it, and the corner of the page. @param {string} look */
  function wear(look) {
    const [color, ink, side] = look.split(" ");
    corner = side === "left" ? { left: "1.25rem", right: "auto" } : { left: "auto", right: "1.25rem" };
    for (const part of [bubble, sorry]) style(part, corner);
    place();
    const good = HEX.test(color) && HEX.test(ink ?? "");
    style(bubble, good ? { background: color, color: ink } : { background: "#00604a", color: "#ffffff" });
  }

  /** As `frame/colour.js` has it, which a page cannot load from the hub. @param {string} hex */
  function inkOn(hex) {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5 ? "#ffffff" : "#000000";
  }

  function ring() {
    const on = bubble.matches(":focus-visible");
    style(bubble, on
      ? { outline: "3px solid #fff", outlineOffset: "0", boxShadow: "0 0 0 6px #1d4ed8" }
      : { outline: "none", boxShadow: SHADOW });
  }

  /** A page without storage still chats; after a reload the bubble waits to be opened.
   * @param {string} name @param {string} value */
  function keep(name, value) {
    try { localStorage.setItem(name, value); } catch { /* No storage. */ }
  }

  function recall(/** @type {string} */ name) {
    try { return localStorage.getItem(name); } catch { return null; }
  }

  function icon(/** @type {string[]} */ paths) {
    const ns = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ns, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    style(svg, { inlineSize: "1.75rem", blockSize: "1.75rem", fill: "none", stroke: "currentColor", strokeWidth: "1.75", strokeLinecap: "round" });
    for (const d of paths) {
      const path = document.createElementNS(ns, "path");
      path.setAttribute("d", d);
      svg.append(path);
    }
    return svg;
  }

  /** An element that the page's own rules leave alone. @template {"button" | "span" | "p"} K @param {K} name
   * @param {Record<string, string>} rules */
  function element(name, rules) {
    const made = document.createElement(name);
    style(made, { all: "initial", ...rules });
    return made;
  }

  /** As a page's strict policy allows. @param {HTMLElement | SVGElement} target @param {Record<string, string>} rules */
  function style(target, rules) {
    Object.assign(target.style, rules);
  }
})();
