import { css, html, nothing, repeat } from "../lit.js";
import { agoLabel } from "../store/dates.js";
import { shared } from "../styles/shared.js";
import { AppElement } from "./app-element.js";
import "./markdown-text.js";

const LONGEST = 4_000;

/** What has been said about a task, and room to say more. */
class TaskComments extends AppElement {
  static properties = {
    task: { attribute: false },
    readonly: { type: Boolean },
  };

  static styles = [
    shared,
    css`
      li {
        padding: 0.55rem 0;
      }

      .by {
        display: flex;
        justify-content: space-between;
        gap: 0.6rem;
        margin-bottom: 0.15rem;
        font-size: 0.87rem;
      }

      .by strong {
        font-weight: 650;
      }

      time {
        color: var(--ink-faint);
      }

      form {
        display: grid;
        gap: 0.4rem;
        margin-top: 0.3rem;
      }

      textarea {
        min-height: 3.9rem;
        resize: vertical;
      }

      .button {
        justify-self: end;
      }
    `,
  ];

  render() {
    const { app, task } = this;
    return html`
      <ul>
        ${repeat(
          app.store.comments(task.id),
          ({ id }) => id,
          (comment) => html`<li>
            <div class="by">
              <strong>${app.nameOf(comment.author)}</strong>
              <time datetime=${comment.createdAt}>
                ${agoLabel(new Date(comment.createdAt), app.now, app.zone, app.locale)}
              </time>
            </div>
            <markdown-text .text=${comment.text}></markdown-text>
          </li>`,
        )}
      </ul>
      ${this.readonly ? nothing : this.#form()}
    `;
  }

  #form() {
    return html`<form @submit=${this.#submit} @keydown=${this.#keydown}>
      <textarea
        class="field"
        name="text"
        aria-label="Add a comment"
        placeholder="Add a comment"
        maxlength=${LONGEST}
        required
      ></textarea>
      <button class="button">Comment</button>
    </form>`;
  }

  #keydown(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.currentTarget.requestSubmit();
    }
  }

  #submit(event) {
    event.preventDefault();
    const { text } = event.target.elements;
    if (text.value.trim()) {
      this.app.actions.addComment(this.task, text.value.trim());
      text.value = "";
    }
  }
}

customElements.define("task-comments", TaskComments);
