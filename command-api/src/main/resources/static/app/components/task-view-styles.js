import { css } from "../lit.js";

/** How the main pane is laid out. */
export const taskViewStyles = css`
  :host {
    display: block;
    overflow-y: auto;
    scrollbar-gutter: stable both-edges;
  }

  .column {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    max-width: 46rem;
    margin: 0 auto;
    padding: 2.2rem 1rem 0;
  }

  header {
    display: flex;
    align-items: baseline;
    gap: 0.9rem;
    padding: 0 0.7rem 1rem;
  }

  h1 {
    font: 600 1.85rem/1.2 var(--font-display);
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }

  .date {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
    color: var(--ink-faint);
  }

  .date svg {
    align-self: center;
  }

  section + section {
    margin-top: 1.4rem;
  }

  h2 {
    display: flex;
    align-items: baseline;
    gap: 0.6rem;
    padding: 0.2rem 0.7rem;
    font-size: 0.93rem;
    font-weight: 650;
  }

  h2 .note,
  h2 .count {
    color: var(--ink-faint);
    font-weight: 400;
  }

  h2 button {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-height: 2rem;
    font-weight: 650;
  }

  h2 button svg {
    transform: rotate(-90deg);
  }

  h2 button[aria-expanded="true"] svg {
    transform: none;
  }

  li + li,
  ul ul {
    border-top: 1px solid var(--line);
  }

  ul ul {
    margin-left: 2.05rem;
  }

  task-item {
    /* The entry below covers as much. */
    scroll-margin-bottom: 5.5rem;
  }

  .more {
    margin: 0.6rem 0.7rem;
  }

  .entry {
    position: sticky;
    z-index: 1;
    bottom: 0;
    margin-top: 0.7rem;
    padding-bottom: 1.2rem;
    background: linear-gradient(transparent, var(--page) 0.7rem);
  }

  .entry + section {
    margin-top: 0.2rem;
    padding-bottom: 2rem;
  }

  .empty {
    display: grid;
    justify-items: start;
    gap: 0.2rem;
    padding: 0.4rem 0.7rem 1.2rem;
    color: var(--ink-soft);
  }

  .empty strong {
    color: var(--ink);
    font: 500 1.15rem var(--font-display);
  }

  .loading {
    padding: 0.4rem 0.7rem;
    color: var(--ink-faint);
  }

  @media (max-width: 45rem) {
    .column {
      padding: 0.6rem 0.35rem 0;
    }

    .entry {
      padding: 0 0.35rem 0.8rem;
    }
  }
`;
