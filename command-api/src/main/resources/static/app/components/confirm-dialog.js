import { html } from "../lit.js";
import { DialogElement } from "./dialog-element.js";

/** Asks whether something is really meant. The question is `{heading, text, action, take}`. */
class ConfirmDialog extends DialogElement {
  static properties = { question: { attribute: false } };

  render() {
    const { heading, text, action } = this.question;
    return html`<modal-dialog .heading=${heading} @close=${this.closed}>
      <div class="stack">
        <p>${text}</p>
        <div class="buttons">
          <button class="button" @click=${this.close}>Cancel</button>
          <button class="button danger" autofocus @click=${this.#confirm}>${action}</button>
        </div>
      </div>
    </modal-dialog>`;
  }

  #confirm() {
    this.close();
    this.question.take();
  }
}

customElements.define("confirm-dialog", ConfirmDialog);
