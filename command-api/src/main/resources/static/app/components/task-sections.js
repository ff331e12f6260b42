import { html, nothing } from "../lit.js";
import { icon } from "./icons.js";
import { taskRows } from "./task-rows.js";

/**
 * A section of open tasks: the first of them, and below those the ones added meanwhile.
 *
 * @param {import("../store/views.js").Section} section
 * @param {{shown: number, added: Set<string>, showMore: () => void}} rows and what `taskRows` takes
 */
export function openSection({ title, note, nodes }, rows) {
  const rest = nodes.slice(rows.shown);
  const added = rest.filter(({ task }) => rows.added.has(task.id));
  return html`<section aria-label=${title || nothing}>
    ${title ? html`<h2>${title}${note ? html`<span class="note">${note}</span>` : nothing}</h2>` : nothing}
    ${taskRows(nodes.slice(0, rows.shown), rows)} ${more(rest.length - added.length, rows)}
    ${added.length > 0 ? taskRows(added, rows) : nothing}
  </section>`;
}

/** A section of completed tasks, which opens and closes. */
export function doneSection({ title, nodes }, open, rows) {
  const shown = open ? nodes.slice(0, rows.shown) : [];
  return html`<section aria-label=${title}>
    <h2>
      <button aria-expanded=${open} @click=${rows.fold}>
        ${icon("down")}${title}<span class="count">${nodes.length}</span>
      </button>
    </h2>
    ${taskRows(shown, rows)} ${open ? more(nodes.length - shown.length, rows) : nothing}
  </section>`;
}

function more(count, { showMore }) {
  return count > 0 ? html`<button class="button more" @click=${showMore}>Show ${count} more</button>` : nothing;
}
