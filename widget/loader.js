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
  const french = navigator.languages.some((tag) => tag.toLowerCase().startsWith("fr"))
    && !navigator.language.toLowerCase().startsWith("en");
  const words = french
    ? { open: "Ouvrir le chat", close: "Fermer le chat", unread: "messages non lus", title: "Chat" }
    : { open: "Open the chat", close: "Close the chat", unread: "unread messages", title: "Chat" };
  const RUNNING = "guichet-running";

  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let open = false;
  /** The page in the frame has said that it listens. */
  let ready = false;

  const bubble = document.createElement("button");
  bubble.type = "button";
  const count = document.createElement("span");
  style(bubble, {
    position: "fixed", insetBlockEnd: "1.25rem", insetInlineEnd: "1.25rem", zIndex: "2147483000",
    inlineSize: "3.5rem", blockSize: "3.5rem", borderRadius: "50%", border: "0", padding: "0",
    background: "#00604a", color: "#fff", cursor: "pointer", boxShadow: "0 4px 18px rgba(0,0,0,.28)",
    display: "grid", placeItems: "center",
  });
  style(count, {
    position: "absolute", insetBlockStart: "-0.2rem", insetInlineEnd: "-0.2rem", minInlineSize: "1.35rem",
    borderRadius: "1rem", background: "#a3201d", color: "#fff", font: "600 0.75rem/1.35rem system-ui",
    textAlign: "center", paddingInline: "0.3rem", boxSizing: "border-box",
  });
  count.hidden = true;
  bubble.append(icon(), count);
  bubble.addEventListener("click", () => (open ? close() : show()));
  unread(0);

  window.addEventListener("message", heard);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open) close();
  });

  if (document.body) start();
  else document.addEventListener("DOMContentLoaded", start, { once: true });

  function start() {
    document.body.append(bubble);
    // A conversation that runs must be able to say that somebody answered.
    if (remembered()) make();
  }

  function make() {
    if (frame) return frame;
    frame = document.createElement("iframe");
    frame.title = words.title;
    frame.allow = "autoplay";
    const query = new URLSearchParams({ account, origin: location.origin });
    frame.src = `${hub}/widget/v1/frame?${query}`;
    style(frame, {
      position: "fixed", insetBlockEnd: "5.5rem", insetInlineEnd: "1.25rem", zIndex: "2147483001",
      inlineSize: "min(24rem, calc(100vw - 2.5rem))", blockSize: "min(38rem, calc(100vh - 7rem))", border: "0",
      borderRadius: "16px", boxShadow: "0 12px 48px rgba(0,0,0,.3)", colorScheme: "normal", display: "none",
    });
    document.body.append(frame);
    return frame;
  }

  function show() {
    const page = make();
    open = true;
    style(page, { display: "block" });
    if (window.matchMedia("(max-width: 30rem)").matches) {
      style(page, { inset: "0", inlineSize: "100%", blockSize: "100%", borderRadius: "0" });
    }
    say({ type: "open" });
    unread(0);
    page.focus();
  }

  function close() {
    open = false;
    if (frame) style(frame, { display: "none" });
    say({ type: "closed" });
    unread(0);
    bubble.focus();
  }

  /** @param {{ type: string }} message */
  function say(message) {
    if (ready) frame?.contentWindow?.postMessage({ guichet: 1, ...message }, hub);
  }

  /** Only our own frame, from its own origin, in the few forms we know. @param {MessageEvent} event */
  function heard(event) {
    if (!frame || event.source !== frame.contentWindow || event.origin !== hub) return;
    const message = event.data;
    if (typeof message !== "object" || message === null || message.guichet !== 1) return;
    if (message.type === "ready") {
      ready = true;
      say({ type: open ? "open" : "closed" });
    } else if (message.type === "close") close();
    else if (message.type === "unread" && Number.isInteger(message.count)) {
      unread(open ? 0 : Math.min(Math.max(message.count, 0), 99));
    } else if (message.type === "running") remember(message.running === true);
  }

  /** @param {number} n */
  function unread(n) {
    count.hidden = n === 0;
    count.textContent = String(n);
    bubble.setAttribute("aria-expanded", String(open));
    const label = open ? words.close : words.open;
    bubble.setAttribute("aria-label", n ? `${label} (${n} ${words.unread})` : label);
  }

  /** @param {boolean} running */
  function remember(running) {
    try {
      if (running) localStorage.setItem(RUNNING, "1");
      else localStorage.removeItem(RUNNING);
    } catch { /* A page without storage still chats; after a reload the bubble waits to be opened. */ }
  }

  function remembered() {
    try {
      return localStorage.getItem(RUNNING) === "1";
    } catch {
      return false;
    }
  }

  function icon() {
    const ns = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(ns, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    style(svg, { inlineSize: "1.75rem", blockSize: "1.75rem", fill: "none", stroke: "currentColor", strokeWidth: "1.75" });
    for (const d of ["M5 4h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z", "M8 10h8M8 13h5"]) {
      const path = document.createElementNS(ns, "path");
      path.setAttribute("d", d);
      svg.append(path);
    }
    return svg;
  }

  /** By the CSS object model, which a strict policy of the page allows.
   * @param {HTMLElement | SVGElement} element @param {Record<string, string>} rules */
  function style(element, rules) {
    Object.assign(element.style, rules);
  }
})();
