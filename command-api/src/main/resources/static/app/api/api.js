import { Problem, SignedOut, Unsettled } from "./problems.js";
import { readEvents } from "./event-stream.js";

const BASE = "/api/v1";
const REQUEST_TIMEOUT_MS = 20_000;
/** The server sends a heartbeat every 15 s; a stream that is silent for longer than two of them is dead. */
const STREAM_SILENCE_MS = 40_000;
const UNSETTLED = new Set([202, 401, 408, 425, 429, 500, 502, 503, 504]);

/** Almanac's HTTP API, as the signed-in user. */
export class Api {
  #session;

  /** @param {import("./session.js").Session} session */
  constructor(session) {
    this.#session = session;
  }

  /**
   * Sends one request.
   *
   * @returns {Promise<{body: any, seq: number}>} the answer's JSON, null where there is none, and its sync token
   * @throws {Problem} where the server refuses
   * @throws {Unsettled} where the outcome is unknown
   */
  async send(method, path, { body, headers = {}, signal } = {}) {
    const response = await this.#fetch(path, {
      method,
      headers: { Accept: "application/json", ...(body && { "Content-Type": "application/json" }), ...headers },
      body: body && JSON.stringify(body),
      signal: AbortSignal.any([AbortSignal.timeout(REQUEST_TIMEOUT_MS), ...(signal ? [signal] : [])]),
    });
    const text = await response.text().catch(() => {
      throw new Unsettled("The answer broke off.");
    });
    return { body: text ? JSON.parse(text) : null, seq: Number(response.headers.get("Sync-Token") ?? 0) };
  }

  get(path, options) {
    return this.send("GET", path, options);
  }

  /**
   * Opens the live stream of a workspace and yields its updates until it ends, which is always by an error.
   *
   * @param {string} path
   * @param {{since: number, signal: AbortSignal, opened: () => void}} options the last seq seen; called once the
   *     server has answered
   */
  async *stream(path, { since, signal, opened }) {
    const silence = new AbortController();
    const response = await this.#fetch(path, {
      headers: { Accept: "text/event-stream", "Last-Event-ID": String(since) },
      cache: "no-store",
      signal: AbortSignal.any([signal, silence.signal]),
    });
    opened();
    let watchdog;
    const heard = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => silence.abort(), STREAM_SILENCE_MS);
    };
    try {
      for await (const { data } of readEvents(response.body, heard)) {
        yield JSON.parse(data);
      }
    } catch (error) {
      throw unreachable(error);
    } finally {
      clearTimeout(watchdog);
    }
    throw new Unsettled("The stream ended.", { answered: true });
  }

  /** Sends one request and gives the answer as it comes, of whatever type and however long it takes. */
  open(path, options) {
    return this.#fetch(path, options);
  }

  async #fetch(path, options) {
    let token;
    let response;
    try {
      token = await this.#session.token();
      response = await fetch(BASE + path, {
        ...options,
        headers: { ...options.headers, Authorization: `Bearer ${token}` },
      });
    } catch (error) {
      throw unreachable(error);
    }
    if (response.status === 401) {
      this.#session.reject(token);
      throw new SignedOut();
    }
    if (response.ok && response.status !== 202) {
      return response;
    }
    const body = await response.json().catch(() => ({}));
    if (UNSETTLED.has(response.status)) {
      throw new Unsettled(body.detail ?? `The server answered ${response.status}.`, {
        answered: true,
        retryAfter: 1000 * Number(response.headers.get("Retry-After")) || undefined,
      });
    }
    throw new Problem(response.status, body);
  }
}

function unreachable(error) {
  return error instanceof Unsettled ? error : new Unsettled("Almanac can't be reached.", { cause: error });
}
