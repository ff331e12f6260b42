import { css, html, nothing } from "../lit.js";
import { AppElement } from "./app-element.js";
import { DialogElement } from "./dialog-element.js";
import { icon } from "./icons.js";

const ROLES = { viewer: "May look", editor: "May edit", owner: "Owner" };

/** Who shares the workspace, and how. */
class MembersDialog extends AppElement {
  static properties = {
    busy: { state: true },
    failure: { state: true },
  };

  static styles = [
    ...DialogElement.styles,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        padding: 0.35rem 0;
        border-bottom: 1px solid var(--line);
      }

      li .name {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      li select {
        width: auto;
      }

      .own {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        font-size: 0.9rem;
        color: var(--ink-soft);
      }

      code {
        flex: 1;
        min-width: 0;
        font: 0.9em ui-monospace, "Liberation Mono", Menlo, monospace;
        overflow-wrap: anywhere;
      }

      .add {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: end;
      }

      .add select {
        width: auto;
      }

      @media (max-width: 30rem) {
        .add {
          grid-template-columns: 1fr auto;
        }

        .add label:first-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.busy = false;
    this.failure = "";
  }

  render() {
    const { app } = this;
    const members = [...app.store.things.of("member").values()];
    const owner = app.role === "owner";
    return html`<modal-dialog heading="Members" @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="stack">
        <ul aria-label="Members">
          ${members.map((member) => this.#member(member, owner))}
        </ul>
        ${owner ? this.#form() : nothing}
        ${this.failure ? html`<p class="failure" role="alert">${this.failure}</p>` : nothing}
        <p>To be added elsewhere, give the owner your id:</p>
        <p class="own">
          <code>${app.me.user.id}</code>
          <button class="icon-button" aria-label="Copy your id" @click=${this.#copyId}>${icon("copy")}</button>
        </p>
      </div>
    </modal-dialog>`;
  }

  #member({ userId, role }, owner) {
    const { app } = this;
    const own = userId === app.me.user.id;
    const name = app.nameOf(userId);
    return html`<li>
      <span class="name">${name}${own ? " (you)" : ""}</span>
      ${owner && !own
        ? html`
            <select
              class="field"
              aria-label="Role of ${name}"
              ?disabled=${this.busy}
              @change=${({ target }) => this.#set(userId, target.value)}
            >
              ${roleOptions(role)}
            </select>
            <button
              class="icon-button"
              aria-label="Remove ${name}"
              ?disabled=${this.busy}
              @click=${() => this.#ask("DELETE", userId)}
            >
              ${icon("close")}
            </button>
          `
        : html`<span>${ROLES[role]}</span>`}
    </li>`;
  }

  #form() {
    return html`<form class="add" @submit=${this.#add}>
      <label>
        User id
        <input class="field" name="userId" required autocomplete="off" spellcheck="false" pattern="[0-9a-fA-F\\-]{36}" />
      </label>
      <label>
        Role
        <select class="field" name="role">
          ${roleOptions("editor")}
        </select>
      </label>
      <button class="button primary" ?disabled=${this.busy}>Add</button>
    </form>`;
  }

  async #add(event) {
    event.preventDefault();
    const { userId, role } = event.target.elements;
    if (await this.#set(userId.value.trim().toLowerCase(), role.value)) {
      userId.value = "";
    }
  }

  #set(userId, role) {
    return this.#ask("PUT", userId, { role });
  }

  async #ask(method, userId, body) {
    this.busy = true;
    this.failure = "";
    try {
      await this.app.store.request(method, `/members/${userId}`, body);
      return true;
    } catch (error) {
      this.failure = error.message;
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #copyId() {
    await navigator.clipboard.writeText(this.app.me.user.id);
    this.app.toast("Copied your id");
  }
}

function roleOptions(chosen) {
  return Object.entries(ROLES).map(
    ([value, name]) => html`<option value=${value} .selected=${value === chosen}>${name}</option>`,
  );
}

customElements.define("members-dialog", MembersDialog);
