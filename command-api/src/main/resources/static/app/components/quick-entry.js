import { Component, css, html, nothing } from "../lit.js";
import { shared } from "../styles/shared.js";
import { icon } from "./icons.js";
import { highlighted, Interpreting } from "./interpreting.js";

/** How many tasks are made of one paste. */
const MOST_LINES = 100;
const LONGEST = 500;

/**
 * A line to type tasks into, one after the other. Says `entered` with `[{text, preview}]`, and `left` on Escape.
 *
 * With `understand` (text to what the server makes of it) it shows while one types what is understood: the words in the
 * line, and below it, as `describe` tells, what the task will have.
 */
class QuickEntry extends Component {
  static properties = {
    label: {},
    hint: {},
    understand: { attribute: false },
    describe: { attribute: false },
    text: { state: true },
  };

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

      .line {
        position: relative;
        flex: 1;
        min-width: 0;
      }

      input,
      .shadow {
        width: 100%;
        height: 2.4rem;
        padding: 0 0.4rem;
        border: 0;
        line-height: 2.4rem;
      }

      input {
        position: relative;
        background: none;
      }

      /* The form around it shows the focus. */
      input:focus-visible {
        outline: none;
      }

      /* Lies behind the line, with the same letters unseen, and colors the words that are understood. */
      .shadow {
        position: absolute;
        inset: 0;
        overflow: hidden;
        color: transparent;
        white-space: pre;
        pointer-events: none;
      }

      mark {
        padding: 0.2em 0;
        border-radius: 4px;
        background: var(--accent-wash);
        box-shadow: 0 0 0 2px var(--accent-wash), inset 0 -2px 0 var(--accent);
        color: transparent;
      }

      .understood {
        display: flex;
        flex-wrap: wrap;
        gap: 0.15rem 0.9rem;
        min-height: 1.5rem;
        padding: 0.3rem 0.4rem 0 2.6rem;
        color: var(--ink-soft);
        font-size: 0.84rem;
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

  #interpreting = new Interpreting((text, signal) => this.understand(text, signal), () => this.requestUpdate());

  constructor() {
    super();
    this.text = "";
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#interpreting.forget();
  }

  get #input() {
    return this.renderRoot.querySelector("input");
  }

  focus() {
    this.#input.focus();
  }

  updated() {
    this.#follow();
  }

  render() {
    const spans = this.#interpreting.spansIn(this.text);
    return html`<form @submit=${this.#submit}>
        ${icon("add")}
        <div class="line">
          ${spans.length > 0 ? html`<div class="shadow" aria-hidden="true">${highlighted(this.text, spans)}</div>` : nothing}
          <input
            aria-label=${this.label}
            placeholder=${this.label}
            maxlength=${LONGEST}
            autocomplete="off"
            enterkeyhint="done"
            @input=${this.#typed}
            @scroll=${this.#follow}
            @keydown=${this.#keydown}
            @paste=${this.#paste}
          />
        </div>
        ${this.hint ? html`<kbd aria-hidden="true">${this.hint}</kbd>` : nothing}
      </form>
      ${spans.length > 0 ? this.#understood() : nothing}`;
  }

  #understood() {
    const task = this.#interpreting.taskOf(this.text);
    return html`<div class="understood" role="status">
      ${task ? this.describe(task).map((part) => html`<span>${part}</span>`) : nothing}
    </div>`;
  }

  /** A long line scrolls within itself, and what lies behind it has to follow. */
  #follow() {
    const shadow = this.renderRoot.querySelector(".shadow");
    if (shadow) {
      shadow.scrollLeft = this.#input.scrollLeft;
    }
  }

  #typed() {
    this.text = this.#input.value;
    if (this.understand) {
      this.#interpreting.read(this.text);
    }
  }

  #submit(event) {
    event.preventDefault();
    this.#enter([this.#input.value]);
    this.#clear();
  }

  #clear() {
    this.#input.value = this.text = "";
    this.#interpreting.forget();
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
    const entries = lines
      .map((line) => ({ text: line.trim().slice(0, LONGEST), preview: this.#interpreting.taskOf(line) }))
      .filter(({ text }) => text);
    if (entries.length > 0) {
      this.dispatchEvent(new CustomEvent("entered", { detail: entries }));
    }
  }
}

customElements.define("quick-entry", QuickEntry);
