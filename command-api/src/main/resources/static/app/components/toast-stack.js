import { css, html, repeat } from "../lit.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon } from "./icons.js";

const SHOWN_MS = 7_000;
const MOST = 3;

/** Short messages about what has just happened, the latest of them with a way back. */
class ToastStack extends AppElement {
  static properties = { toasts: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 3;
        bottom: 1.2rem;
        left: 50%;
        width: max-content;
        max-width: calc(100vw - 2rem);
        transform: translateX(-50%);
      }

      li {
        display: flex;
        align-items: center;
        gap: 0.8rem;
        margin-top: 0.5rem;
        padding: 0.3rem 0.4rem 0.3rem 1rem;
        border-radius: var(--radius);
        background: var(--ink);
        color: var(--page);
        box-shadow: var(--shadow);
        animation: rise 160ms ease-out;
      }

      span {
        flex: 1;
        overflow-wrap: anywhere;
      }

      button.undo {
        padding: 0.35rem 0.6rem;
        border-radius: var(--radius-small);
        font-weight: 650;
        text-decoration: underline;
        text-underline-offset: 3px;
      }

      .icon-button {
        width: 2rem;
        height: 2rem;
        color: inherit;
      }

      button.undo:hover,
      .icon-button:hover:not(:disabled) {
        background: color-mix(in srgb, var(--page) 18%, transparent);
        color: inherit;
      }

      :focus-visible {
        outline-color: currentColor;
      }

      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(0.5rem);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.toasts = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.app.addEventListener("toast", this.#show);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.app.removeEventListener("toast", this.#show);
  }

  /** Takes back what the latest message tells. @returns {boolean} whether there was anything */
  undo() {
    const toast = this.toasts.findLast(({ undo }) => undo);
    toast?.undo();
    this.#dismiss(toast);
    return Boolean(toast);
  }

  render() {
    return html`<ul
      role="status"
      aria-label="Messages"
      @pointerenter=${this.#hold}
      @focusin=${this.#hold}
      @pointerleave=${this.#release}
      @focusout=${this.#release}
    >
      ${repeat(
        this.toasts,
        (toast) => toast,
        (toast) => html`<li>
          <span>${toast.text}</span>
          ${toast.undo ? html`<button class="undo" @click=${() => this.#take(toast)}>Undo</button>` : ""}
          <button class="icon-button" aria-label="Dismiss" @click=${() => this.#dismiss(toast)}>
            ${icon("close")}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  #show = ({ detail }) => {
    this.toasts.slice(0, 1 - MOST).forEach(({ timer }) => clearTimeout(timer));
    const toast = { ...detail };
    this.#arm(toast);
    this.toasts = [...this.toasts.slice(1 - MOST), toast];
  };

  #take(toast) {
    toast.undo();
    this.#dismiss(toast);
  }

  #dismiss(toast) {
    clearTimeout(toast?.timer);
    this.toasts = this.toasts.filter((other) => other !== toast);
  }

  #arm(toast) {
    toast.timer = setTimeout(() => this.#dismiss(toast), SHOWN_MS);
  }

  #hold() {
    this.toasts.forEach(({ timer }) => clearTimeout(timer));
  }

  #release() {
    this.#hold();
    this.toasts.forEach((toast) => this.#arm(toast));
  }
}

customElements.define("toast-stack", ToastStack);
