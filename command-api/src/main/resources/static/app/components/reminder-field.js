import { css, html, nothing, repeat } from "../lit.js";
import { agoLabel, momentOf } from "../store/dates.js";
import { newId } from "../store/ids.js";
import { askedOf, comesLabel, offsetsFor, reminderLabel, snoozesAt } from "../store/reminders.js";
import { field } from "../styles/field.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon } from "./icons.js";

const MOST = 20;
const AT = "at";

/** When a task is to be told of, and what became of that. Says `change` with all reminders. */
class ReminderField extends AppElement {
  static properties = {
    task: { attribute: false },
    disabled: { type: Boolean },
    choosing: { state: true },
  };

  static styles = [
    shared,
    field,
    css`
      ul {
        display: grid;
        gap: 0.3rem;
      }

      li {
        padding: 0.15rem 0.15rem 0.15rem 0.6rem;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--panel);
      }

      li.triggered {
        border-color: var(--accent);
        background: var(--accent-wash);
      }

      .line {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 2rem;
      }

      .line > svg {
        flex: none;
        width: 15px;
        height: 15px;
        color: var(--ink-soft);
      }

      .label {
        flex: 1;
        min-width: 0;
        font-size: 0.93rem;
        overflow-wrap: anywhere;
      }

      .told {
        display: block;
        color: var(--ink-faint);
        font-size: 0.84rem;
      }

      .over .label {
        color: var(--ink-faint);
      }

      .icon-button {
        width: 1.9rem;
        height: 1.9rem;
        min-height: 0;
      }

      .icon-button svg {
        width: 14px;
        height: 14px;
      }

      .choices,
      .moment {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
        padding: 0.15rem 0 0.35rem;
      }

      .choices button {
        padding: 0.1rem 0.6rem;
        border: 1px solid var(--control-line);
        border-radius: 1em;
        background: var(--surface);
        font-size: 0.87rem;
      }

      .choices button:hover {
        background: var(--hover);
      }

      .moment input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  willUpdate(changed) {
    if (changed.has("task") && changed.get("task")?.id !== this.task.id) {
      this.choosing = false;
    }
  }

  get #reminders() {
    return this.task.reminders ?? [];
  }

  render() {
    const reminders = this.#reminders;
    return html`
      ${reminders.length > 0
        ? html`<ul aria-label="Reminders">
            ${repeat(
              reminders,
              ({ id }) => id,
              (reminder) => this.#reminder(reminder),
            )}
          </ul>`
        : nothing}
      ${this.disabled || reminders.length >= MOST ? nothing : this.choosing ? this.#moment() : this.#choice()}
    `;
  }

  #reminder(reminder) {
    const { app, task, disabled } = this;
    const { state = "pending" } = reminder;
    const label = reminderLabel(reminder, task, app);
    const over = state === "dismissed" || state === "cancelled";
    return html`<li class="${state} ${over ? "over" : ""}">
      <div class="line">
        ${icon("bell")}
        <span class="label">${label}<span class="told">${this.#told(reminder, state)}</span></span>
        ${disabled
          ? nothing
          : html`<button class="icon-button" aria-label="Remove reminder: ${label}" @click=${() => this.#remove(reminder)}>
              ${icon("close")}
            </button>`}
      </div>
      ${state === "triggered" && !disabled && task.status === "open" ? this.#answers(reminder) : nothing}
    </li>`;
  }

  #told(reminder, state) {
    const { app } = this;
    switch (state) {
      case "triggered": {
        const ago = agoLabel(new Date(reminder.firedAt), app.now, app.zone, app.locale);
        return reminder.late ? `Told late, ${ago}` : `Told ${ago}`;
      }
      case "dismissed":
        return "Dismissed";
      case "cancelled":
        return this.task.status === "open" ? "Has passed" : "Off";
      default: {
        const comes = comesLabel(reminder, app);
        return reminder.snoozedUntil ? `Put off until ${comes}` : comes;
      }
    }
  }

  #answers({ id }) {
    const { app, task } = this;
    return html`<div class="choices" role="group" aria-label="Put off, or dismiss">
      ${snoozesAt(app.now, app.zone).map(
        ({ name, until }) =>
          html`<button aria-label="Snooze: ${name}" @click=${() => app.actions.snoozeReminder(task, id, until)}>
            ${name}
          </button>`,
      )}
      <button @click=${() => app.actions.dismissReminder(task, id)}>Dismiss</button>
    </div>`;
  }

  #choice() {
    const taken = new Set(this.#reminders.map(({ offset }) => offset));
    const offsets = offsetsFor(this.task.due).filter(({ offset }) => !taken.has(offset));
    return html`<select class="field" aria-label="Add a reminder" .value=${""} @change=${this.#choose}>
      <option value="" selected>Add a reminder</option>
      ${offsets.map(({ offset, label }) => html`<option value=${offset}>${label}</option>`)}
      <option value=${AT}>At a date and time…</option>
    </select>`;
  }

  async #choose({ target }) {
    const { value } = target;
    target.value = "";
    if (value === AT) {
      this.choosing = true;
      await this.updateComplete;
      this.renderRoot.querySelector(".moment input").focus();
    } else if (value) {
      this.#add({ offset: value });
    }
  }

  #moment() {
    return html`<form class="moment" @submit=${this.#addMoment}>
      <input class="field" type="datetime-local" name="moment" required aria-label="Remind me at" />
      <button class="button">Add</button>
      <button class="button" type="button" @click=${() => (this.choosing = false)}>Cancel</button>
    </form>`;
  }

  #addMoment(event) {
    event.preventDefault();
    const dateTime = new FormData(event.target).get("moment");
    this.choosing = false;
    this.#add({ at: momentOf({ dateTime, timeZone: this.app.zone }).toISOString() });
  }

  #add(reminder) {
    this.#say([...this.#reminders.map(askedOf), { id: newId(), ...reminder }]);
  }

  #remove({ id }) {
    this.#say(this.#reminders.filter((other) => other.id !== id).map(askedOf));
  }

  #say(detail) {
    this.dispatchEvent(new CustomEvent("change", { detail }));
  }
}

customElements.define("reminder-field", ReminderField);
