import { css, html } from "../lit.js";
import { DialogElement } from "./dialog-element.js";
import { keyName, shortcuts } from "./shortcuts.js";

/** Which keys there are. */
class ShortcutsDialog extends DialogElement {
  static styles = [
    ...DialogElement.styles,
    css`
      dl > div {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        padding: 0.35rem 0;
        border-top: 1px solid var(--line);
      }

      dl > div:first-child {
        border-top: 0;
      }

      dd {
        white-space: nowrap;
      }

      kbd {
        display: inline-block;
        min-width: 1.7em;
        padding: 0.05em 0.45em;
        border: 1px solid var(--control-line);
        border-bottom-width: 2px;
        border-radius: 5px;
        font: 600 0.85em var(--font);
        text-align: center;
      }
    `,
  ];

  render() {
    return html`<modal-dialog heading="Keyboard shortcuts" @close=${this.closed}>
      <dl>
        ${shortcuts.map(
          ({ keys, label }) => html`<div>
            <dt>${label}</dt>
            <dd>${keys.map((key, index) => html`${index > 0 ? " or " : ""}<kbd>${keyName(key)}</kbd>`)}</dd>
          </div>`,
        )}
      </dl>
    </modal-dialog>`;
  }
}

customElements.define("shortcuts-dialog", ShortcutsDialog);
