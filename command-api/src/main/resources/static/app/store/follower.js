import { Problem, Unsettled } from "../api/problems.js";
import { Backoff } from "./backoff.js";

const PAGE = 200;

/**
 * Keeps a replica up to date: what was missed by delta sync, what happens by the live stream.
 *
 * All tabs of a browser share one stream, since over HTTP/1.1 a browser opens only six connections to a server: the
 * tab that holds the lock reads it and passes each update on. Whoever misses one notices by `previous`, as with a
 * stream that was cut.
 */
export class Follower {
  #api;
  #replica;
  #path;
  #name;
  #listener;
  #stop = new AbortController();
  #channel;
  #leading = false;
  #live = false;
  #work = Promise.resolve();
  #streaming = new Backoff();
  #catchingUp = new Backoff();
  #connection = new AbortController();

  /**
   * @param {{
   *   api: import("../api/api.js").Api,
   *   replica: import("./replica.js").Replica,
   *   path: string,
   *   name: string,
   *   listener: {
   *     changed: () => void,
   *     caughtUp: () => void,
   *     reminded: (status: object) => void,
   *     live: (yes: boolean) => void,
   *     gone: () => void,
   *   },
   * }} parts the name is that of the lock and channel which the user's tabs share for this workspace
   */
  constructor({ api, replica, path, name, listener }) {
    this.#api = api;
    this.#replica = replica;
    this.#path = path;
    this.#name = name;
    this.#listener = listener;
  }

  /** @param {number} [atLeast] the seq that the first snapshot has to reach */
  start(atLeast) {
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }) => this.#hear(data);
    this.#enqueue(() => this.#catchUp(atLeast)).then(() => this.#listener.caughtUp());
    this.#channel.postMessage({ ask: true });
    navigator.locks
      .request(this.#name, { signal: this.#stop.signal }, () => this.#lead())
      .catch(ignoreWhen(this.#stop.signal));
  }

  stop() {
    this.#stop.abort();
    this.#connection.abort();
    this.nudge();
    this.#channel.close();
  }

  /** The network is back. */
  nudge() {
    this.#streaming.wake();
    this.#catchingUp.wake();
  }

  /** The network is gone: a stream over it would only seem alive. */
  cut() {
    this.#connection.abort();
  }

  #hear({ ask, live, update }) {
    if (ask && this.#leading) {
      this.#channel.postMessage({ live: this.#live });
    } else if (live !== undefined) {
      this.#tell(live);
    } else if (update) {
      this.#enqueue(() => this.#take(update));
    }
  }

  async #lead() {
    this.#leading = true;
    while (!this.#stop.signal.aborted) {
      this.#connection = new AbortController();
      try {
        await this.#listen();
      } catch (error) {
        if (!this.#mayTryAgain(error)) {
          return;
        }
        this.#announce(false);
        await this.#streaming.wait(error.retryAfter);
      }
    }
  }

  async #listen() {
    // The first connection asks for what follows the snapshot, not for the snapshot itself.
    await this.#work;
    const updates = this.#api.stream(`${this.#path}/stream`, {
      since: this.#replica.seq,
      signal: AbortSignal.any([this.#stop.signal, this.#connection.signal]),
      opened: () => {
        this.#streaming.reset();
        this.#announce(true);
      },
    });
    for await (const update of updates) {
      this.#channel.postMessage({ update });
      await this.#enqueue(() => this.#take(update));
    }
  }

  async #take({ kind, id, seq, previous, state }) {
    if (previous > this.#replica.seq) {
      await this.#catchUp(previous);
    }
    this.#replica.put(kind, id, seq, state);
    this.#replica.seq = Math.max(this.#replica.seq, seq);
    if (kind === "reminder") {
      this.#listener.reminded(state);
    }
    this.#listener.changed();
  }

  /** Fetches what changed since the replica's seq; with `atLeast`, the answer has to reach that seq. */
  async #catchUp(atLeast) {
    for (let more = true; more && !this.#stop.signal.aborted; ) {
      try {
        more = await this.#nextPage(atLeast);
        this.#catchingUp.reset();
      } catch (error) {
        if (!this.#mayTryAgain(error)) {
          return;
        }
        await this.#catchingUp.wait(error.retryAfter);
      }
    }
  }

  async #nextPage(atLeast) {
    const { body } = await this.#api.get(`${this.#path}/changes?since=${this.#replica.seq}&limit=${PAGE}`, {
      signal: this.#stop.signal,
      headers: atLeast ? { "Sync-Token": String(atLeast) } : {},
    });
    for (const { kind, id, seq, state } of body.changes) {
      this.#replica.put(kind, id, seq, state);
    }
    this.#replica.seq = Math.max(this.#replica.seq, body.syncToken);
    this.#listener.changed();
    return body.more;
  }

  #announce(live) {
    this.#channel.postMessage({ live });
    this.#tell(live);
  }

  #tell(live) {
    this.#live = live;
    this.#listener.live(live);
  }

  /** One after the other, so that no update overtakes the delta sync that it waits for. */
  #enqueue(work) {
    this.#work = this.#work.then(work);
    return this.#work;
  }

  #mayTryAgain(error) {
    if (this.#stop.signal.aborted) {
      return false;
    }
    if (error instanceof Problem && error.status === 410) {
      // The replica is older than what the server remembers of removed things.
      this.#replica.clear();
      return true;
    }
    if (error instanceof Problem) {
      this.#listener.gone();
      return false;
    }
    if (error instanceof Unsettled) {
      return true;
    }
    throw error;
  }
}

function ignoreWhen(signal) {
  return (error) => {
    if (!signal.aborted) {
      throw error;
    }
  };
}
