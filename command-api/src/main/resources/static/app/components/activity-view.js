import { html } from "../lit.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { taskViewStyles } from "./task-view-styles.js";
import "./activity-log.js";

/** The main pane where it shows what was done in the workspace. It has no tasks, so what asks for one gets none. */
class ActivityView extends AppElement {
  static properties = { heading: {} };

  static styles = [shared, taskViewStyles];

  currentTask = undefined;

  focusEntry() {}

  focusRow() {
    this.renderRoot.querySelector("h1").focus();
  }

  moveFocus() {}

  toggle() {}

  trash() {}

  shift() {
    return false;
  }

  render() {
    return html`<div class="column">
      <header><h1 tabindex="-1">${this.heading}</h1></header>
      <activity-log .app=${this.app}></activity-log>
    </div>`;
  }
}

customElements.define("activity-view", ActivityView);
