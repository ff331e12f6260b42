import { css, html, nothing } from "../lit.js";
import { addDays, dayOf, dateLabel, isPast, momentOf } from "../store/dates.js";
import { field } from "../styles/field.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";

/** A due date: a day, and a time of it if wanted. Says `change` with the date, or null. */
class DateField extends AppElement {
  static properties = {
    value: { attribute: false },
    disabled: { type: Boolean },
  };

  static styles = [
    shared,
    field,
    css`
      .inputs {
        display: flex;
        gap: 0.4rem;
      }

      input[type="date"] {
        flex: 1.3 0 0;
        min-width: 0;
      }

      input[type="time"] {
        flex: 1 0 0;
        min-width: 0;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }

      .choices button {
        padding: 0.15rem 0.6rem;
        border: 1px solid var(--line);
        border-radius: 1em;
        color: var(--ink-soft);
        font-size: 0.87rem;
      }

      .choices button:hover {
        background: var(--hover);
      }

      .choices button[aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent-wash);
        color: var(--accent-strong);
      }

      .told {
        color: var(--ink-faint);
        font-size: 0.87rem;
      }

      .told.overdue {
        color: var(--danger);
        font-weight: 600;
      }

      @media (pointer: coarse) {
        .choices button {
          padding: 0.45rem 0.8rem;
        }
      }
    `,
  ];

  async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector("input").focus();
  }

  get #day() {
    return this.value?.date ?? this.value?.dateTime.slice(0, 10) ?? "";
  }

  get #time() {
    return this.value?.dateTime?.slice(11, 16) ?? "";
  }

  render() {
    return html`
      <div class="inputs">
        <input
          class="field"
          type="date"
          aria-label="Due date"
          .value=${this.#day}
          ?disabled=${this.disabled}
          @change=${({ target }) => this.#choose(target.value, this.#time)}
        />
        <input
          class="field"
          type="time"
          aria-label="Due time"
          .value=${this.#time}
          ?disabled=${this.disabled || !this.value}
          @change=${({ target }) => this.#choose(this.#day, target.value)}
        />
      </div>
      ${this.#told()} ${this.disabled ? nothing : this.#choices()}
    `;
  }

  /** What the fields alone don't say: that it is over, or by which clock it is meant. */
  #told() {
    const { app, value } = this;
    if (!value) {
      return nothing;
    }
    const elsewhere = value.dateTime && value.timeZone !== app.zone && this.#differsHere(value);
    if (elsewhere) {
      const here = dateLabel(value, app.now, app.zone, app.locale);
      return html`<span class="told">In ${value.timeZone}; here it is ${here}.</span>`;
    }
    return isPast(value, app.now, app.zone) ? html`<span class="told overdue">This date has passed.</span>` : nothing;
  }

  #differsHere({ dateTime, timeZone }) {
    const here = { dateTime, timeZone: this.app.zone };
    return momentOf({ dateTime, timeZone }).getTime() !== momentOf(here).getTime();
  }

  #choices() {
    const today = dayOf(this.app.now, this.app.zone);
    const weekday = new Date(today).getUTCDay();
    const choices = [
      ["Today", today],
      ["Tomorrow", addDays(today, 1)],
      ["Monday", addDays(today, ((7 - weekday) % 7) + 1)],
    ];
    return html`<div class="choices">
      ${choices.map(
        ([name, day]) => html`<button
          aria-pressed=${day === this.#day}
          @click=${() => this.#choose(day, this.#time)}
        >
          ${name}
        </button>`,
      )}
      ${this.value ? html`<button @click=${() => this.#choose("")}>No date</button>` : nothing}
    </div>`;
  }

  #choose(day, time) {
    const zone = this.value?.timeZone ?? this.app.zone;
    const dated = time ? { dateTime: `${day}T${time}`, timeZone: zone } : { date: day };
    this.dispatchEvent(new CustomEvent("change", { detail: day ? dated : null }));
  }
}

customElements.define("date-field", DateField);
