import { css, html, nothing } from "../lit.js";
import { dateLabel } from "../store/dates.js";
import { SIMPLE_RULES } from "../store/recurrence.js";
import { field } from "../styles/field.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";

const CUSTOM = "custom";
const SHOWN_DATES = 4;
const FROM_COMPLETION = "completion";

/** How a task repeats, and on which dates. Says `change` with the recurrence, or null. */
class RepeatField extends AppElement {
  static properties = {
    task: { attribute: false },
    disabled: { type: Boolean },
    custom: { state: true },
    dates: { state: true },
    problem: { state: true },
  };

  static styles = [
    shared,
    field,
    css`
      ol {
        display: grid;
        gap: 0.15rem;
        margin: 0;
        padding: 0;
        color: var(--ink-faint);
        font-size: 0.87rem;
        list-style: none;
      }

      label {
        display: flex;
        align-items: center;
        gap: 0.4rem;
        color: var(--ink-soft);
        font-size: 0.87rem;
      }

      .problem {
        color: var(--danger);
        font-size: 0.87rem;
      }
    `,
  ];

  #asked = "";

  willUpdate(changed) {
    if (changed.has("task") && changed.get("task")?.id !== this.task.id) {
      this.custom = false;
    }
    this.#preview(this.task.recurrence?.rule);
  }

  render() {
    const { task, disabled } = this;
    const rule = task.recurrence?.rule ?? "";
    const chosen = this.custom || (rule && !(rule in SIMPLE_RULES)) ? CUSTOM : rule;
    return html`
      <select
        class="field"
        aria-label="Repeat"
        ?disabled=${disabled || !task.due || Boolean(task.parentId)}
        @change=${({ target }) => this.#choose(target.value)}
      >
        <option value="" .selected=${chosen === ""}>Never</option>
        ${Object.entries(SIMPLE_RULES).map(
          ([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
        )}
        <option value=${CUSTOM} .selected=${chosen === CUSTOM}>Custom…</option>
      </select>
      ${chosen === CUSTOM
        ? html`<input
            class="field"
            aria-label="Rule"
            placeholder="FREQ=MONTHLY;BYDAY=-1FR"
            maxlength="1000"
            .value=${rule}
            ?disabled=${disabled}
            @change=${({ target }) => this.#set(target.value.trim())}
          />`
        : nothing}
      ${rule ? this.#basis() : nothing}
      ${this.problem ? html`<span class="problem" role="alert">${this.problem}</span>` : this.#dates()}
    `;
  }

  #basis() {
    const { task, disabled } = this;
    return html`<label>
      <input
        type="checkbox"
        .checked=${task.recurrence.basis === FROM_COMPLETION}
        ?disabled=${disabled}
        @change=${({ target }) => this.#change(task.recurrence.rule, target.checked ? FROM_COMPLETION : "due")}
      />
      Count from the day it is completed
    </label>`;
  }

  #dates() {
    const { now, zone, locale } = this.app;
    return this.dates?.length > 0 && this.task.recurrence?.basis !== FROM_COMPLETION
      ? html`<ol aria-label="Next dates">
          ${this.dates.map(
            ({ local, note }) => html`<li title=${note ?? ""}>${label(local, this.task.due, now, zone, locale)}</li>`,
          )}
        </ol>`
      : nothing;
  }

  #choose(value) {
    this.custom = value === CUSTOM;
    if (!this.custom) {
      this.#set(value);
    }
  }

  async #set(rule) {
    this.problem = "";
    if (!rule) {
      this.dispatchEvent(new CustomEvent("change", { detail: null }));
      return;
    }
    try {
      await this.app.previewDates(rule, this.task.due, 1);
    } catch (problem) {
      this.problem = problem.message;
      return;
    }
    this.custom = false;
    this.#change(rule, this.task.recurrence?.basis ?? "due");
  }

  #change(rule, basis) {
    const { creation, catchUp } = this.task.recurrence ?? {};
    const detail = { rule, basis, ...(creation && { creation }), ...(catchUp && { catchUp }) };
    this.dispatchEvent(new CustomEvent("change", { detail }));
  }

  async #preview(rule) {
    const { app, task } = this;
    const leftOut = task.recurrence?.exceptDates;
    const question = rule && task.due ? JSON.stringify([task.id, rule, task.due, leftOut]) : "";
    if (question === this.#asked) {
      return;
    }
    this.#asked = question;
    this.dates = [];
    if (question) {
      // Offline there are no dates to show, which is no fault of the rule.
      const dates = await app.previewDates(rule, task.due, SHOWN_DATES + 1, leftOut).catch(() => []);
      if (question === this.#asked) {
        this.dates = dates.slice(1);
      }
    }
  }
}

function label(local, { date, timeZone }, now, zone, locale) {
  return dateLabel(date ? { date: local } : { dateTime: local, timeZone: timeZone ?? zone }, now, zone, locale);
}

customElements.define("repeat-field", RepeatField);
