import { css } from "../lit.js";

/** What every component starts from: the box model, type, controls, focus. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }

  a {
    color: var(--accent);
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  button {
    border: 0;
    background: none;
    padding: 0;
    text-align: inherit;
    cursor: pointer;
  }

  button:disabled {
    cursor: default;
    opacity: 0.55;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-height: 2.25rem;
    padding: 0 0.9rem;
    border: 1px solid var(--control-line);
    border-radius: var(--radius-small);
    background: var(--surface);
    font-weight: 550;
    text-decoration: none;
    white-space: nowrap;
  }

  .button:hover:not(:disabled) {
    background: var(--hover);
  }

  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.primary:hover:not(:disabled) {
    background: var(--accent-strong);
    border-color: var(--accent-strong);
  }

  .button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }

  .icon-button {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 2.25rem;
    height: 2.25rem;
    border-radius: var(--radius-small);
    color: var(--ink-soft);
  }

  .icon-button:hover:not(:disabled) {
    background: var(--hover);
    color: var(--ink);
  }

  .field {
    width: 100%;
    min-height: 2.25rem;
    padding: 0.4rem 0.65rem;
    border: 1px solid var(--control-line);
    border-radius: var(--radius-small);
    background: var(--surface);
  }

  .field:focus-visible {
    outline-offset: 0;
  }

  ::placeholder {
    color: var(--ink-faint);
    opacity: 1;
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) {
    .button,
    .icon-button,
    .field {
      min-height: 2.75rem;
    }

    .icon-button {
      width: 2.75rem;
    }

    /* Below 16 px a phone zooms into a field that gets the focus. */
    input,
    textarea,
    select {
      font-size: 16px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
