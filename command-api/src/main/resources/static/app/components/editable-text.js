import { Component, css, html, live, nothing } from "../lit.js";
import { shared } from "../styles/shared.js";

/**
 * A text that is edited in place. Says `left` once it is left, and before that, where it was changed, `commit` with
 * `{value, subject}`, where `subject` is the thing as it was when the user began to type. Escape leaves it as it was.
 * With `lines` it takes many, and Ctrl+Enter ends it instead of Enter.
 */
class EditableText extends Component {
  static properties = {
    value: {},
    subject: { attribute: false },
    label: {},
    lines: { type: Boolean },
    required: { type: Boolean },
    readonly: { type: Boolean },
    maxlength: { type: Number },
    draft: { state: true },
  };

  static styles = [
    shared,
    css`
      :host {
        display: block;
      }

      textarea {
        display: block;
        width: 100%;
        padding: 0.35rem 0.5rem;
        border: 1px solid transparent;
        border-radius: var(--radius-small);
        background: none;
        font: inherit;
        line-height: inherit;
        overflow-wrap: anywhere;
        resize: none;
        overflow: hidden;
      }

      textarea:hover:read-write {
        border-color: var(--line);
      }

      textarea:focus {
        border-color: var(--accent);
        outline: 1px solid var(--accent);
        outline-offset: 0;
        background: var(--surface);
      }
    `,
  ];

  #base;

  constructor() {
    super();
    this.draft = null;
  }

  get #area() {
    return this.renderRoot.querySelector("textarea");
  }

  async focus() {
    await this.updateComplete;
    this.#area.focus();
  }

  render() {
    return html`<textarea
      rows="1"
      aria-label=${this.label}
      placeholder=${this.label}
      maxlength=${this.maxlength ?? nothing}
      ?readonly=${this.readonly}
      .value=${live(this.draft ?? this.value ?? "")}
      @input=${this.#input}
      @keydown=${this.#keydown}
      @blur=${this.#leave}
    ></textarea>`;
  }

  updated() {
    const area = this.#area;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
  }

  #input() {
    if (this.draft === null) {
      this.#base = this.subject;
    }
    this.draft = this.#area.value;
  }

  #keydown(event) {
    if (event.key === "Escape") {
      this.draft = null;
      this.#area.blur();
    } else if (event.key === "Enter" && (!this.lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#area.blur();
    }
  }

  #leave() {
    const value = this.lines ? (this.draft ?? "").trimEnd() : (this.draft ?? "").replace(/\s+/g, " ").trim();
    const changed = this.draft !== null && value !== (this.value ?? "") && (value !== "" || !this.required);
    this.draft = null;
    if (changed) {
      this.dispatchEvent(new CustomEvent("commit", { detail: { value, subject: this.#base } }));
    }
    this.dispatchEvent(new Event("left"));
  }
}

customElements.define("editable-text", EditableText);
