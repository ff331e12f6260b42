import { html } from "../lit.js";
import { DialogElement } from "./dialog-element.js";

/** Asks for a name. The question is `{heading, label, value, action, take}`; `take` is given the name. */
class NameDialog extends DialogElement {
  static properties = { question: { attribute: false } };

  render() {
    const { heading, label, value = "", action } = this.question;
    return html`<modal-dialog .heading=${heading} @close=${this.closed}>
      <form @submit=${this.#submit}>
        <label>
          ${label}
          <input class="field" name="name" autofocus required maxlength="200" autocomplete="off" .value=${value} />
        </label>
        <div class="buttons">
          <button type="button" class="button" @click=${this.close}>Cancel</button>
          <button class="button primary">${action}</button>
        </div>
      </form>
    </modal-dialog>`;
  }

  #submit(event) {
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (name) {
      this.close();
      this.question.take(name);
    }
  }
}

customElements.define("name-dialog", NameDialog);
