import { css, html, nothing } from "../lit.js";
import { agoLabel } from "../store/dates.js";
import { repeats } from "../store/recurrence.js";
import { sortedLists } from "../store/views.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { checkbox, checkboxStyles } from "./checkbox.js";
import { icon } from "./icons.js";
import { PRIORITY_NAMES } from "./task-item.js";
import "./activity-log.js";
import "./date-field.js";
import "./editable-text.js";
import "./notes-field.js";
import "./reminder-field.js";
import "./repeat-field.js";
import "./sub-tasks.js";
import "./tag-field.js";
import "./task-comments.js";

/** Where a focused text field would bring up a keyboard over half of the screen. */
const TOUCH = matchMedia("(pointer: coarse)");

/** Everything about one task. Says `done` when it is closed. */
class TaskDetail extends AppElement {
  static properties = {
    task: { attribute: false },
    dateFirst: { type: Boolean },
    activityShown: { state: true },
  };

  static styles = [
    shared,
    checkboxStyles,
    css`
      :host {
        display: block;
        width: 26rem;
        max-width: 100vw;
        min-height: 0;
        background: var(--surface);
        border-left: 1px solid var(--line);
      }

      aside {
        height: 100%;
        overflow-y: auto;
        padding: 0.7rem 1.1rem 1.6rem;
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin: 0 -0.5rem 0.3rem -0.4rem;
      }

      .parent {
        overflow: hidden;
        padding: 0 0.5rem;
        font-size: 0.9rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .buttons {
        display: flex;
        margin-left: auto;
      }

      .title {
        display: flex;
        align-items: flex-start;
        gap: 0.4rem;
      }

      .title .check {
        margin-top: 0.55rem;
      }

      .title editable-text {
        flex: 1;
        font-size: 1.15rem;
        font-weight: 600;
        line-height: 1.35;
      }

      dl {
        display: grid;
        grid-template-columns: 4.6rem minmax(0, 1fr);
        align-items: start;
        gap: 0.55rem 0.6rem;
        margin: 0.9rem 0 1.2rem;
      }

      dt {
        padding-top: 0.45rem;
        color: var(--ink-faint);
        font-size: 0.93rem;
      }

      section {
        margin-top: 1.2rem;
      }

      h3 {
        margin-bottom: 0.3rem;
        font-size: 0.93rem;
        font-weight: 650;
      }

      footer {
        margin-top: 1.6rem;
        color: var(--ink-faint);
        font-size: 0.84rem;
      }

      details {
        margin-top: 0.6rem;
      }

      summary {
        min-height: 2rem;
        line-height: 2rem;
        cursor: pointer;
      }

      activity-log {
        color: var(--ink);
        font-size: 0.93rem;
      }

      @media (max-width: 45rem) {
        :host {
          width: 100vw;
          border: 0;
        }

        aside {
          padding: 0.5rem 0.8rem 1.6rem;
        }
      }
    `,
  ];

  #shownId;

  updated() {
    const { id } = this.task;
    if (this.#shownId !== id) {
      this.#shownId = id;
      const first = this.dateFirst ? "date-field" : TOUCH.matches ? "aside" : "editable-text";
      this.renderRoot.querySelector(first).focus();
    }
  }

  focusDate() {
    this.renderRoot.querySelector("date-field").focus();
  }

  close() {
    this.app.go({ taskId: undefined });
    this.dispatchEvent(new Event("done"));
  }

  render() {
    const { app, task } = this;
    const readonly = !app.mayEdit || Boolean(task.deletedAt);
    return html`<aside aria-label="Task: ${task.title}" tabindex="-1">
      <header>
        ${this.#parentLink(task)}
        <div class="buttons">
          ${readonly
            ? nothing
            : html`${this.#skip(task)}<button class="icon-button" aria-label="Delete task" @click=${this.#delete}>
                ${icon("trash")}
              </button>`}
          <button class="icon-button" aria-label="Close" @click=${this.close}>${icon("close")}</button>
        </div>
      </header>
      <div class="title">
        ${checkbox(task, () => app.actions.toggleTask(task), { disabled: readonly })}
        <editable-text
          label="Title"
          required
          maxlength="500"
          ?readonly=${readonly}
          .value=${task.title}
          .subject=${task}
          @commit=${({ detail }) => app.actions.editTask(detail.subject, { title: detail.value })}
        ></editable-text>
      </div>
      <dl>
        <dt>Due</dt>
        <dd>
          <date-field
            .app=${app}
            .value=${task.due}
            ?disabled=${readonly}
            @change=${({ detail }) => app.actions.editTask(task, { due: detail })}
          ></date-field>
        </dd>
        <dt>Remind</dt>
        <dd>
          <reminder-field
            .app=${app}
            .task=${task}
            ?disabled=${readonly}
            @change=${({ detail }) => app.actions.editTask(task, { reminders: detail })}
          ></reminder-field>
        </dd>
        <dt>Repeat</dt>
        <dd>
          <repeat-field
            .app=${app}
            .task=${task}
            ?disabled=${readonly || Boolean(task.recurrence?.successor)}
            @change=${({ detail }) => app.actions.editTask(task, { recurrence: detail })}
          ></repeat-field>
        </dd>
        <dt><label for="priority">Priority</label></dt>
        <dd>${this.#priority(task, readonly)}</dd>
        <dt><label for="list">List</label></dt>
        <dd>${this.#list(task, readonly)}</dd>
        ${this.#assignee(task, readonly)}
        <dt>Tags</dt>
        <dd>
          <tag-field
            .tags=${task.tags}
            .known=${this.#knownTags()}
            ?disabled=${readonly}
            @change=${({ detail }) => app.actions.editTask(task, { tags: detail })}
          ></tag-field>
        </dd>
      </dl>
      <section>
        <h3>Notes</h3>
        <notes-field
          .task=${task}
          ?readonly=${readonly}
          @commit=${({ detail }) => app.actions.editTask(detail.subject, { notes: detail.value || null })}
        ></notes-field>
      </section>
      <section>
        <h3>Subtasks</h3>
        <sub-tasks .app=${app} .task=${task} ?readonly=${readonly}></sub-tasks>
      </section>
      <section>
        <h3>Comments</h3>
        <task-comments .app=${app} .task=${task} ?readonly=${readonly}></task-comments>
      </section>
      <footer>
        ${this.#history(task)}
        <details @toggle=${({ target }) => (this.activityShown = target.open)}>
          <summary>Activity</summary>
          ${this.activityShown ? html`<activity-log .app=${app} .task=${task}></activity-log>` : nothing}
        </details>
      </footer>
    </aside>`;
  }

  #parentLink(task) {
    const parent = this.app.store.things.get("task", task.parentId);
    return parent
      ? html`<a class="parent" href=${this.app.href({ view: this.app.view, taskId: parent.id })}>${parent.title}</a>`
      : nothing;
  }

  #priority(task, readonly) {
    return html`<select
      id="priority"
      class="field"
      ?disabled=${readonly}
      @change=${({ target }) => this.app.actions.editTask(task, { priority: target.value })}
    >
      ${Object.entries(PRIORITY_NAMES).map(
        ([value, name]) => html`<option value=${value} .selected=${value === task.priority}>${name}</option>`,
      )}
    </select>`;
  }

  #list(task, readonly) {
    const { app } = this;
    const lists = sortedLists(app.store.things.of("list"), app.inboxId);
    const options = [{ id: app.inboxId, name: "Inbox" }, ...lists];
    return html`<select
      id="list"
      class="field"
      ?disabled=${readonly || Boolean(task.parentId)}
      @change=${({ target }) => app.actions.moveTask(task, target.value)}
    >
      ${options.map(({ id, name }) => html`<option value=${id} .selected=${id === task.listId}>${name}</option>`)}
    </select>`;
  }

  #assignee(task, readonly) {
    const { app } = this;
    const members = [...app.store.things.of("member").values()];
    if (members.length < 2) {
      return nothing;
    }
    return html`
      <dt><label for="assignee">Assignee</label></dt>
      <dd>
        <select
          id="assignee"
          class="field"
          ?disabled=${readonly}
          @change=${({ target }) => app.actions.editTask(task, { assignee: target.value || null })}
        >
          <option value="" .selected=${!task.assignee}>Nobody</option>
          ${members.map(
            ({ userId }) =>
              html`<option value=${userId} .selected=${userId === task.assignee}>${app.nameOf(userId)}</option>`,
          )}
        </select>
      </dd>
    `;
  }

  #knownTags() {
    return [...new Set([...this.app.store.things.of("task").values()].flatMap(({ tags }) => tags))].sort();
  }

  #history(task) {
    const { now, zone, locale } = this.app;
    const told = (moment) => agoLabel(new Date(moment), now, zone, locale);
    const by = (userId) => (userId ? ` by ${this.app.nameOf(userId)}` : "");
    return html`
      Created ${told(task.createdAt)}${by(task.createdBy)}
      ${task.version > 1 ? html`<br />Changed ${told(task.updatedAt)}${by(task.updatedBy)}` : nothing}
    `;
  }

  #skip(task) {
    return task.status === "open" && repeats(task)
      ? html`<button
          class="icon-button"
          aria-label="Skip this one"
          title="Skip this one"
          @click=${() => this.app.actions.skipTask(task)}
        >
          ${icon("skip")}
        </button>`
      : nothing;
  }

  #delete() {
    this.app.actions.deleteTask(this.task);
    this.close();
  }
}

customElements.define("task-detail", TaskDetail);
