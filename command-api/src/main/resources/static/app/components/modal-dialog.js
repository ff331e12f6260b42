import { Component, css, html } from "../lit.js";
import { shared } from "../styles/shared.js";
import { icon } from "./icons.js";

/** A dialog that opens when it appears. Says `close` once it is closed, after giving the focus back. */
class ModalDialog extends Component {
  static properties = { heading: {} };

  static styles = [
    shared,
    css`
      dialog {
        width: min(30rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        border: 0;
        border-radius: 14px;
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }

      dialog::backdrop {
        background: rgb(8 18 20 / 45%);
      }

      .inside {
        padding: 1.1rem 1.4rem 1.4rem;
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin: 0 -0.6rem 0.6rem 0;
      }

      h2 {
        font: 600 1.3rem var(--font-display);
      }
    `,
  ];

  get #dialog() {
    return this.renderRoot.querySelector("dialog");
  }

  firstUpdated() {
    this.#dialog.showModal();
    this.querySelector("[autofocus]")?.focus();
  }

  close() {
    this.#dialog.close();
  }

  render() {
    return html`<dialog aria-labelledby="heading" @close=${this.#closed} @click=${this.#closeOnBackdrop}>
      <div class="inside">
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="icon-button" aria-label="Close" @click=${this.close}>${icon("close")}</button>
        </header>
        <slot></slot>
      </div>
    </dialog>`;
  }

  #closed() {
    this.dispatchEvent(new Event("close"));
  }

  #closeOnBackdrop(event) {
    if (event.target === this.#dialog) {
      this.close();
    }
  }
}

customElements.define("modal-dialog", ModalDialog);
