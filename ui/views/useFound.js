// Templates that fit, as one types, and which of them the arrow keys are at.

import { useEffect, useState } from "preact/hooks";
import { changes, findTemplates } from "../state/templates.js";

/** @typedef {import("../types/view.js").TemplateRow} TemplateRow */

/** @param {{ search: string, category?: string | null, language?: string | null, limit: number } | null} wanted */
export function useFound(wanted) {
  const [found, setFound] = useState(/** @type {import("../types/view.js").TemplateWindow | null} */ (null));
  const [at, setAt] = useState(0);
  const key = wanted && JSON.stringify(wanted);
  useEffect(() => {
    if (!wanted) return setFound(null);
    let current = true;
    void findTemplates(wanted).then((answer) => { if (current && answer) setFound(answer); });
    return () => { current = false; };
  }, [key, changes.value]);
  useEffect(() => setAt(0), [key]);
  const rows = found?.rows ?? [];
  const here = Math.min(at, rows.length - 1);

  /** @param {KeyboardEvent} event @returns {boolean} was it an arrow? */
  function arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !rows.length || event.altKey || event.ctrlKey || event.metaKey) return false;
    event.preventDefault();
    setAt((here + step + rows.length) % rows.length);
    return true;
  }
  return { found, rows, at: here, row: /** @type {TemplateRow | undefined} */ (rows[here]), arrows };
}
