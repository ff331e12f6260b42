import { css, html, nothing, repeat } from "../lit.js";
import { canUndo, describe } from "../store/activity.js";
import { Backoff } from "../store/backoff.js";
import { agoLabel } from "../store/dates.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon } from "./icons.js";

const MOST_TRIES = 5;

/** What was done with a task or, without one, in the whole workspace, the latest first. */
class ActivityLog extends AppElement {
  static properties = {
    task: { attribute: false },
    entries: { state: true },
    failure: { state: true },
  };

  static styles = [
    shared,
    css`
      li {
        display: flex;
        align-items: baseline;
        gap: 0.6rem;
        padding: 0.35rem 0;
      }

      p {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      strong {
        font-weight: 650;
      }

      time,
      .note {
        color: var(--ink-faint);
        font-size: 0.87rem;
      }

      .rejected {
        color: var(--ink-soft);
      }

      .more {
        margin-top: 0.4rem;
      }
    `,
  ];

  #next = null;
  #shownFor;

  constructor() {
    super();
    this.entries = null;
    this.failure = "";
  }

  willUpdate() {
    // What is told anew of the task, or of the workspace, is news here too.
    const { app, task } = this;
    const shownFor = `${app.store.id}/${task?.id ?? ""}/${task?.seq ?? app.store.seq}`;
    if (this.#shownFor !== shownFor) {
      this.#shownFor = shownFor;
      this.#load();
    }
  }

  render() {
    const { entries, failure } = this;
    if (failure) {
      return html`<p class="note" role="alert">${failure}</p>`;
    }
    if (!entries) {
      return html`<p class="note" role="status">Loading…</p>`;
    }
    return html`
      <ul aria-label="Activity">
        ${repeat(
          entries,
          ({ eventId, commandId, action, at }) => eventId ?? `${commandId} ${action} ${at}`,
          (entry) => this.#entry(entry),
        )}
      </ul>
      ${entries.length === 0 ? html`<p class="note">Nothing has been done yet.</p>` : nothing}
      ${this.#next ? html`<button class="button more" @click=${() => this.#load(this.#next)}>Show more</button>` : nothing}
    `;
  }

  #entry(entry) {
    const { app, task } = this;
    const { text, subject } = describe(entry);
    return html`<li class=${entry.outcome}>
      <p>
        <strong>${this.#actor(entry.actor)}</strong> ${text}
        ${subject && entry.outcome === "accepted" ? html` ${this.#subject(entry, subject, task)}` : nothing}
        <time datetime=${entry.at}>${agoLabel(new Date(entry.at), app.now, app.zone, app.locale)}</time>
      </p>
      ${app.mayEdit && canUndo(entry)
        ? html`<button class="icon-button" aria-label="Take back" title="Take back" @click=${() => this.#undo(entry)}>
            ${icon("restore")}
          </button>`
        : nothing}
    </li>`;
  }

  #actor({ userId, kind, displayName }) {
    return kind === "system" ? "Almanac" : (displayName ?? this.app.nameOf(userId));
  }

  #subject({ taskId }, subject, shown) {
    const { app } = this;
    return taskId && taskId !== shown?.id && app.store.things.get("task", taskId)
      ? html`<a href=${app.href({ view: app.view, taskId })}>${subject}</a>`
      : subject;
  }

  async #load(cursor) {
    const shownFor = this.#shownFor;
    try {
      const { items, next } = await this.#page(cursor, shownFor);
      if (shownFor === this.#shownFor) {
        this.#next = next;
        this.failure = "";
        this.entries = cursor ? [...this.entries, ...items] : items;
      }
    } catch (error) {
      if (shownFor === this.#shownFor) {
        this.failure = error.message;
      }
    }
  }

  /** What was done may be told a little later than what has come of it: then the server says when to ask again. */
  async #page(cursor, shownFor) {
    const backoff = new Backoff();
    for (let tries = 1; ; tries++) {
      try {
        return await this.app.activity({ task: this.task, cursor });
      } catch (error) {
        if (!error.retryAfter || tries === MOST_TRIES || shownFor !== this.#shownFor) {
          throw error;
        }
        await backoff.wait(error.retryAfter);
      }
    }
  }

  async #undo(entry) {
    try {
      await this.app.undo(entry);
      this.app.toast("Taken back");
    } catch (error) {
      this.app.toast(error.message);
    }
  }
}

customElements.define("activity-log", ActivityLog);
