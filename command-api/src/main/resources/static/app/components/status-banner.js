import { css, html, nothing } from "../lit.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon } from "./icons.js";

/** A dropped connection that is back within this time is not worth a word. */
const PATIENCE_MS = 2_500;

/** Tells when the page is not live, and what becomes of changes meanwhile. */
class StatusBanner extends AppElement {
  static properties = { patient: { state: true } };

  static styles = [
    shared,
    css`
      .banner {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0.2rem 0.7rem;
        padding: 0.45rem 1rem;
        background: var(--warn-wash);
        color: var(--warn);
        font-size: 0.93rem;
        font-weight: 550;
      }

      svg {
        flex: none;
      }

      .button {
        min-height: 1.9rem;
      }
    `,
  ];

  #timer;

  constructor() {
    super();
    this.patient = true;
  }

  willUpdate() {
    const calm = ["live", "offline", undefined].includes(this.app.store?.connection);
    if (calm) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.patient = true;
    } else {
      this.#timer ??= setTimeout(() => (this.patient = false), PATIENCE_MS);
    }
  }

  render() {
    return html`<div role="status">${this.#banner()}</div>`;
  }

  #banner() {
    const { app, patient } = this;
    const connection = app.store?.connection;
    if (app.expired) {
      return html`<div class="banner">
        Your session has ended. ${this.#waiting()}
        <button class="button" @click=${() => app.signIn()}>Sign in again</button>
      </div>`;
    }
    if (connection === "offline") {
      return html`<div class="banner">${icon("offline")} You are offline. ${this.#waiting()}</div>`;
    }
    if (patient || connection === "live" || !connection) {
      return nothing;
    }
    return html`<div class="banner">${connection === "connecting" ? "Connecting…" : "Reconnecting…"}</div>`;
  }

  #waiting() {
    const count = this.app.store?.waiting ?? 0;
    if (count === 0) {
      return "What you change is kept and sent later.";
    }
    return `${count === 1 ? "1 change is" : `${count} changes are`} kept and sent later.`;
  }
}

customElements.define("status-banner", StatusBanner);
