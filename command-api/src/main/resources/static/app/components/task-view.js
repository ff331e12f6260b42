import { css, html, nothing, repeat } from "../lit.js";
import { dayOf, plainDay } from "../store/dates.js";
import { same } from "../store/merge.js";
import { moonName, moonPhase } from "../store/moon.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon, moonInTheSky } from "./icons.js";
import "./quick-entry.js";
import "./task-item.js";

/** How many top-level tasks of a section are shown until one scrolls on. */
const PAGE = 200;

const ENTRY_LABELS = { today: "Add a task for today", upcoming: "Add a task for tomorrow" };

const EMPTY = {
  today: ["Nothing more for today.", "Tasks that are due today, and those overdue, stand here."],
  upcoming: ["Nothing ahead.", "Tasks with a date from tomorrow on stand here."],
  trash: ["The trash is empty.", "A deleted task can be restored from here for 30 days."],
  list: ["A clean page.", "Type below what is to be done; Enter adds it."],
};

/** The main pane: the tasks of a list, or those of a span of days. */
class TaskView extends AppElement {
  static properties = {
    heading: {},
    currentId: { state: true },
    showDone: { state: true },
    shown: { state: true },
  };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        overflow-y: auto;
        scrollbar-gutter: stable both-edges;
      }

      .column {
        display: flex;
        flex-direction: column;
        min-height: 100%;
        max-width: 46rem;
        margin: 0 auto;
        padding: 2.2rem 1rem 0;
      }

      header {
        display: flex;
        align-items: baseline;
        gap: 0.9rem;
        padding: 0 0.7rem 1rem;
      }

      h1 {
        font: 600 1.85rem/1.2 var(--font-display);
        letter-spacing: -0.01em;
        overflow-wrap: anywhere;
      }

      .date {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        color: var(--ink-faint);
      }

      .date svg {
        align-self: center;
      }

      section + section {
        margin-top: 1.4rem;
      }

      h2 {
        display: flex;
        align-items: baseline;
        gap: 0.6rem;
        padding: 0.2rem 0.7rem;
        font-size: 0.93rem;
        font-weight: 650;
      }

      h2 .note,
      h2 .count {
        color: var(--ink-faint);
        font-weight: 400;
      }

      h2 button {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
        min-height: 2rem;
        font-weight: 650;
      }

      h2 button svg {
        transform: rotate(-90deg);
      }

      h2 button[aria-expanded="true"] svg {
        transform: none;
      }

      li + li,
      ul ul {
        border-top: 1px solid var(--line);
      }

      ul ul {
        margin-left: 2.05rem;
      }

      task-item {
        /* The entry below covers as much. */
        scroll-margin-bottom: 5.5rem;
      }

      .more {
        margin: 0.6rem 0.7rem;
      }

      .entry {
        position: sticky;
        z-index: 1;
        bottom: 0;
        margin-top: 0.7rem;
        padding-bottom: 1.2rem;
        background: linear-gradient(transparent, var(--page) 0.7rem);
      }

      .entry + section {
        margin-top: 0.2rem;
        padding-bottom: 2rem;
      }

      .empty {
        display: grid;
        justify-items: start;
        gap: 0.2rem;
        padding: 0.4rem 0.7rem 1.2rem;
        color: var(--ink-soft);
      }

      .empty strong {
        color: var(--ink);
        font: 500 1.15rem var(--font-display);
      }

      .loading {
        padding: 0.4rem 0.7rem;
        color: var(--ink-faint);
      }

      @media (max-width: 45rem) {
        .column {
          padding: 0.6rem 0.35rem 0;
        }

        .entry {
          padding: 0 0.35rem 0.8rem;
        }
      }
    `,
  ];

  #lastView;
  #context = {};
  #added = new Set();
  #focusWhenShown = null;
  #revealWhenShown = null;
  #end = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting)) {
      this.shown += PAGE;
    }
  });

  constructor() {
    super();
    this.currentId = null;
    this.showDone = false;
    this.shown = PAGE;
  }

  willUpdate() {
    const { app } = this;
    if (this.#lastView !== app.view) {
      this.#lastView = app.view;
      this.#added.clear();
      this.currentId = null;
      this.showDone = app.view === "today";
      this.shown = PAGE;
    }
    // A row that moves loses the focus.
    this.#focusWhenShown ??= this.currentTask?.id;
    const context = this.#contextNow();
    this.#context = same(context, this.#context) ? this.#context : context;
  }

  updated() {
    if (this.#focusWhenShown && this.currentTask?.id !== this.#focusWhenShown) {
      this.#rowOf(this.#focusWhenShown)?.focusRow();
    }
    this.#focusWhenShown = null;
    if (this.#revealWhenShown) {
      this.#rowOf(this.#revealWhenShown)?.scrollIntoView({ block: "nearest" });
      this.#revealWhenShown = null;
    }
    this.#end.disconnect();
    this.renderRoot.querySelectorAll(".more").forEach((button) => this.#end.observe(button));
  }

  get #rows() {
    return [...this.renderRoot.querySelectorAll("task-item")];
  }

  #rowOf(id) {
    return this.#rows.find((row) => row.task.id === id);
  }

  /** The task that has the focus. */
  get currentTask() {
    return this.renderRoot.activeElement?.task;
  }

  focusEntry() {
    this.renderRoot.querySelector("quick-entry")?.focus();
  }

  /** Gives the focus to a task, else to the current one, else to the first, else to the entry. */
  focusRow(id = this.currentId) {
    const row = this.#rowOf(id) ?? this.#rows[0];
    return row ? row.focusRow() : this.focusEntry();
  }

  /** @param {1 | -1} step down or up */
  moveFocus(step) {
    const rows = this.#rows;
    const at = rows.indexOf(this.renderRoot.activeElement);
    const from = at < 0 ? rows.indexOf(this.#rowOf(this.currentId)) : at;
    const to = from < 0 ? 0 : Math.min(Math.max(from + (at < 0 ? 0 : step), 0), rows.length - 1);
    rows[to]?.focusRow();
  }

  toggle(task) {
    if (this.app.mayEdit) {
      this.#leave(task);
      this.app.actions.toggleTask(task);
    }
  }

  remove(task) {
    if (this.app.mayEdit) {
      this.#leave(task);
      this.app.actions.deleteTask(task);
      if (this.app.route.taskId === task.id) {
        this.app.go({ taskId: undefined });
      }
    }
  }

  /** Moves a task up or down in its list. @returns {boolean} whether this view has the list's order */
  shift(task, step) {
    const ordered = this.app.store.things.get("list", this.app.view) && this.app.mayEdit;
    const siblingsIn = (nodes) =>
      nodes.some((node) => node.task.id === task.id)
        ? nodes.map((node) => node.task)
        : nodes.flatMap((node) => siblingsIn(node.children));
    if (ordered) {
      const open = this.app.sections.filter((section) => !section.done).flatMap((section) => section.nodes);
      this.app.actions.shiftTask(task, siblingsIn(open), step);
    }
    return Boolean(ordered);
  }

  /** A row that has the focus and goes away hands it to a neighbour. */
  #leave(task) {
    const rows = this.#rows;
    const at = rows.indexOf(this.renderRoot.activeElement);
    if (rows[at]?.task.id === task.id) {
      const next = rows[at + 1] ?? rows[at - 1];
      this.currentId = this.#focusWhenShown = next?.task.id ?? null;
    }
  }

  render() {
    const { app } = this;
    const sections = app.sections;
    const open = sections.filter((section) => !section.done);
    const done = sections.filter((section) => section.done);
    const told = this.#told();
    const current = this.currentId ?? open[0]?.nodes[0]?.task.id;
    return html`<div
      class="column"
      @focusin=${this.#focused}
      @toggle=${({ detail }) => this.toggle(detail)}
      @remove=${({ detail }) => this.remove(detail)}
      @restore=${({ detail }) => app.actions.restoreTask(detail)}
    >
      <header>
        <h1>${this.heading}</h1>
        ${app.view === "today" ? this.#tonight() : nothing}
      </header>
      ${open.map((section) => this.#section(section, told, current))}
      ${open.length === 0 ? this.#empty() : nothing}
      ${app.view !== "trash" && app.mayEdit
        ? html`<div class="entry">
            <quick-entry
              hint="q"
              .label=${ENTRY_LABELS[app.view] ?? "Add a task"}
              @entered=${this.#add}
              @left=${() => this.#rowOf(this.currentId)?.focusRow()}
            ></quick-entry>
          </div>`
        : nothing}
      ${done.map((section) => this.#done(section, told, current))}
    </div>`;
  }

  #tonight() {
    const { now, zone } = this.app;
    const today = dayOf(now, zone);
    const phase = moonPhase(now);
    return html`<span class="date" title=${moonName(phase)}>
      ${plainDay(today, today)} ${moonInTheSky(phase, 16)}
    </span>`;
  }

  #empty() {
    const { app } = this;
    if (!app.store.loaded) {
      return html`<p class="loading" role="status">Loading…</p>`;
    }
    const [title, text] = EMPTY[app.view] ?? EMPTY.list;
    return html`<div class="empty"><strong>${title}</strong><span>${text}</span></div>`;
  }

  #section({ title, note, nodes }, told, current) {
    const rest = nodes.slice(this.shown);
    const added = rest.filter(({ task }) => this.#added.has(task.id));
    return html`<section aria-label=${title || this.heading}>
      ${title ? html`<h2>${title}${note ? html`<span class="note">${note}</span>` : nothing}</h2>` : nothing}
      ${this.#tree(nodes.slice(0, this.shown), told, current)} ${this.#more(rest.length - added.length)}
      ${added.length > 0 ? this.#tree(added, told, current) : nothing}
    </section>`;
  }

  #done({ title, nodes }, told, current) {
    const shown = this.showDone ? nodes.slice(0, this.shown) : [];
    return html`<section aria-label=${title}>
      <h2>
        <button aria-expanded=${this.showDone} @click=${() => (this.showDone = !this.showDone)}>
          ${icon("down")}${title}<span class="count">${nodes.length}</span>
        </button>
      </h2>
      ${this.#tree(shown, told, current)} ${this.showDone ? this.#more(nodes.length - shown.length) : nothing}
    </section>`;
  }

  #more(count) {
    return count > 0
      ? html`<button class="button more" @click=${() => (this.shown += PAGE)}>Show ${count} more</button>`
      : nothing;
  }

  #tree(nodes, told, current) {
    return html`<ul>
      ${repeat(
        nodes,
        ({ task }) => task.id,
        ({ task, children }) => html`<li>
          <task-item
            .task=${task}
            .context=${this.#context}
            .list=${told.list(task)}
            .assignee=${told.assignee(task)}
            .comments=${told.comments(task)}
            .subtasks=${children.length}
            .subtasksDone=${children.filter((child) => child.task.status !== "open").length}
            .current=${task.id === current}
            .open=${task.id === this.app.route.taskId}
          ></task-item>
          ${children.length > 0 ? this.#tree(children, told, current) : nothing}
        </li>`,
      )}
    </ul>`;
  }

  /** What holds for all rows; by the minute, since no row says more about the time. */
  #contextNow() {
    const { app } = this;
    return {
      now: Math.floor(app.now / 60_000) * 60_000,
      view: app.view,
      zone: app.zone,
      locale: app.locale,
      trash: app.view === "trash",
      readonly: !app.mayEdit,
      href: this.#hrefOf,
    };
  }

  #hrefOf = (task) => this.app.href({ view: this.app.view, taskId: task.id });

  /** What a row tells that is not in its task. */
  #told() {
    const { app } = this;
    const { things } = app.store;
    const inList = things.get("list", app.view) !== undefined;
    const comments = new Map();
    for (const { taskId } of things.of("comment").values()) {
      comments.set(taskId, (comments.get(taskId) ?? 0) + 1);
    }
    return {
      list: (task) => (inList ? "" : this.#listName(task.listId)),
      assignee: (task) => (task.assignee ? app.nameOf(task.assignee) : ""),
      comments: (task) => comments.get(task.id) ?? 0,
    };
  }

  #listName(id) {
    return id === this.app.inboxId ? "Inbox" : this.app.store.things.get("list", id)?.name;
  }

  #focused({ target }) {
    this.currentId = target.task?.id ?? this.currentId;
  }

  #add({ detail: titles }) {
    const { app } = this;
    const fields = app.fieldsForEntry;
    const listId = app.store.things.get("list", app.view)?.id;
    const added = titles.map((title) => app.actions.addTask(title, fields, listId));
    added.forEach((id) => this.#added.add(id));
    this.currentId = this.#revealWhenShown = added.at(-1);
  }
}

customElements.define("task-view", TaskView);
