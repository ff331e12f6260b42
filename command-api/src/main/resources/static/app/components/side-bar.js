import { css, html, nothing, repeat } from "../lit.js";
import { newId } from "../store/ids.js";
import { sortedFilters, sortedLists } from "../store/views.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon, logo } from "./icons.js";
import "./menu-button.js";

/** Where one can go: the workspace, its views, its lists. */
class SideBar extends AppElement {
  static styles = [
    shared,
    css`
      :host {
        display: block;
        min-height: 0;
        background: var(--panel);
      }

      nav {
        display: flex;
        flex-direction: column;
        height: 100%;
        padding: 0.9rem 0.7rem;
        overflow-y: auto;
      }

      .workspace {
        margin-bottom: 1rem;
      }

      .workspace-face {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 0.6rem;
        min-width: 0;
        padding: 0.4rem 0.4rem;
      }

      .workspace-name {
        flex: 1;
        overflow: hidden;
        font: 600 1.12rem var(--font-display);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .row {
        position: relative;
        display: flex;
        align-items: center;
      }

      a {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 0.65rem;
        min-width: 0;
        min-height: 2.25rem;
        padding: 0.25rem 0.6rem;
        border-radius: var(--radius-small);
        color: var(--ink);
        text-decoration: none;
      }

      a svg {
        flex: none;
        color: var(--ink-soft);
      }

      a:hover {
        background: var(--hover);
      }

      a[aria-current] {
        background: var(--accent-wash);
        color: var(--accent-strong);
        font-weight: 600;
      }

      a[aria-current] svg,
      a .tint svg {
        color: inherit;
      }

      .tint {
        display: flex;
      }

      .name {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .count {
        color: var(--ink-faint);
        font-size: 0.87rem;
        font-variant-numeric: tabular-nums;
        font-weight: 400;
      }

      a[aria-current] .count {
        color: inherit;
      }

      .count.overdue {
        color: var(--danger);
        font-weight: 600;
      }

      .row menu-button {
        position: absolute;
        right: 0;
        width: 2.25rem;
        opacity: 0;
      }

      .row:hover menu-button,
      .row:focus-within menu-button {
        border-radius: var(--radius-small);
        background: var(--panel);
        opacity: 1;
      }

      h2 {
        display: flex;
        flex: 1;
        align-items: center;
        margin: 1.2rem 0 0.2rem;
        padding-left: 0.6rem;
        color: var(--ink-faint);
        font-size: 0.87rem;
        font-weight: 600;
      }

      .heading {
        display: flex;
        align-items: end;
      }

      .foot {
        display: flex;
        align-items: center;
        gap: 0.3rem;
        margin-top: auto;
        padding-top: 1rem;
      }

      .foot menu-button {
        flex: 1;
        min-width: 0;
      }

      .user {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 0.6rem;
        min-width: 0;
        padding: 0 0.6rem;
        color: var(--ink-soft);
      }

      .empty {
        padding: 0.2rem 0.6rem;
        color: var(--ink-faint);
        font-size: 0.93rem;
      }

      @media (hover: none) {
        .row menu-button {
          position: static;
          opacity: 1;
        }
      }
    `,
  ];

  focusFirst() {
    // Not focusable before the drawer is visible.
    requestAnimationFrame(() => this.renderRoot.querySelector("menu-button").focus());
  }

  render() {
    const { app } = this;
    const { things } = app.store;
    const counts = app.counts;
    const inbox = app.inboxId ?? "";
    return html`<nav aria-label="Lists">
      <div class="workspace">
        <menu-button label="Workspace: ${this.#workspaceName}" .items=${this.#workspaceItems()}>
          <span class="workspace-face">
            ${logo(26)}<span class="workspace-name">${this.#workspaceName}</span>${icon("down")}
          </span>
        </menu-button>
      </div>
      <ul>
        ${this.#link("search", "search", "Search")}
        ${this.#link(inbox, "inbox", "Inbox", counts.lists.get(inbox))}
        ${this.#link("today", "today", "Today", counts.today, counts.overdue > 0)}
        ${this.#link("upcoming", "calendar", "Upcoming")} ${this.#link("trash", "trash", "Trash")}
        ${this.#link("activity", "activity", "Activity")}
      </ul>
      <div class="heading">
        <h2 id="lists">Lists</h2>
        ${app.mayEdit
          ? html`<button class="icon-button" aria-label="New list" @click=${this.#newList}>${icon("add")}</button>`
          : nothing}
      </div>
      <ul aria-labelledby="lists">
        ${repeat(
          sortedLists(things.of("list"), inbox),
          (list) => list.id,
          (list) => this.#link(list.id, this.#dot(list), list.name, counts.lists.get(list.id), false, this.#listMenu(list)),
        )}
      </ul>
      ${things.of("list").size < 2 ? html`<p class="empty">Lists group what belongs together.</p>` : nothing}
      ${this.#filters()}
      <div class="foot">
        <menu-button label="You: ${app.me.user.name}" .items=${this.#userItems()}>
          <span class="user">${icon("user")}<span class="name">${app.me.user.name}</span></span>
        </menu-button>
        <button class="icon-button" aria-label="Keyboard shortcuts" @click=${() => app.ask({ name: "shortcuts" })}>
          ${icon("keyboard")}
        </button>
      </div>
    </nav>`;
  }

  /** Nothing before there is one: they are saved where one searches. */
  #filters() {
    const { app } = this;
    const filters = app.store.things.of("filter");
    return filters.size === 0
      ? nothing
      : html`<div class="heading"><h2 id="filters">Filters</h2></div>
          <ul aria-labelledby="filters">
            ${repeat(
              sortedFilters(filters, app.locale),
              (saved) => saved.id,
              (saved) => this.#link(saved.id, "filter", saved.name, 0, false, this.#filterMenu(saved)),
            )}
          </ul>`;
  }

  #link(view, sign, name, count = 0, overdue = false, menu = nothing) {
    return html`<li class="row">
      <a href=${this.app.href({ view })} aria-current=${this.app.view === view ? "page" : nothing}>
        ${typeof sign === "string" ? icon(sign) : sign}<span class="name">${name}</span>
        ${count > 0
          ? html`<span class="count ${overdue ? "overdue" : ""}"
              >${count}<span class="unseen"> open${overdue ? ", some overdue" : ""}</span></span
            >`
          : nothing}
      </a>
      ${menu}
    </li>`;
  }

  /** The property, not the attribute, which the page's policy refuses. */
  #dot({ color }) {
    return color ? html`<span class="tint" .style=${`color: ${color}`}>${icon("list")}</span>` : "list";
  }

  #listMenu(list) {
    const { actions, mayEdit } = this.app;
    return mayEdit
      ? this.#menu("list", list, (name) => actions.renameList(list, name), () => this.#deleteList(list))
      : nothing;
  }

  #filterMenu(saved) {
    const { actions } = this.app;
    return this.#menu("filter", saved, (name) => actions.editFilter(saved, { name }), () => this.#deleteFilter(saved));
  }

  #menu(kind, { name }, rename, remove) {
    const items = [
      { label: "Rename…", icon: kind, run: () => this.#rename(kind, name, rename) },
      { label: "Delete…", icon: "trash", run: remove },
    ];
    return html`<menu-button label="Options for ${name}" .items=${items}>${icon("more")}</menu-button>`;
  }

  get #workspaceName() {
    const { app } = this;
    const known = app.me.workspaces.find(({ id }) => id === app.store.id);
    return known?.personal ? "Almanac" : (app.store.workspace?.name ?? known?.name ?? "Workspace");
  }

  #workspaceItems() {
    const { app } = this;
    return [
      ...app.me.workspaces.map(({ id, name, personal }) => ({
        label: personal ? "Personal" : name,
        checked: id === app.store.id,
        href: `#/${id}`,
      })),
      "-",
      { label: "Members…", icon: "people", run: () => app.ask({ name: "members" }) },
      { label: "Import and export…", icon: "transfer", run: () => app.ask({ name: "transfer" }) },
      { label: "In your calendar…", icon: "calendar", run: () => app.ask({ name: "calendar" }) },
      { label: "New workspace…", icon: "add", run: () => this.#newWorkspace() },
    ];
  }

  #userItems() {
    const { app } = this;
    return [{ label: "Sign out", icon: "user", run: () => this.#signOut() }];
  }

  #signOut() {
    const { app } = this;
    const count = app.store.waiting;
    if (count === 0) {
      app.signOut();
      return;
    }
    app.ask({
      name: "confirm",
      heading: "Sign out now?",
      text: `${count === 1 ? "One change has" : `${count} changes have`} not been sent yet and would be lost.`,
      action: "Sign out",
      take: () => app.signOut(),
    });
  }

  #newWorkspace() {
    const key = newId();
    this.app.ask({
      name: "name",
      heading: "New workspace",
      label: "Name",
      action: "Create",
      take: (name) => this.app.createWorkspace(name, key).catch((error) => this.app.toast(error.message)),
    });
  }

  #newList() {
    this.app.ask({
      name: "name",
      heading: "New list",
      label: "Name",
      action: "Create",
      take: (name) => {
        const view = this.app.actions.createList(name);
        if (view) {
          this.app.go({ view, taskId: undefined });
        }
      },
    });
  }

  #rename(kind, value, take) {
    this.app.ask({
      name: "name",
      heading: `Rename ${kind}`,
      label: "Name",
      value,
      action: "Rename",
      take,
    });
  }

  #deleteFilter(saved) {
    this.app.ask({
      name: "confirm",
      heading: `Delete “${saved.name}”?`,
      text: "The tasks that it shows stay as they are.",
      action: "Delete",
      take: () => {
        this.app.actions.deleteFilter(saved);
        if (this.app.route.view === saved.id) {
          this.app.go({ view: "search", taskId: undefined });
        }
      },
    });
  }

  #deleteList(list) {
    this.app.ask({
      name: "confirm",
      heading: `Delete “${list.name}”?`,
      text: "Its tasks go to the trash, from where they can be restored to the inbox.",
      action: "Delete",
      take: () => {
        this.app.actions.deleteList(list);
        if (this.app.view === list.id) {
          this.app.go({ view: this.app.inboxId, taskId: undefined });
        }
      },
    });
  }
}

customElements.define("side-bar", SideBar);
