// What the hub knows of a conversation's visitor: asked for when it is looked at, kept nowhere.

import { useEffect, useState } from "preact/hooks";
import { visitOf } from "../state/blocking.js";

/** `undefined` before the hub answered, `null` where it did not. @param {string | undefined} conversation */
export function useVisit(conversation) {
  const [found, setFound] = useState(/** @type {{ of: string, visit: import("../types/view.js").Visit | null } | null} */ (null));
  useEffect(() => {
    let current = true;
    if (conversation) void visitOf(conversation).then((visit) => { if (current) setFound({ of: conversation, visit }); });
    return () => { current = false; };
  }, [conversation]);
  return found?.of === conversation ? found?.visit : undefined;
}
