import { css, html, nothing } from "../lit.js";
import { pieces, Search } from "../store/search.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import { contextOf, notesOf, taskRows } from "./task-rows.js";
import { taskViewStyles } from "./task-view-styles.js";

const EXAMPLES = ["status = open and due <= today", "priority >= high and not tag = someday", "assignee is null"];

/** The main pane where it shows what was looked for: by words, by a filter, or by both; the filter may be a saved one. */
class SearchView extends AppElement {
  static properties = { heading: {}, saved: { attribute: false }, currentId: { state: true } };

  static styles = [
    shared,
    taskViewStyles,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        padding: 0 0.7rem 0.9rem;
      }

      label {
        display: grid;
        grid-template-columns: 4rem minmax(0, 1fr);
        align-items: center;
        color: var(--ink-soft);
        font-size: 0.93rem;
      }

      input {
        min-height: 2.4rem;
        padding: 0.3rem 0.7rem;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface);
        color: var(--ink);
        font: inherit;
        font-size: 1rem;
      }

      .filter input,
      code {
        font-family: ui-monospace, monospace;
        font-size: 0.93rem;
      }

      input[aria-invalid="true"] {
        border-color: var(--danger);
      }

      .filter-row {
        display: flex;
        align-items: center;
        gap: 0.5rem;
      }

      .filter-row label {
        flex: 1;
        min-width: 0;
      }

      .problem {
        display: grid;
        gap: 0.25rem;
        padding: 0.5rem 0.7rem;
        border-left: 3px solid var(--danger);
        color: var(--ink);
        overflow-wrap: anywhere;
      }

      .problem mark {
        background: none;
        color: var(--danger);
        text-decoration: underline wavy;
      }

      .found {
        padding: 0 0.7rem 0.4rem;
        color: var(--ink-faint);
        font-size: 0.93rem;
      }

      .examples button {
        padding: 0.15rem 0;
        color: var(--accent-strong);
        text-align: left;
      }
    `,
  ];

  #context;
  #search = null;
  #redrawFound = () => this.requestUpdate();

  connectedCallback() {
    super.connectedCallback();
    this.#search = this.app.search ??= new Search((of) => this.app.find(of));
    this.#search.addEventListener("change", this.#redrawFound);
    this.#search.set({});
    // Rendered first, or there is no field yet. Who opens a saved filter wants to see, not to type.
    this.updateComplete.then(() => !this.saved && this.focusEntry());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#search.removeEventListener("change", this.#redrawFound);
    this.#search.stop();
  }

  willUpdate(changed) {
    const { saved } = this;
    const filter = saved?.filter ?? "";
    if (saved?.id !== this.#search.savedId) {
      this.#search.set({ words: "", filter, savedId: saved?.id });
    } else if (changed.has("saved") && this.#search.filter === changed.get("saved")?.filter) {
      this.#search.set({ filter });
    }
    this.#context = contextOf(this.app, this.#context);
    this.#search.follow(this.app.store.seq);
  }

  get #rows() {
    return [...this.renderRoot.querySelectorAll("task-item")];
  }

  /** The task that has the focus. */
  get currentTask() {
    return this.renderRoot.activeElement?.task;
  }

  focusEntry() {
    this.renderRoot.querySelector("input").focus();
  }

  /** Gives the focus to a task, else to the first, else to the field. */
  focusRow(id = this.currentId) {
    const row = this.#rows.find((one) => one.task.id === id) ?? this.#rows[0];
    return row ? row.focusRow() : this.focusEntry();
  }

  /** @param {1 | -1} step down or up */
  moveFocus(step) {
    const rows = this.#rows;
    const at = rows.indexOf(this.renderRoot.activeElement);
    rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)]?.focusRow();
  }

  toggle(task) {
    if (this.app.mayEdit) {
      this.app.actions.toggleTask(task);
    }
  }

  trash(task) {
    if (this.app.mayEdit) {
      this.app.actions.deleteTask(task);
    }
  }

  /** What was found has an order of its own. */
  shift() {
    return false;
  }

  render() {
    const { words, filter, problem, result } = this.#search;
    return html`<div
      class="column"
      @focusin=${({ target }) => (this.currentId = target.task?.id ?? this.currentId)}
      @toggle=${({ detail }) => this.toggle(detail)}
      @remove=${({ detail }) => this.trash(detail)}
    >
      <header><h1>${this.heading}</h1></header>
      <form role="search" @submit=${this.#submit}>
        <label
          >Words
          <input
            type="search"
            maxlength="200"
            autocomplete="off"
            .value=${words}
            aria-invalid=${Boolean(problem && problem.parameter !== "filter")}
            @input=${({ target }) => this.#search.set({ words: target.value })}
          />
        </label>
        <div class="filter-row">
          <label class="filter"
            >Filter
            <input
              type="text"
              maxlength="1000"
              autocomplete="off"
              autocapitalize="off"
              spellcheck="false"
              placeholder=${EXAMPLES[0]}
              .value=${filter}
              aria-invalid=${problem?.parameter === "filter"}
              aria-describedby="problem"
              @input=${({ target }) => this.#search.set({ filter: target.value })}
            />
          </label>
          ${this.#saveButton(result)}
        </div>
        <div id="problem" role="status">${problem ? this.#problem(problem) : nothing}</div>
      </form>
      ${result ? this.#found(result) : problem ? nothing : this.#hints()}
    </div>`;
  }

  /** There where a filter was understood that is not saved yet as it stands. */
  #saveButton(result) {
    const filter = this.#search.filter.trim();
    return result && filter && filter !== this.saved?.filter
      ? html`<button type="button" class="button" @click=${() => this.#save(filter)}>
          ${this.saved ? "Save" : "Save…"}
        </button>`
      : nothing;
  }

  #save(filter) {
    const { app, saved } = this;
    if (saved) {
      app.actions.editFilter(saved, { filter });
      return;
    }
    app.ask({
      name: "name",
      heading: "Save filter",
      label: "Name",
      action: "Save",
      take: (name) => {
        const view = app.actions.createFilter(name, filter);
        if (view) {
          app.go({ view, taskId: undefined });
        }
      },
    });
  }

  /** Shows the filter with what was not understood underlined, from its first character on. */
  #problem({ text, position, parameter }) {
    const { filter } = this.#search;
    const end = filter.slice(position).search(/[\s()]/);
    const marked = position < filter.length ? [{ start: position, end: end > 0 ? position + end : filter.length }] : [];
    return html`<div class="problem">
      ${parameter === "filter"
        ? html`<code>${marks(filter, marked)}${marked.length === 0 ? html`<mark>&nbsp;?&nbsp;</mark>` : nothing}</code>`
        : nothing}
      <span>${text}</span>
    </div>`;
  }

  #found({ items, found, more }) {
    const { things } = this.app.store;
    const nodes = items
      .map((item) => things.get("task", item.id) ?? item)
      .filter((task) => !task.deletedAt)
      .map((task) => ({ task, children: [] }));
    const rows = {
      context: this.#context,
      notes: notesOf(this.app),
      currentId: this.currentId ?? nodes[0]?.task.id,
      openId: this.app.route.taskId,
      found,
    };
    const count = nodes.length === 1 ? "1 task" : `${nodes.length} tasks`;
    return html`<p class="found" role="status">${more ? `The first ${count}` : nodes.length > 0 ? count : "Nothing found."}</p>
      <section aria-label="Found">${taskRows(nodes, rows)}</section>`;
  }

  #hints() {
    return html`<div class="empty examples">
      <strong>Find it by its words, or by what it is.</strong>
      <span>Beginnings of words are enough, and small typing errors do no harm. A filter can be:</span>
      ${EXAMPLES.map(
        (example) =>
          html`<button @click=${() => this.#take(example)}><code>${example}</code></button>`,
      )}
    </div>`;
  }

  #take(filter) {
    this.#search.set({ filter });
    this.requestUpdate();
  }

  #submit(event) {
    event.preventDefault();
    this.focusRow();
  }
}

/** A text with its marks. */
function marks(text, marked) {
  return pieces(text, marked).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : piece.text));
}

customElements.define("search-view", SearchView);
