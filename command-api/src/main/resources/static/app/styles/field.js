import { css } from "../lit.js";

/** A field of a task that takes several lines: one below the other, and none wider than its column. */
export const field = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
  }
`;
