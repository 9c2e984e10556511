// The screen's words, or the same with 40 % of their beginnings behind them: a language of longer words. It runs in the
// page, and so names nothing from outside.

/** @param {boolean} longer */
export async function speak(longer) {
  const state = /** @type {any} */ (globalThis);
  const { say } = await import(/** @type {any} */ ("/state/app.js"));
  const own = state.ownWords ??= say.value;
  const stretch = (/** @type {string} */ text) => text + text.slice(0, Math.ceil(text.length * 0.4)).trimEnd();
  say.value = longer ? (/** @type {string} */ id, /** @type {any} */ values) => stretch(own(id, values)) : own;
  if (!longer) delete state.ownWords;
}
