import { css, html, nothing, repeat } from "../lit.js";
import { dateLabel } from "../store/dates.js";
import { snoozesAt, timeOf } from "../store/reminders.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon } from "./icons.js";

const MOST = 3;

/** Tells of tasks whose reminders trigger while the page is open, until they are put off or dismissed, here or elsewhere. */
class ReminderNotices extends AppElement {
  static styles = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 3;
        right: 1.2rem;
        bottom: 1.2rem;
        width: 23rem;
        max-width: calc(100vw - 2.4rem);
      }

      li {
        margin-top: 0.6rem;
        padding: 0.7rem 0.5rem 0.7rem 0.9rem;
        border: 1px solid var(--line);
        border-left: 4px solid var(--accent);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        animation: come 200ms ease-out;
      }

      .head {
        display: flex;
        align-items: flex-start;
        gap: 0.6rem;
      }

      .head > svg {
        flex: none;
        margin-top: 0.1rem;
        color: var(--accent);
      }

      .what {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .what a {
        color: inherit;
        font-weight: 650;
        text-decoration: none;
      }

      .what a:hover {
        text-decoration: underline;
      }

      .told {
        display: block;
        color: var(--ink-faint);
        font-size: 0.87rem;
      }

      .icon-button {
        width: 1.9rem;
        height: 1.9rem;
        margin: -0.25rem 0;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.3rem;
        margin: 0.5rem 0 0 1.6rem;
        color: var(--ink-faint);
        font-size: 0.87rem;
      }

      .choices button {
        padding: 0.1rem 0.6rem;
        border: 1px solid var(--control-line);
        border-radius: 1em;
        color: var(--ink);
      }

      .choices button:hover {
        background: var(--hover);
      }

      @keyframes come {
        from {
          opacity: 0;
          transform: translateY(0.5rem);
        }
      }

      /* Below are the toasts. */
      @media (max-width: 45rem) {
        :host {
          top: 0.6rem;
          right: 0.6rem;
          bottom: auto;
          max-width: calc(100vw - 1.2rem);
        }
      }

      @media (pointer: coarse) {
        .choices button {
          padding: 0.45rem 0.8rem;
        }
      }
    `,
  ];

  render() {
    const ringing = this.app.store?.ringing ?? [];
    return html`<div role="alert">
      <ul aria-label="Reminders">
        ${repeat(
          ringing.slice(0, MOST),
          ({ reminder }) => reminder.id,
          (told) => this.#notice(told),
        )}
      </ul>
    </div>`;
  }

  #notice({ task, reminder }) {
    const { app } = this;
    return html`<li>
      <div class="head">
        ${icon("bell")}
        <span class="what">
          <a href=${app.href({ view: app.view, taskId: task.id })}>${task.title}</a>
          ${this.#told(task, reminder)}
        </span>
        <button
          class="icon-button"
          aria-label="Dismiss the reminder"
          @click=${() => app.actions.dismissReminder(task, reminder.id)}
        >
          ${icon("close")}
        </button>
      </div>
      ${app.mayEdit
        ? html`<div class="choices">
            Again
            ${snoozesAt(app.now, app.zone).map(
              ({ name, until }) =>
                html`<button @click=${() => app.actions.snoozeReminder(task, reminder.id, until)}>${name}</button>`,
            )}
          </div>`
        : nothing}
    </li>`;
  }

  #told({ due }, reminder) {
    const { now, zone, locale } = this.app;
    return html`
      ${due ? html`<span class="told">Due ${dateLabel(due, now, zone, locale)}</span>` : nothing}
      ${reminder.late ? html`<span class="told">Late: it was for ${timeOf(reminder, this.app)}</span>` : nothing}
    `;
  }
}

customElements.define("reminder-notices", ReminderNotices);
