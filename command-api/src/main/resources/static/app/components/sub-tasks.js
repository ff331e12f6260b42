import { css, html, nothing, repeat } from "../lit.js";
import { byParent } from "../store/tree.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { checkbox, checkboxStyles } from "./checkbox.js";
import "./quick-entry.js";

/** The steps of a task. */
class SubTasks extends AppElement {
  static properties = {
    task: { attribute: false },
    readonly: { type: Boolean },
  };

  static styles = [
    shared,
    checkboxStyles,
    css`
      li {
        display: flex;
        align-items: flex-start;
        gap: 0.6rem;
        padding: 0.35rem 0.2rem;
      }

      .check {
        margin-top: 0.05rem;
      }

      a {
        flex: 1;
        min-width: 0;
        color: inherit;
        text-decoration: none;
        overflow-wrap: anywhere;
      }

      a:hover {
        text-decoration: underline;
      }

      .done a {
        color: var(--ink-faint);
        text-decoration: line-through;
      }

      quick-entry {
        display: block;
        margin-top: 0.3rem;
      }
    `,
  ];

  render() {
    const { app, task, readonly } = this;
    const present = [...app.store.things.of("task").values()].filter(({ deletedAt }) => !deletedAt);
    const children = byParent(present).get(task.id) ?? [];
    return html`
      <ul>
        ${repeat(
          children,
          ({ id }) => id,
          (child) => html`<li class=${child.status === "open" ? "" : "done"}>
            ${checkbox(child, () => app.actions.toggleTask(child), { disabled: readonly })}
            <a href=${app.href({ view: app.view, taskId: child.id })}>${child.title}</a>
          </li>`,
        )}
      </ul>
      ${readonly
        ? nothing
        : html`<quick-entry label="Add a subtask" @entered=${({ detail }) => this.#add(detail)}></quick-entry>`}
    `;
  }

  #add(entries) {
    const { app, task } = this;
    entries.forEach(({ text }) => app.actions.addTask(text, { parentId: task.id }, task.listId));
  }
}

customElements.define("sub-tasks", SubTasks);
