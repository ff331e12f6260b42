import { Component, css, html, nothing } from "../lit.js";
import { shared } from "../styles/shared.js";
import { icon } from "./icons.js";

const MOST = 50;

/** A task's tags. Says `change` with all of them. */
class TagField extends Component {
  static properties = {
    tags: { attribute: false },
    known: { attribute: false },
    disabled: { type: Boolean },
  };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.35rem;
      }

      .tag {
        display: inline-flex;
        align-items: center;
        max-width: 100%;
        border: 1px solid var(--line);
        border-radius: 1em;
        background: var(--panel);
        padding-left: 0.7em;
        font-size: 0.9rem;
        overflow-wrap: anywhere;
      }

      .tag button {
        display: inline-grid;
        place-items: center;
        width: 1.7rem;
        height: 1.7rem;
        border-radius: 50%;
        color: var(--ink-soft);
      }

      .tag button:hover {
        background: var(--hover);
        color: var(--ink);
      }

      .tag svg {
        width: 12px;
        height: 12px;
      }

      .tag.fixed {
        padding-right: 0.7em;
      }

      input {
        flex: 1 1 6rem;
        width: 6rem;
      }
    `,
  ];

  render() {
    return html`
      ${this.tags.map((tag) => this.#chip(tag))}
      ${this.disabled || this.tags.length >= MOST
        ? nothing
        : html`
            <input
              class="field"
              aria-label="Add a tag"
              placeholder="Add a tag"
              list="known"
              maxlength="100"
              autocomplete="off"
              @keydown=${this.#keydown}
              @change=${({ target }) => this.#add(target)}
            />
            <datalist id="known">${this.known.map((tag) => html`<option value=${tag}></option>`)}</datalist>
          `}
    `;
  }

  #chip(tag) {
    return this.disabled
      ? html`<span class="tag fixed">${tag}</span>`
      : html`<span class="tag">
          ${tag}<button aria-label="Remove tag ${tag}" @click=${() => this.#remove(tag)}>${icon("close")}</button>
        </span>`;
  }

  #keydown(event) {
    const { target, key } = event;
    if (key === "Enter" || key === ",") {
      event.preventDefault();
      this.#add(target);
    } else if (key === "Backspace" && target.value === "" && this.tags.length > 0) {
      this.#remove(this.tags.at(-1));
    }
  }

  #add(input) {
    const tag = input.value.replace(/^#/, "").trim();
    input.value = "";
    const taken = this.tags.some((other) => other.toLocaleLowerCase() === tag.toLocaleLowerCase());
    if (tag && !taken) {
      this.#say([...this.tags, tag]);
    }
  }

  #remove(tag) {
    this.#say(this.tags.filter((other) => other !== tag));
    this.renderRoot.querySelector("input")?.focus();
  }

  #say(tags) {
    this.dispatchEvent(new CustomEvent("change", { detail: tags }));
  }
}

customElements.define("tag-field", TagField);
