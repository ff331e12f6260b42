import { Component, css, html, nothing } from "../lit.js";
import { dateLabel, dayOf, dayOfDate, isPast } from "../store/dates.js";
import { pieces } from "../store/search.js";
import { ruleLabel } from "../store/recurrence.js";
import { shared } from "../styles/shared.js";
import { checkbox, checkboxStyles } from "./checkbox.js";
import { icon, moon } from "./icons.js";

export const PRIORITY_NAMES = { urgent: "Urgent", high: "High", medium: "Medium", low: "Low", none: "None" };

/**
 * One task in the main pane. Says `toggle`, `remove` and `restore`, which bubble; a click on the title, or Enter,
 * follows the link to the detail pane.
 *
 * There are many of them, so each property is a value that stays the same while nothing about the task changes. What
 * holds for all is in `context`: `{now, view, zone, locale, trash, readonly, href}`.
 */
class TaskItem extends Component {
  static properties = {
    task: { attribute: false },
    context: { attribute: false },
    list: {},
    assignee: {},
    comments: { type: Number },
    subtasks: { type: Number },
    subtasksDone: { type: Number },
    current: { type: Boolean },
    open: { type: Boolean },
    found: { attribute: false },
  };

  static styles = [
    shared,
    checkboxStyles,
    css`
      :host {
        display: block;
      }

      .row {
        display: flex;
        align-items: flex-start;
        gap: 0.75rem;
        padding: 0.55rem 0.5rem 0.55rem 0.7rem;
        border-radius: var(--radius-small);
      }

      .row:hover {
        background: var(--hover);
      }

      .row.open {
        background: var(--accent-wash);
      }

      .row:focus-within {
        box-shadow: inset 3px 0 0 var(--accent);
      }

      .check {
        margin-top: 0.05rem;
      }

      .row-title {
        display: block;
        flex: 1;
        min-width: 0;
        border-radius: 3px;
        color: inherit;
        text-decoration: none;
        overflow-wrap: anywhere;
      }

      .done .title {
        color: var(--ink-faint);
        text-decoration: line-through;
      }

      .meta {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.15rem 0.8rem;
        margin-top: 0.15rem;
        color: var(--ink-faint);
        font-size: 0.84rem;
      }

      .meta > span {
        display: inline-flex;
        align-items: center;
        gap: 0.3rem;
      }

      .meta svg {
        width: 15px;
        height: 15px;
      }

      .overdue {
        color: var(--danger);
        font-weight: 600;
      }

      .today {
        color: var(--accent);
        font-weight: 600;
      }

      .priority {
        color: var(--tone);
        font-weight: 600;
      }

      .priority.urgent {
        --tone: var(--priority-urgent);
      }

      .priority.high {
        --tone: var(--priority-high);
      }

      .priority.medium {
        --tone: var(--priority-medium);
      }

      .priority.low {
        --tone: var(--priority-low);
      }

      .tag {
        padding: 0 0.5em;
        border: 1px solid var(--line);
        border-radius: 1em;
        background: var(--surface);
        color: var(--ink-soft);
      }

      mark {
        border-radius: 2px;
        background: var(--mark);
        color: inherit;
      }

      .excerpt {
        display: block;
        color: var(--ink-soft);
        font-size: 0.87rem;
      }

      .actions {
        opacity: 0;
      }

      .row:hover .actions,
      .row:focus-within .actions,
      .actions.always {
        opacity: 1;
      }

      .actions .icon-button {
        width: 1.9rem;
        height: 1.9rem;
        min-height: 0;
        margin: -0.25rem 0;
      }

      @media (hover: none) {
        .actions:not(.always) {
          display: none;
        }
      }
    `,
  ];

  async focusRow() {
    await this.updateComplete;
    this.renderRoot.querySelector(".row-title").focus();
  }

  render() {
    const { task, context, current } = this;
    const done = task.status !== "open";
    const tabindex = current ? 0 : -1;
    return html`<div class="row ${done ? "done" : ""} ${this.open ? "open" : ""}">
      ${context.trash
        ? nothing
        : checkbox(task, () => this.#say("toggle"), { disabled: context.readonly, tabindex })}
      ${context.trash
        ? html`<span class="row-title" tabindex=${tabindex}>${this.#face(task)}</span>`
        : html`<a class="row-title" href=${context.href(task)} tabindex=${tabindex}>${this.#face(task)}</a>`}
      ${context.readonly ? nothing : this.#actions(task, tabindex)}
    </div>`;
  }

  #face(task) {
    return html`<span class="title">${marked(task.title, this.found?.title)}</span>${this.#excerpts()}${this.#meta(task)}`;
  }

  /** Where in notes and comments stands what was looked for. */
  #excerpts() {
    return [this.found?.notes, this.found?.comment]
      .filter(Boolean)
      .map(({ text, marks }) => html`<span class="excerpt">… ${marked(text, marks)} …</span>`);
  }

  #meta(task) {
    const parts = [this.#due(task), this.#bell(task), this.#repeat(task), this.#priority(task), this.#progress(), ...this.#tags(task), ...this.#rest()];
    const shown = parts.filter(Boolean);
    return shown.length > 0 ? html`<span class="meta">${shown}</span>` : nothing;
  }

  #due({ due, status }) {
    if (!due) {
      return null;
    }
    const { now, zone, locale } = this.context;
    const late = status === "open" && isPast(due, now, zone);
    const tone = late ? "overdue" : dayOfDate(due, zone) === dayOf(now, zone) ? "today" : "";
    const label = dateLabel(due, now, zone, locale);
    const note = late ? html`<span class="unseen">, overdue</span>` : nothing;
    return html`<span class=${tone}>${icon("calendar")}${label}${note}</span>`;
  }

  /** Whether a reminder is set, or has told of the task and waits for an answer. */
  #bell({ reminders, status }) {
    const states = status === "open" ? (reminders ?? []).map(({ state = "pending" }) => state) : [];
    const told = states.includes("triggered");
    return told || states.includes("pending")
      ? html`<span class=${told ? "today" : ""}
          >${icon("bell")}<span class="unseen">${told ? "reminded" : "with a reminder"}</span></span
        >`
      : null;
  }

  #repeat({ recurrence }) {
    return recurrence
      ? html`<span title=${ruleLabel(recurrence.rule)}
          >${icon("repeat")}<span class="unseen">${ruleLabel(recurrence.rule)}</span></span
        >`
      : null;
  }

  #priority({ priority }) {
    return priority === "none"
      ? null
      : html`<span class="priority ${priority}">${icon("flag")}${PRIORITY_NAMES[priority]}</span>`;
  }

  #progress() {
    const { subtasks, subtasksDone } = this;
    const note = html`<span class="unseen"> subtasks done</span>`;
    return subtasks > 0
      ? html`<span>${moon(subtasksDone / subtasks / 2, 15)}${subtasksDone}/${subtasks}${note}</span>`
      : null;
  }

  #tags({ tags }) {
    return tags.map((tag) => html`<span class="tag">${tag}</span>`);
  }

  #rest() {
    const { list, comments, assignee } = this;
    return [
      comments > 0 ? html`<span>${icon("comment")}${comments}<span class="unseen"> comments</span></span>` : null,
      assignee ? html`<span>${icon("user")}${assignee}</span>` : null,
      list ? html`<span>${icon("list")}${list}</span>` : null,
    ];
  }

  #actions(task, tabindex) {
    const button = (name, iconName, label) => html`<button
      class="icon-button"
      tabindex=${tabindex}
      aria-label="${label}: ${task.title}"
      @click=${() => this.#say(name)}
    >
      ${icon(iconName)}
    </button>`;
    return this.context.trash
      ? html`<span class="actions always">${button("restore", "restore", "Restore")}</span>`
      : html`<span class="actions">${button("remove", "trash", "Delete")}</span>`;
  }

  #say(type) {
    this.dispatchEvent(new CustomEvent(type, { detail: this.task, bubbles: true }));
  }
}

function marked(text, marks) {
  return pieces(text, marks).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : piece.text));
}

customElements.define("task-item", TaskItem);
