import { Component } from "../lit.js";

/** A component that shows something of the app, and so renders anew with each of its changes. */
export class AppElement extends Component {
  static properties = { app: { attribute: false } };

  #redraw = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    this.app.addEventListener("change", this.#redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.app.removeEventListener("change", this.#redraw);
  }
}
