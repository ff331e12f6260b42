import { html, nothing } from "../lit.js";
import { dayOf, plainDay } from "../store/dates.js";
import { moonName, moonPhase } from "../store/moon.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { moonInTheSky } from "./icons.js";
import { doneSection, openSection } from "./task-sections.js";
import { contextOf, notesOf } from "./task-rows.js";
import { taskSummary } from "./task-summary.js";
import { taskViewStyles } from "./task-view-styles.js";
import "./quick-entry.js";

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

  static styles = [shared, taskViewStyles];

  #lastView;
  #context;
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
    this.#context = contextOf(app, this.#context);
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

  // Not "remove", which is an element's own.
  trash(task) {
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
    const rows = this.#rowsToShow(open[0]?.nodes[0]?.task.id);
    return html`<div
      class="column"
      @focusin=${this.#focused}
      @toggle=${({ detail }) => this.toggle(detail)}
      @remove=${({ detail }) => this.trash(detail)}
      @restore=${({ detail }) => app.actions.restoreTask(detail)}
    >
      <header>
        <h1>${this.heading}</h1>
        ${app.view === "today" ? this.#tonight() : nothing}
      </header>
      ${open.map((section) => openSection(section, rows))}
      ${open.length === 0 ? this.#empty() : nothing}
      ${app.view !== "trash" && app.mayEdit
        ? html`<div class="entry">
            <quick-entry
              hint="q"
              .label=${ENTRY_LABELS[app.view] ?? "Add a task"}
              .understand=${this.#understand}
              .describe=${this.#describe}
              @entered=${this.#add}
              @left=${() => this.#rowOf(this.currentId)?.focusRow()}
            ></quick-entry>
          </div>`
        : nothing}
      ${done.map((section) => doneSection(section, this.showDone, rows))}
    </div>`;
  }

  #rowsToShow(first) {
    return {
      context: this.#context,
      notes: notesOf(this.app),
      currentId: this.currentId ?? first,
      openId: this.app.route.taskId,
      shown: this.shown,
      added: this.#added,
      showMore: () => (this.shown += PAGE),
      fold: () => (this.showDone = !this.showDone),
    };
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

  #focused({ target }) {
    this.currentId = target.task?.id ?? this.currentId;
  }

  #understand = (text, signal) => this.app.understand(text, { ...this.#place, signal });

  #describe = (task) => taskSummary(task, this.app);

  /** What a task that is added here has from the start. */
  get #place() {
    const { app } = this;
    return { fields: app.fieldsForEntry, listId: app.store.things.get("list", app.view)?.id ?? app.inboxId };
  }

  #add({ detail: entries }) {
    const added = entries.map(({ text, preview }) =>
      this.app.actions.addTaskFromText(text, { ...this.#place, preview }),
    );
    added.forEach((id) => this.#added.add(id));
    this.currentId = this.#revealWhenShown = added.at(-1);
  }
}

customElements.define("task-view", TaskView);
