import { Component, css, html } from "../lit.js";
import { shared } from "../styles/shared.js";
import "./editable-text.js";
import "./markdown-text.js";

/** A task's notes: shown as Markdown, edited as text. Says `commit` as `<editable-text>` does. */
class NotesField extends Component {
  static properties = {
    task: { attribute: false },
    readonly: { type: Boolean },
    editing: { state: true },
  };

  static styles = [
    shared,
    css`
      .shown {
        padding: 0.35rem 0.5rem;
        border: 1px solid transparent;
        border-radius: var(--radius-small);
      }

      .shown:hover {
        border-color: var(--line);
      }

      .edit {
        margin-top: 0.3rem;
        padding: 0.35rem 0.5rem;
        border-radius: var(--radius-small);
        color: var(--ink-faint);
        font-size: 0.93rem;
      }

      .edit:hover {
        background: var(--hover);
        color: var(--ink);
      }
    `,
  ];

  constructor() {
    super();
    this.editing = false;
  }

  willUpdate(changed) {
    if (changed.has("task") && changed.get("task")?.id !== this.task.id) {
      this.editing = false;
    }
  }

  updated(changed) {
    if (changed.has("editing") && this.editing) {
      this.renderRoot.querySelector("editable-text").focus();
    }
  }

  render() {
    const { task, readonly } = this;
    if (this.editing) {
      return html`<editable-text
        label="Notes, in Markdown"
        lines
        .value=${task.notes}
        .subject=${task}
        @commit=${this.#commit}
        @left=${() => (this.editing = false)}
      ></editable-text>`;
    }
    return html`
      ${task.notes
        ? html`<div class="shown" @click=${this.#editUnlessLink}>
            <markdown-text .text=${task.notes}></markdown-text>
          </div>`
        : ""}
      ${readonly
        ? ""
        : html`<button class="edit" @click=${this.#edit}>${task.notes ? "Edit notes" : "Add notes"}</button>`}
    `;
  }

  #edit() {
    this.editing = !this.readonly;
  }

  #editUnlessLink(event) {
    const onLink = event.composedPath().some((element) => element.localName === "a");
    if (!onLink && getSelection().isCollapsed) {
      this.#edit();
    }
  }

  #commit({ detail }) {
    this.dispatchEvent(new CustomEvent("commit", { detail }));
  }
}

customElements.define("notes-field", NotesField);
