import { css, html, nothing } from "../lit.js";
import { Actions } from "../store/actions.js";
import { App } from "../store/app.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { icon } from "./icons.js";
import { listenForShortcuts } from "./shortcuts.js";
import "./activity-view.js";
import "./calendar-dialog.js";
import "./clash-dialog.js";
import "./confirm-dialog.js";
import "./members-dialog.js";
import "./name-dialog.js";
import "./shortcuts-dialog.js";
import "./reminder-notices.js";
import "./search-view.js";
import "./side-bar.js";
import "./status-banner.js";
import "./task-detail.js";
import "./task-view.js";
import "./toast-stack.js";
import "./transfer-dialog.js";
import "./welcome-page.js";

/** The page. */
class AlmanacApp extends AppElement {
  static properties = {
    dialog: { state: true },
    drawerOpen: { state: true },
  };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        height: 100dvh;
      }

      .shell {
        display: grid;
        grid-template: auto minmax(0, 1fr) / 16.5rem minmax(0, 1fr) auto;
        height: 100%;
      }

      .skip {
        position: fixed;
        z-index: 3;
        top: 0.5rem;
        left: 0.5rem;
        transform: translateY(-4rem);
      }

      .skip:focus {
        transform: none;
      }

      status-banner {
        grid-column: 1 / -1;
      }

      side-bar {
        grid-row: 2;
      }

      main {
        grid-row: 2;
        display: flex;
        flex-direction: column;
        min-height: 0;
        background: var(--page);
      }

      task-view,
      search-view,
      activity-view {
        flex: 1;
        min-height: 0;
      }

      task-detail {
        grid-row: 2;
      }

      .bar,
      .scrim {
        display: none;
      }

      @media (max-width: 60rem) {
        .shell {
          grid-template-columns: 15rem minmax(0, 1fr);
        }

        task-detail {
          position: fixed;
          z-index: 1;
          inset: 0 0 0 auto;
        }
      }

      @media (max-width: 45rem) {
        .shell {
          grid-template-columns: minmax(0, 1fr);
        }

        .bar {
          display: flex;
          align-items: center;
          padding: 0.25rem 0.5rem 0;
        }

        side-bar {
          position: fixed;
          z-index: 2;
          inset: 0 auto 0 0;
          width: min(18rem, 85vw);
          visibility: hidden;
          transform: translateX(-100%);
          transition:
            transform 160ms ease-out,
            visibility 160ms;
        }

        .drawer-open side-bar {
          visibility: visible;
          transform: none;
          box-shadow: var(--shadow);
        }

        .drawer-open .scrim {
          display: block;
          position: fixed;
          z-index: 1;
          inset: 0;
          background: rgb(8 18 20 / 45%);
        }
      }
    `,
  ];

  /** The task that is to be opened for the sake of its date. */
  #dateOf = null;

  constructor() {
    super();
    this.app = new App();
    this.app.actions = new Actions(this.app);
    this.dialog = null;
    this.drawerOpen = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.app.addEventListener("dialog", ({ detail }) => (this.dialog = detail));
    addEventListener("hashchange", () => (this.drawerOpen = false));
    listenForShortcuts(this);
    this.app.start();
  }

  updated() {
    if (this.app.task?.id === this.#dateOf) {
      this.#dateOf = null;
    }
    document.title = this.app.store ? `${this.heading} · Almanac` : "Almanac";
  }

  /** What is in the main pane, in words. */
  get heading() {
    const { view, inboxId, store } = this.app;
    const names = { today: "Today", upcoming: "Upcoming", trash: "Trash", search: "Search", activity: "Activity", [inboxId]: "Inbox" };
    return names[view] ?? store.things.get("list", view)?.name ?? this.app.savedFilter?.name ?? "Tasks";
  }

  get taskView() {
    return this.renderRoot.querySelector("task-view, search-view, activity-view");
  }

  get taskDetail() {
    return this.renderRoot.querySelector("task-detail");
  }

  /** Opens a task where its date is set. */
  openDate(task) {
    if (this.app.task?.id === task.id) {
      this.taskDetail.focusDate();
    } else {
      this.#dateOf = task.id;
      this.app.go({ taskId: task.id });
    }
  }

  get toasts() {
    return this.renderRoot.querySelector("toast-stack");
  }

  render() {
    switch (this.app.phase) {
      case "starting":
        return nothing;
      case "ready":
        return this.#shell();
      default:
        return html`<welcome-page .app=${this.app}></welcome-page><toast-stack .app=${this.app}></toast-stack>`;
    }
  }

  #shell() {
    const { app } = this;
    return html`
      <button class="button primary skip" @click=${() => this.taskView.focusRow()}>Skip to the tasks</button>
      <div class="shell ${this.drawerOpen ? "drawer-open" : ""}">
        <status-banner .app=${app}></status-banner>
        <side-bar .app=${app} @keydown=${this.#closeDrawerOnEscape}></side-bar>
        <div class="scrim" @click=${() => (this.drawerOpen = false)}></div>
        <main aria-label=${this.heading}>
          <div class="bar">
            <button
              class="icon-button"
              aria-label="Lists"
              aria-expanded=${this.drawerOpen}
              @click=${this.#openDrawer}
            >
              ${icon("menu")}
            </button>
          </div>
          ${this.#view()}
        </main>
        ${app.task
          ? html`<task-detail
              .app=${app}
              .task=${app.task}
              .dateFirst=${app.task.id === this.#dateOf}
              @done=${() => this.taskView.focusRow(app.task?.id)}
            ></task-detail>`
          : nothing}
      </div>
      <reminder-notices .app=${app}></reminder-notices>
      <toast-stack .app=${app}></toast-stack>
      ${this.#dialog()}
    `;
  }

  #view() {
    const { app, heading } = this;
    switch (app.view) {
      case "activity":
        return html`<activity-view .app=${app} .heading=${heading}></activity-view>`;
      case "search":
        return html`<search-view .app=${app} .heading=${heading}></search-view>`;
      default:
        return app.savedFilter
          ? html`<search-view .app=${app} .heading=${heading} .saved=${app.savedFilter}></search-view>`
          : html`<task-view .app=${app} .heading=${heading}></task-view>`;
    }
  }

  #dialog() {
    const { app, dialog } = this;
    const closed = () => (this.dialog = null);
    switch (dialog?.name) {
      case "calendar":
        return html`<calendar-dialog .app=${app} @close=${closed}></calendar-dialog>`;
      case "clash":
        return html`<clash-dialog .app=${app} .clash=${dialog} @close=${closed}></clash-dialog>`;
      case "confirm":
        return html`<confirm-dialog .question=${dialog} @close=${closed}></confirm-dialog>`;
      case "members":
        return html`<members-dialog .app=${app} @close=${closed}></members-dialog>`;
      case "name":
        return html`<name-dialog .question=${dialog} @close=${closed}></name-dialog>`;
      case "shortcuts":
        return html`<shortcuts-dialog @close=${closed}></shortcuts-dialog>`;
      case "transfer":
        return html`<transfer-dialog .app=${app} @close=${closed}></transfer-dialog>`;
      default:
        return nothing;
    }
  }

  #openDrawer() {
    this.drawerOpen = true;
    this.renderRoot.querySelector("side-bar").focusFirst();
  }

  #closeDrawerOnEscape(event) {
    if (event.key === "Escape" && this.drawerOpen) {
      this.drawerOpen = false;
      this.renderRoot.querySelector(".bar button").focus();
    }
  }
}

customElements.define("almanac-app", AlmanacApp);
