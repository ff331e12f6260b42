import { css, html, nothing } from "../lit.js";
import { dayOf } from "../store/dates.js";
import { AppElement } from "./app-element.js";
import { DialogElement } from "./dialog-element.js";
import { icon } from "./icons.js";
import "./import-form.js";

const FORMATS = [
  { format: "json", name: "Everything", told: "JSON, to take in elsewhere without loss" },
  { format: "csv", name: "Tasks as a table", told: "CSV, for spreadsheets" },
  { format: "ics", name: "Tasks as a calendar", told: "iCalendar, for calendar programs" },
];

/** The workspace as a file, and files into the workspace. */
class TransferDialog extends AppElement {
  static properties = {
    saving: { state: true },
    failure: { state: true },
  };

  static styles = [
    ...DialogElement.styles,
    css`
      h3 {
        margin-bottom: 0.4rem;
        font-size: 1rem;
        font-weight: 650;
      }

      ul {
        margin: 0 -0.6rem;
      }

      .format {
        display: flex;
        width: 100%;
        align-items: center;
        gap: 0.7rem;
        padding: 0.5rem 0.6rem;
        border-radius: var(--radius-small);
      }

      .format:hover:not(:disabled) {
        background: var(--hover);
      }

      .format svg {
        flex: none;
        color: var(--ink-soft);
      }

      .format small {
        display: block;
        color: var(--ink-soft);
        font-size: 0.87rem;
      }
    `,
  ];

  constructor() {
    super();
    this.saving = "";
    this.failure = "";
  }

  render() {
    const { app } = this;
    return html`<modal-dialog heading="Import and export" @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="stack">
        ${app.mayEdit
          ? html`<section aria-labelledby="import">
              <h3 id="import">Import</h3>
              <import-form .app=${app}></import-form>
            </section>`
          : nothing}
        <section aria-labelledby="export">
          <h3 id="export">Export</h3>
          <ul>
            ${FORMATS.map((of) => this.#format(of))}
          </ul>
          ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
        </section>
      </div>
    </modal-dialog>`;
  }

  #format({ format, name, told }) {
    return html`<li>
      <button class="format" ?disabled=${this.saving !== ""} @click=${() => this.#save(format)}>
        ${icon("file")}
        <span>${name} <small>${this.saving === format ? "Being written…" : told}</small></span>
      </button>
    </li>`;
  }

  async #save(format) {
    const { app } = this;
    this.saving = format;
    this.failure = "";
    try {
      await app.transfer.save(format, `almanac-${dayOf(app.now, app.zone)}`);
    } catch (error) {
      this.failure = error.message;
    } finally {
      this.saving = "";
    }
  }
}

customElements.define("transfer-dialog", TransferDialog);
