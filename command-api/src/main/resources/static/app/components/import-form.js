import { css, html, nothing } from "../lit.js";
import { placeOf, Transfer } from "../store/transfer.js";
import { AppElement } from "./app-element.js";
import { DialogElement } from "./dialog-element.js";
import { icon } from "./icons.js";

const FORMATS = {
  almanac: "An export of Almanac",
  table: "A table",
  calendar: "A calendar",
  todoist: "A project of Todoist",
  vikunja: "An export of Vikunja",
};
const KINDS = { lists: ["list", "lists"], tasks: ["task", "tasks"], comments: ["comment", "comments"] };
const FAULTS_SHOWN = 5;

/** Takes a file in: chosen, checked, and only then, once the user has seen what it is, applied. */
class ImportForm extends AppElement {
  static properties = {
    file: { state: true },
    /** `{state}`, with what goes with it: none, checking, checked, faulty, applying, done, stopped or failed. */
    step: { state: true },
    over: { state: true },
  };

  static styles = [
    ...DialogElement.styles,
    css`
      .drop {
        display: grid;
        justify-items: center;
        gap: 0.5rem;
        padding: 1.1rem;
        border: 1.5px dashed var(--control-line);
        border-radius: var(--radius);
        color: var(--ink-soft);
        font-weight: 400;
        text-align: center;
      }

      .drop.over {
        border-color: var(--accent);
        background: var(--accent-wash);
      }

      .drop:has(input:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }

      .drop .button {
        color: var(--ink);
      }

      .drop small {
        font-size: 0.87rem;
        text-wrap: balance;
      }

      .file {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-width: 0;
      }

      .file svg {
        flex: none;
        color: var(--ink-soft);
      }

      .file .name {
        overflow: hidden;
        font-weight: 550;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .faults {
        display: grid;
        gap: 0.3rem;
        max-height: 12rem;
        padding: 0.6rem 0.8rem;
        overflow-y: auto;
        border-radius: var(--radius-small);
        background: var(--danger-wash);
        overflow-wrap: anywhere;
      }

      .faults strong {
        font-weight: 600;
      }

      progress {
        width: 100%;
        accent-color: var(--accent);
      }

      .note {
        color: var(--ink-soft);
      }
    `,
  ];

  #leaving = new AbortController();

  constructor() {
    super();
    this.file = null;
    this.step = { state: "none" };
    this.over = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  render() {
    if (this.step.state === "none") {
      return this.#chooser();
    }
    return html`<div class="stack">
      <p class="file">${icon("file")}<span class="name">${this.file.name}</span></p>
      ${this.#standing()}
    </div>`;
  }

  #chooser() {
    return html`<label
      class="drop ${this.over ? "over" : ""}"
      @dragover=${this.#dragOver}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#drop}
    >
      <span class="button">Choose a file</span>
      <input class="unseen" type="file" accept=".json,.csv,.ics" @change=${this.#chosen} />
      <span>or drop one here</span>
      <small>An export of Almanac, Todoist or Vikunja, a table (CSV) or a calendar (iCalendar)</small>
    </label>`;
  }

  #standing() {
    const { step } = this;
    switch (step.state) {
      case "checking":
        return html`<p class="note" role="status">Being checked…</p>`;
      case "checked":
        return html`
          <p role="status">${FORMATS[step.format]} with ${amounts(step)}. Nothing is wrong with it.</p>
          <div class="buttons">
            ${this.#another()}
            <button class="button primary" @click=${this.#apply}>Import</button>
          </div>
        `;
      case "applying":
        return html`
          <progress aria-label="Import" max=${step.of} .value=${step.done}></progress>
          <p class="note" role="status">${step.done} of ${step.of}</p>
        `;
      case "done":
        return html`
          <p role="status">${outcome(step)}</p>
          <div class="buttons">${this.#another()}</div>
        `;
      default:
        return html`
          ${this.#faults()}
          <div class="buttons">${this.#another()}</div>
        `;
    }
  }

  #faults() {
    const { state, detail, errors = [], done } = this.step;
    const more = errors.length - FAULTS_SHOWN;
    return html`
      <p class="failure" role="alert">
        ${state === "faulty" ? "Nothing was imported, since this is wrong with the file:" : detail}
      </p>
      ${errors.length > 0
        ? html`<ul class="faults" aria-label="What is wrong">
            ${errors.slice(0, FAULTS_SHOWN).map((error) => fault(error))}
            ${more > 0 ? html`<li>and ${more} more</li>` : nothing}
          </ul>`
        : nothing}
      ${done ? html`<p class="note">${done} were taken by then; the same file goes on from there.</p>` : nothing}
    `;
  }

  #another() {
    return html`<button class="button" @click=${() => (this.step = { state: "none" })}>Another file</button>`;
  }

  #dragOver(event) {
    event.preventDefault();
    this.over = true;
  }

  #drop(event) {
    event.preventDefault();
    this.over = false;
    this.#look(event.dataTransfer.files[0]);
  }

  #chosen({ target }) {
    this.#look(target.files[0]);
  }

  async #look(file) {
    if (!file) {
      return;
    }
    this.file = file;
    if (!Transfer.knows(file)) {
      this.step = { state: "failed", detail: "Its name must end in .json, .csv or .ics, so that one knows what it is." };
      return;
    }
    this.step = { state: "checking" };
    try {
      this.step = { ...(await this.app.transfer.check(file, this.#leaving.signal)), state: "checked" };
    } catch (error) {
      this.#fail(error, "faulty");
    }
  }

  async #apply() {
    const { file } = this;
    let last = { done: 0 };
    this.step = { state: "applying", ...last };
    try {
      for await (const told of this.app.transfer.take(file, this.#leaving.signal)) {
        last = told;
        this.step = told;
      }
    } catch (error) {
      this.#fail(error, "failed", last.done);
    }
  }

  #fail(error, state, done) {
    if (this.#leaving.signal.aborted) {
      this.app.toast(done === undefined ? "Not imported" : `The import was stopped; the same file goes on from there`);
      return;
    }
    const errors = error.body?.errors;
    this.step = { state: errors ? state : "failed", detail: error.message, errors, done };
  }
}

function fault({ pointer, detail }) {
  const place = placeOf(pointer);
  return html`<li>${place ? html`<strong>${place}</strong>: ` : nothing}${detail}</li>`;
}

function amounts(held) {
  const parts = Object.entries(KINDS)
    .filter(([kind]) => held[kind] > 0)
    .map(([kind, [one, many]]) => `${held[kind]} ${held[kind] === 1 ? one : many}`);
  return new Intl.ListFormat("en").format(parts);
}

function outcome({ made, there }) {
  if (made === 0) {
    return "All of it was here already.";
  }
  return there === 0 ? `Imported ${made}.` : `Imported ${made}; ${there} were here already.`;
}

customElements.define("import-form", ImportForm);
