import { html } from "../lit.js";
import { Problem, Unsettled } from "../api/problems.js";

const PAUSE_MS = 150;

/** Asks what a line means while it is typed: once one pauses, and never about what has changed since. */
export class Interpreting {
  #understand;
  #changed;
  #timer;
  #asking = new AbortController();
  /** The line that was understood last, and as what. */
  #text = "";
  #spans = [];
  #task;

  /**
   * @param {(text: string, signal: AbortSignal) => Promise<{task: object, interpretation: object[]}>} understand
   * @param {() => void} changed called when there is more to show
   */
  constructor(understand, changed) {
    this.#understand = understand;
    this.#changed = changed;
  }

  read(text) {
    clearTimeout(this.#timer);
    this.#asking.abort();
    if (text.trim()) {
      this.#timer = setTimeout(() => this.#ask(text), PAUSE_MS);
    } else {
      this.forget();
    }
  }

  forget() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#text = "";
    this.#spans = [];
    this.#task = undefined;
  }

  /** @returns {{part: string, start: number, end: number}[]} what still stands as it was when it was understood */
  spansIn(text) {
    return this.#spans.filter(({ start, end }) => text.slice(0, end) === this.#text.slice(0, end) && end > start);
  }

  /** @returns {object | undefined} the task that the line means, where that is known */
  taskOf(text) {
    return text === this.#text ? this.#task : undefined;
  }

  async #ask(text) {
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const { task, interpretation } = await this.#understand(text, signal);
      if (!signal.aborted) {
        this.#text = text;
        this.#spans = interpretation;
        this.#task = task;
        this.#changed();
      }
    } catch (error) {
      // Offline, say: the line is understood when it is sent.
      if (!(error instanceof Problem || error instanceof Unsettled || error.name === "AbortError")) {
        throw error;
      }
    }
  }
}

/** The text with its understood pieces marked. */
export function highlighted(text, spans) {
  let at = 0;
  const pieces = spans.flatMap(({ part, start, end }) => {
    const piece = [text.slice(at, start), html`<mark class=${part}>${text.slice(start, end)}</mark>`];
    at = end;
    return piece;
  });
  return [...pieces, text.slice(at)];
}
