import { Component, css, html, nothing } from "../lit.js";
import { shared } from "../styles/shared.js";
import { icon } from "./icons.js";

/**
 * A button that opens a menu. Its face is what is between the tags; an item is `{label, icon, run}` or
 * `{label, icon, href}`, and `checked` where it is the one chosen.
 */
class MenuButton extends Component {
  static properties = { label: {}, items: { attribute: false }, open: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
      }

      .opener {
        display: flex;
        width: 100%;
        min-height: 2.25rem;
        align-items: center;
        justify-content: center;
        border-radius: var(--radius-small);
        color: inherit;
      }

      .opener:hover,
      .opener[aria-expanded="true"] {
        background: var(--hover);
      }

      [role="menu"] {
        position: fixed;
        inset: auto;
        min-width: 12rem;
        max-width: min(20rem, calc(100vw - 1rem));
        max-height: 70dvh;
        overflow-y: auto;
        margin: 0;
        padding: 0.35rem;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }

      [role="menuitem"],
      [role="menuitemradio"] {
        display: flex;
        width: 100%;
        align-items: center;
        gap: 0.6rem;
        min-height: 2.25rem;
        padding: 0.3rem 0.6rem;
        border-radius: var(--radius-small);
        color: inherit;
        text-decoration: none;
      }

      [role^="menuitem"] span {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      [role^="menuitem"]:hover,
      [role^="menuitem"]:focus {
        background: var(--hover);
      }

      svg {
        flex: none;
        color: var(--ink-soft);
      }

      hr {
        margin: 0.35rem 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  constructor() {
    super();
    this.items = [];
    this.open = false;
  }

  get #menu() {
    return this.renderRoot.querySelector("[role=menu]");
  }

  focus() {
    this.renderRoot.querySelector(".opener").focus();
  }

  render() {
    return html`
      <button
        class="opener"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-label=${this.label}
      >
        <slot></slot>
      </button>
      <div id="menu" role="menu" popover aria-label=${this.label} @toggle=${this.#toggled} @keydown=${this.#keydown}>
        ${this.items.map((item) => this.#item(item))}
      </div>
    `;
  }

  #item(item) {
    if (item === "-") {
      return html`<hr role="separator" />`;
    }
    const role = item.checked === undefined ? "menuitem" : "menuitemradio";
    const face = html`${item.icon ? icon(item.icon) : nothing}<span>${item.label}</span>
      ${item.checked ? icon("check") : nothing}`;
    const checked = item.checked ?? nothing;
    return item.href
      ? html`<a role=${role} aria-checked=${checked} tabindex="-1" href=${item.href} @click=${this.#close}>${face}</a>`
      : html`<button role=${role} aria-checked=${checked} tabindex="-1" @click=${() => this.#run(item)}>
          ${face}
        </button>`;
  }

  #run(item) {
    this.#close();
    item.run();
  }

  #close() {
    this.#menu.hidePopover();
  }

  #toggled({ newState }) {
    this.open = newState === "open";
    if (this.open) {
      this.#place();
      this.#entries[0]?.focus();
    }
  }

  get #entries() {
    return [...this.#menu.querySelectorAll("[role^=menuitem]")];
  }

  #keydown(event) {
    const entries = this.#entries;
    const at = entries.indexOf(this.renderRoot.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + entries.length, Home: 0, End: entries.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      entries[to % entries.length].focus();
    } else if (event.key === "Tab") {
      this.#close();
    }
  }

  /** Below the button, or above it where there is no room, and never beyond the edge of the window. */
  #place() {
    const button = this.getBoundingClientRect();
    const menu = this.#menu;
    const left = Math.min(button.left, innerWidth - menu.offsetWidth - 8);
    const below = button.bottom + 4;
    const top = below + menu.offsetHeight < innerHeight ? below : button.top - menu.offsetHeight - 4;
    menu.style.left = `${Math.max(8, left)}px`;
    menu.style.top = `${Math.max(8, top)}px`;
  }
}

customElements.define("menu-button", MenuButton);
