const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** Waits between tries, longer each time, unless it is woken. */
export class Backoff {
  #failures = 0;
  #wake = () => {};

  /** @param {number} [milliseconds] what the server asked for */
  wait(milliseconds = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures)) {
    this.#failures++;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** The next try is likely to succeed: don't wait any longer. */
  wake() {
    this.#wake();
  }

  /** A try succeeded. */
  reset() {
    this.#failures = 0;
  }
}
