import { Component, css, html, nothing } from "../lit.js";
import { shared } from "../styles/shared.js";
import { icon } from "./icons.js";

/** How many tasks are made of one paste. */
const MOST_LINES = 100;
const LONGEST_TITLE = 500;

/** A line to type tasks into, one after the other. Says `entered` with the titles, and `left` on Escape. */
class QuickEntry extends Component {
  static properties = { label: {}, hint: {} };

  static styles = [
    shared,
    css`
      form {
        display: flex;
        align-items: center;
        gap: 0.3rem;
        min-height: 2.9rem;
        padding: 0 0.4rem 0 0.7rem;
        border: 1px solid var(--control-line);
        border-radius: var(--radius);
        background: var(--surface);
      }

      form:focus-within {
        border-color: var(--accent);
        box-shadow: 0 0 0 1px var(--accent);
      }

      svg {
        flex: none;
        color: var(--accent);
      }

      input {
        flex: 1;
        min-width: 0;
        min-height: 2.4rem;
        padding: 0 0.4rem;
        border: 0;
        background: none;
      }

      /* The form around it shows the focus. */
      input:focus-visible {
        outline: none;
      }

      kbd {
        padding: 0.05em 0.5em;
        border: 1px solid var(--line);
        border-radius: 5px;
        color: var(--ink-faint);
        font: 600 0.8em var(--font);
      }

      form:focus-within kbd {
        display: none;
      }

      @media (hover: none) {
        kbd {
          display: none;
        }
      }
    `,
  ];

  get #input() {
    return this.renderRoot.querySelector("input");
  }

  focus() {
    this.#input.focus();
  }

  render() {
    return html`<form @submit=${this.#submit}>
      ${icon("add")}
      <input
        aria-label=${this.label}
        placeholder=${this.label}
        maxlength=${LONGEST_TITLE}
        autocomplete="off"
        enterkeyhint="done"
        @keydown=${this.#keydown}
        @paste=${this.#paste}
      />
      ${this.hint ? html`<kbd aria-hidden="true">${this.hint}</kbd>` : nothing}
    </form>`;
  }

  #submit(event) {
    event.preventDefault();
    this.#enter([this.#input.value]);
    this.#input.value = "";
  }

  #keydown(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      this.#input.blur();
      this.dispatchEvent(new Event("left"));
    }
  }

  /** A paste of several lines is a task for each. */
  #paste(event) {
    const lines = event.clipboardData.getData("text").split(/\r?\n/).filter((line) => line.trim());
    if (lines.length > 1) {
      event.preventDefault();
      this.#enter(lines.slice(0, MOST_LINES));
    }
  }

  #enter(lines) {
    const titles = lines.map((line) => line.trim().slice(0, LONGEST_TITLE)).filter(Boolean);
    if (titles.length > 0) {
      this.dispatchEvent(new CustomEvent("entered", { detail: titles }));
    }
  }
}

customElements.define("quick-entry", QuickEntry);
