// Where the keyboard goes: from part to part of the screen, and one step back.

import { listed, view } from "../state/app.js";
import { informed, leavePast, past } from "../state/information.js";
import { go, list } from "../state/list.js";
import { close } from "../state/thread.js";

/** The parts in order, and what of each takes the focus. */
const SECTIONS = [
  [".rail", "[aria-current]"], [".list", ".rows [tabindex='0']", "button, [tabindex='0']"], [".settings", "select, input"], [".log", ""],
  [".composer", "textarea:not(:disabled), [role='tab'][tabindex='0']"], [".drawer", "h2"], [".toasts", "button"],
];

/** `inner`: what of the section, the better first; without it the section itself. @param {string} section @param {string[]} inner */
function target(section, ...inner) {
  const part = /** @type {HTMLElement | null} */ (document.querySelector(section));
  const find = (/** @type {string} */ one) => /** @type {HTMLElement | null | undefined} */ (one ? part?.querySelector(one) : part);
  const found = inner.map(find).find(Boolean);
  // A part that is not shown in a narrow window has no place.
  return found?.getClientRects().length ? found : null;
}

/** @param {1 | -1} step */
export function focusSection(step) {
  const places = SECTIONS.map(([section, ...inner]) => ({ section, focus: target(section, ...inner) })).filter((place) => place.focus);
  const here = places.findIndex((place) => document.activeElement?.closest(place.section));
  const next = here < 0 && step < 0 ? places.length - 1 : (here + step + places.length) % places.length;
  places[next]?.focus?.focus();
}

/** When what had the focus went, the keyboard goes on in what came instead: settings, drafts, the open conversation, or
 * the list. */
export function findLostFocus() {
  if (document.activeElement !== document.body) return;
  // An empty list has only its button; of one that is still read, or fetched, the rows are waited for.
  const empty = list.value.fetched && list.value.total === 0 ? ["button"] : [];
  (target(".settings", "h1") ?? target(".drafts", "button") ?? target(".composer", "textarea:not(:disabled)") ?? target(".list", ".rows [tabindex='0']", ...empty))?.focus({ preventScroll: true });
}

/** Out of settings and drafts to the list; from the lines to the text; from the text to the list. */
export function stepBack() {
  if (view.value === "templates") return void go("settings");
  if (view.value === "settings" || view.value === "drafts" || view.value === "administration") return void go(listed.value);
  const here = document.activeElement;
  const rows = target(".list", ".rows [tabindex='0']");
  if (here?.closest(".drawer")) closeDrawer();
  else if (here?.closest(".log")) target(".composer", "textarea:not(:disabled)")?.focus();
  else if (here?.closest(".page") && rows) rows.focus();
  else if (here?.closest(".page")) close();
  return undefined;
}

/** From an earlier conversation to the history, from there to the thread's menu. */
export function closeDrawer() {
  if (past.value) return leavePast();
  informed.value = false;
  target(".thread", "[popovertarget='thread-menu']")?.focus();
}
