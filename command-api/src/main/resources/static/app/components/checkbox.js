import { css, html, live } from "../lit.js";

/** The round box that completes a task; a crescent shows where it would go. */
export const checkboxStyles = css`
  .check {
    appearance: none;
    position: relative;
    flex: none;
    width: 1.3rem;
    height: 1.3rem;
    margin: 0;
    border: 2px solid var(--tone, var(--control-line));
    border-radius: 50%;
    background: var(--surface);
    cursor: pointer;
  }

  /* A target that a thumb hits. */
  .check::before {
    content: "";
    position: absolute;
    inset: -0.65rem;
  }

  .check:hover:enabled:not(:checked) {
    background: radial-gradient(circle at 78% 32%, transparent 54%, var(--tone, var(--accent)) 58%);
  }

  .check:checked {
    border-color: var(--accent);
    background: var(--accent);
  }

  .check:checked::after {
    content: "";
    position: absolute;
    inset: 0.12rem 0.33rem 0.26rem;
    border: solid var(--on-accent);
    border-width: 0 2px 2px 0;
    transform: rotate(42deg);
  }

  .check:disabled {
    cursor: default;
  }

  .check.urgent {
    --tone: var(--priority-urgent);
  }

  .check.high {
    --tone: var(--priority-high);
  }

  .check.medium {
    --tone: var(--priority-medium);
  }

  .check.low {
    --tone: var(--priority-low);
  }
`;

/** @param {{disabled?: boolean, tabindex?: number}} options */
export function checkbox(task, toggle, { disabled = false, tabindex = 0 } = {}) {
  return html`<input
    type="checkbox"
    class="check ${task.priority}"
    aria-label="Complete ${task.title}"
    tabindex=${tabindex}
    .checked=${live(task.status !== "open")}
    ?disabled=${disabled}
    @change=${toggle}
  />`;
}
