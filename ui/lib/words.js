// Words by Fluent.

import { FluentBundle, FluentResource } from "@fluent/bundle";

/** Names of customers may run from right to left: what is put into a sentence is isolated.
 * @param {string} language @param {string} ftl
 * @returns {(id: string, values?: Record<string, any>) => string} what is not found answers its own id */
export function speaker(language, ftl) {
  const bundle = new FluentBundle(language, { useIsolating: true });
  bundle.addResource(new FluentResource(ftl));
  return (id, values) => {
    const message = bundle.getMessage(id);
    return message?.value ? bundle.formatPattern(message.value, values, []) : id;
  };
}
