import { Component, css } from "../lit.js";
import { shared } from "../styles/shared.js";
import "./modal-dialog.js";

/** A component that is one `<modal-dialog>`, and says `close` when that is closed. */
export class DialogElement extends Component {
  static styles = [
    shared,
    css`
      form,
      .stack {
        display: grid;
        gap: 1rem;
      }

      label {
        display: grid;
        gap: 0.3rem;
        font-weight: 550;
      }

      .buttons {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: 0.6rem;
      }

      .failure {
        color: var(--danger);
      }
    `,
  ];

  close() {
    this.renderRoot.querySelector("modal-dialog").close();
  }

  closed() {
    this.dispatchEvent(new Event("close"));
  }
}
