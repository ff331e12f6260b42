import { css, html, nothing } from "../lit.js";
import { dayOf, plainDay } from "../store/dates.js";
import { AppElement } from "./app-element.js";
import { DialogElement } from "./dialog-element.js";
import { icon } from "./icons.js";

/** The secret address under which calendar programs read the workspace: makes it, shows it once, takes it back. */
class CalendarDialog extends AppElement {
  static properties = {
    address: { state: true },
    busy: { state: true },
    events: { state: true },
    failure: { state: true },
  };

  static styles = [
    ...DialogElement.styles,
    css`
      .address {
        display: flex;
        gap: 0.5rem;
      }

      .address input {
        min-width: 0;
        flex: 1;
        font: 0.9em ui-monospace, "Liberation Mono", Menlo, monospace;
      }

      .choice {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
        font-weight: 400;
      }

      .note {
        color: var(--ink-soft);
        font-size: 0.93rem;
      }
    `,
  ];

  constructor() {
    super();
    this.address = "";
    this.busy = false;
    this.events = false;
    this.failure = "";
  }

  updated(changed) {
    if (changed.has("address") && this.address) {
      this.renderRoot.querySelector("input").select();
    }
  }

  get #link() {
    const { app } = this;
    return app.store.things.get("member", app.me.user.id)?.calendarLink;
  }

  get #shown() {
    return this.events ? `${this.address}&as=events` : this.address;
  }

  render() {
    return html`<modal-dialog heading="In your calendar" @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="stack">
        <p>
          A calendar program can subscribe to this workspace’s tasks at an address of your own. Whoever knows the address can
          read them, without signing in.
        </p>
        ${this.address ? this.#told() : this.#standing()}
        ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
        <div class="buttons">${this.#buttons()}</div>
      </div>
    </modal-dialog>`;
  }

  #told() {
    return html`
      <div class="address">
        <input class="field" aria-label="Address of your calendar" readonly .value=${this.#shown} />
        <button class="button primary" @click=${this.#copy}>${icon("copy")}Copy</button>
      </div>
      <label class="choice">
        <input type="checkbox" .checked=${this.events} @change=${({ target }) => (this.events = target.checked)} />
        As events, for programs that show no to-dos, such as Google Calendar
      </label>
      <p class="note">Copy it now: it is kept nowhere, so it can’t be shown again.</p>
    `;
  }

  #standing() {
    const { app } = this;
    const link = this.#link;
    if (!link) {
      return nothing;
    }
    const day = plainDay(dayOf(new Date(link.since), app.zone), dayOf(app.now, app.zone));
    return html`<p class="note">
      You have one, made on ${day}. It was shown when it was made; if you have lost it, make another, and this one ends.
    </p>`;
  }

  #buttons() {
    const { busy } = this;
    if (!this.#link) {
      return html`<button class="button primary" autofocus ?disabled=${busy} @click=${this.#make}>Make an address</button>`;
    }
    return html`
      <button class="button danger" ?disabled=${busy} @click=${this.#takeBack}>Take it back</button>
      ${this.address
        ? nothing
        : html`<button class="button" ?disabled=${busy} @click=${this.#make}>Make another</button>`}
    `;
  }

  #make() {
    return this.#ask("POST", ({ href }) => (this.address = new URL(href, location.href).href));
  }

  #takeBack() {
    return this.#ask("DELETE", () => {
      this.address = "";
      this.app.toast("Nobody can read at the address any more");
    });
  }

  async #ask(method, take) {
    this.busy = true;
    this.failure = "";
    try {
      const { body } = await this.app.store.request(method, "/calendar-link");
      take(body);
    } catch (error) {
      this.failure = error.message;
    } finally {
      this.busy = false;
    }
  }

  async #copy() {
    await navigator.clipboard.writeText(this.#shown);
    this.app.toast("Copied the address");
  }
}

customElements.define("calendar-dialog", CalendarDialog);
