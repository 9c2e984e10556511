// What the company is made of, for those who may change some of it.

import { h } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "../../html.js";
import { say } from "../../state/app.js";
import { company, section, sections, visit } from "../../state/administration.js";
import { findLostFocus } from "../focus.js";
import { Accounts } from "./Accounts.js";
import { Agents } from "./Agents.js";
import { Audit } from "./Audit.js";
import { BlockList } from "./BlockList.js";
import { Company } from "./Company.js";
import { Departments } from "./Departments.js";
import { Queues } from "./Queues.js";

const PAGES = { agents: Agents, queues: Queues, accounts: Accounts, departments: Departments, company: Company, blocks: BlockList, audit: Audit };

export function Administration() {
  const words = say.value;
  const title = useRef(/** @type {HTMLElement | null} */ (null));
  const known = company.value;
  useLayoutEffect(() => { title.current?.focus(); }, []);
  useEffect(findLostFocus, [known]);
  const page = known && sections(known).includes(section.value) ? PAGES[section.value] : null;
  return html`
    <section class="settings admin" aria-labelledby="admin-title">
      <h1 id="admin-title" tabindex="-1" ref=${title}>${words("administration")}</h1>
      ${known && html`
        <nav class="admin-nav" aria-label=${words("admin-sections")}>
          ${sections(known).map((name) => html`
            <button key=${name} type="button" aria-current=${name === section.value ? "page" : undefined} onClick=${() => visit(name)}>${words(`admin-${name}`)}</button>`)}
        </nav>
        ${page && h(/** @type {any} */ (page), { key: section.value, known })}`}
    </section>`;
}
