import { css, html } from "../lit.js";
import { dateLabel } from "../store/dates.js";
import { ruleLabel } from "../store/recurrence.js";
import { reminderLabel } from "../store/reminders.js";
import { DialogElement } from "./dialog-element.js";
import { PRIORITY_NAMES } from "./task-item.js";

const FIELD_NAMES = {
  title: "Title",
  notes: "Notes",
  due: "Due",
  priority: "Priority",
  tags: "Tags",
  assignee: "Assignee",
  reminders: "Reminders",
  recurrence: "Repeat",
};

/** Someone else changed what the user was changing: shows both, and lets the user choose. */
class ClashDialog extends DialogElement {
  static properties = {
    app: { attribute: false },
    clash: { attribute: false },
  };

  static styles = [
    ...DialogElement.styles,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        table-layout: fixed;
      }

      th,
      td {
        padding: 0.5rem 0.6rem;
        border: 1px solid var(--line);
        text-align: left;
        vertical-align: top;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }

      th[scope="row"] {
        width: 5.5rem;
        font-weight: 550;
      }
    `,
  ];

  render() {
    const { op, current, fields } = this.clash;
    return html`<modal-dialog heading="Changed by someone else" @close=${this.closed}>
      <div class="stack">
        <p>While you were editing “${current.title}”, ${this.app.nameOf(current.updatedBy)} changed the same.</p>
        <table>
          <thead>
            <tr>
              <td></td>
              <th scope="col">Theirs</th>
              <th scope="col">Yours</th>
            </tr>
          </thead>
          <tbody>
            ${fields.map(
              (field) => html`<tr>
                <th scope="row">${FIELD_NAMES[field] ?? field}</th>
                <td>${this.#text(field, current[field])}</td>
                <td>${this.#text(field, op.patch[field])}</td>
              </tr>`,
            )}
          </tbody>
        </table>
        <div class="buttons">
          <button class="button" autofocus @click=${this.close}>Reload theirs</button>
          <button class="button primary" @click=${this.#keep}>Keep mine</button>
        </div>
      </div>
    </modal-dialog>`;
  }

  #text(field, value) {
    const { now, zone, locale } = this.app;
    if (value == null || value.length === 0) {
      return "None";
    }
    switch (field) {
      case "due":
        return dateLabel(value, now, zone, locale);
      case "tags":
        return value.join(", ");
      case "assignee":
        return this.app.nameOf(value);
      case "priority":
        return PRIORITY_NAMES[value];
      case "recurrence":
        return ruleLabel(value.rule);
      case "reminders":
        return value.map((reminder) => reminderLabel(reminder, this.clash.current, this.app)).join(", ");
      default:
        return value;
    }
  }

  #keep() {
    const { op, current } = this.clash;
    this.close();
    this.app.actions.editTask(current, op.patch);
  }
}

customElements.define("clash-dialog", ClashDialog);
