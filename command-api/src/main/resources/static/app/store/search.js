const TYPING_MS = 180;

/**
 * What is looked for in the open workspace, and what was found; asked for anew as one types, and as the workspace changes.
 * Says `change`.
 */
export class Search extends EventTarget {
  words = "";
  filter = "";
  /** The saved filter that it began with. @type {string | undefined} */
  savedId = undefined;
  /** @type {{items: object[], found: Map<string, object>, more: boolean} | null} */
  result = null;
  /** What the server could not understand. @type {{text: string, position?: number, parameter?: string} | null} */
  problem = null;
  #ask;
  #timer;
  #asked = null;
  #seq = -1;

  /** @param {(of: {words: string, filter: string, signal: AbortSignal}) => Promise<object>} ask gives a page */
  constructor(ask) {
    super();
    this.#ask = ask;
  }

  get empty() {
    return !/[\p{L}\p{N}]/u.test(this.words) && this.filter.trim() === "";
  }

  /** @param {{words?: string, filter?: string, savedId?: string}} of what is looked for from now on */
  set(of) {
    Object.assign(this, of);
    this.#later();
  }

  /** Asks again where the workspace has changed since. @param {number} seq */
  follow(seq) {
    if (seq !== this.#seq) {
      this.#seq = seq;
      this.#later();
    }
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  #later() {
    this.stop();
    this.#timer = setTimeout(() => this.#now(), TYPING_MS);
  }

  async #now() {
    if (this.empty) {
      this.#say(null, null);
      return;
    }
    const asked = (this.#asked = new AbortController());
    try {
      const { items, found = [], next } = await this.#ask({ ...this, signal: asked.signal });
      if (!asked.signal.aborted) {
        this.#say({ items, found: new Map(found.map((one) => [one.taskId, one])), more: next !== null }, null);
      }
    } catch (error) {
      if (!asked.signal.aborted) {
        const [told = {}] = error.body?.errors ?? [];
        this.#say(null, { text: error.message, position: told.position, parameter: told.parameter });
      }
    }
  }

  #say(result, problem) {
    Object.assign(this, { result, problem });
    this.dispatchEvent(new Event("change"));
  }
}

/**
 * A text in pieces, of which some are marked.
 *
 * @param {{start: number, end: number}[]} marks in order
 * @returns {{text: string, marked: boolean}[]}
 */
export function pieces(text, marks = []) {
  const parts = [];
  let at = 0;
  for (const { start, end } of marks) {
    parts.push({ text: text.slice(at, start), marked: false }, { text: text.slice(start, end), marked: true });
    at = end;
  }
  parts.push({ text: text.slice(at), marked: false });
  return parts.filter((part) => part.text !== "");
}
