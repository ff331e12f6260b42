import { Problem, SignedOut, Unsettled } from "../api/problems.js";
import { Backoff } from "./backoff.js";
import { newId } from "./ids.js";
import { clashesOf, joinEdits } from "./merge.js";
import { operations, thingIn } from "./operations.js";

/** How many operations may wait for the server. */
const CAPACITY = 200;
/** How often an operation is sent to a server that answers without settling it. */
const ATTEMPTS = 8;

/**
 * The operations that the server has not yet settled, sent one at a time and in order, again and again with the same
 * idempotency key until it is known what became of them. They outlive a reload of the tab.
 */
export class Outbox {
  #send;
  #storage;
  #storageKey;
  #listener;
  #waiting;
  #settled = [];
  #sending = false;
  #stopped = false;
  #backoff = new Backoff();

  /**
   * @param {{
   *   send: (request: object) => Promise<{body: any, seq: number}>,
   *   storage: Storage,
   *   storageKey: string,
   *   listener: {
   *     changed: () => void,
   *     reached: (yes: boolean) => void,
   *     accepted: (op: object, answer: {body: any, seq: number}) => void,
   *     refused: (op: object, reason: Error) => void,
   *     clashed: (op: object, current: object, fields: string[]) => void,
   *   },
   * }} parts
   */
  constructor({ send, storage, storageKey, listener }) {
    this.#send = send;
    this.#storage = storage;
    this.#storageKey = storageKey;
    this.#listener = listener;
    // Another version of the page may have left what this one does not know.
    this.#waiting = JSON.parse(storage.getItem(storageKey) ?? "[]").filter(({ kind }) => kind in operations);
  }

  /** How many operations the server has not yet settled. */
  get size() {
    return this.#waiting.length;
  }

  /** All operations whose effect the replica does not show yet, in order. */
  get operations() {
    return [...this.#settled.map(({ op }) => op), ...this.#waiting];
  }

  /** @returns {boolean} false where there is no room */
  add(op) {
    const last = this.#waiting.at(-1);
    if (this.#waiting.length > 1 && isSameEdit(last, op)) {
      this.#waiting[this.#waiting.length - 1] = joinEdits(last, op);
    } else if (this.#waiting.length < CAPACITY) {
      this.#waiting.push(op);
    } else {
      return false;
    }
    this.#changed();
    this.#drain();
    return true;
  }

  /** Something suggests that the server can be reached: don't wait any longer. */
  nudge() {
    this.#backoff.wake();
    this.#drain();
  }

  /** The seq by which all that was settled shows; 0 where the replica has that. */
  get seq() {
    return Math.max(0, ...this.#settled.map(({ seq }) => seq));
  }

  /** The replica has everything up to this seq, so it shows the effect of what was settled by then. */
  reached(seq) {
    this.#settled = this.#settled.filter((settled) => settled.seq > seq);
  }

  stop() {
    this.#stopped = true;
    this.#backoff.wake();
  }

  async #drain() {
    if (this.#sending) {
      return;
    }
    this.#sending = true;
    try {
      for (let answers = 0; this.#waiting.length > 0 && !this.#stopped; ) {
        answers = await this.#attempt(this.#waiting[0], answers);
      }
    } finally {
      this.#sending = false;
    }
  }

  /** Sends an operation once. @returns how often the server has answered in vain, 0 once it is settled */
  async #attempt(op, answers) {
    try {
      const { body, seq } = await this.#send(requestFor(op));
      this.#accept(op, { body: thingIn(op, body), seq });
    } catch (error) {
      const inVain = answers + (error.answered ? 1 : 0);
      if (error instanceof Unsettled && inVain < ATTEMPTS) {
        this.#listener.reached(error.answered || error instanceof SignedOut);
        await this.#backoff.wait(error.retryAfter);
        return inVain;
      }
      if (!(error instanceof Problem || error instanceof Unsettled)) {
        throw error;
      }
      this.#refuse(op, error);
    }
    this.#backoff.reset();
    this.#listener.reached(true);
    return 0;
  }

  #accept(op, answer) {
    this.#waiting = this.#waiting.slice(1).map((later) => rebased(later, op, answer.body));
    this.#settled.push({ op, seq: answer.seq });
    this.#listener.accepted(op, answer);
    this.#changed();
  }

  #refuse(op, reason) {
    const current = reason.status === 412 && reason.body.task;
    const clashes = current && op.kind === "editTask" ? clashesOf(op, current) : null;
    if (clashes?.length === 0) {
      // Someone else changed other fields: both edits stand.
      this.#waiting[0] = { ...op, key: newId(), ifMatch: current.version };
      return;
    }
    this.#waiting.shift();
    if (clashes) {
      this.#listener.clashed(op, current, clashes);
    } else {
      this.#waiting = this.#waiting.filter((later) => !dependsOn(later, op));
      this.#listener.refused(op, reason);
    }
    this.#changed();
  }

  #changed() {
    this.#remember();
    this.#listener.changed();
  }

  #remember() {
    try {
      this.#storage.setItem(this.#storageKey, JSON.stringify(this.#waiting));
    } catch (error) {
      // No room left: what waits is still sent, it only would not outlive a reload.
      console.info(error);
    }
  }
}

/** Where an edit was made upon what our own earlier operation has just replaced, it stands upon that one's outcome. */
function rebased(later, op, task) {
  const follows = later.kind === "editTask" && later.id === op.id && later.ifMatch === task?.version - 1;
  return follows ? { ...later, ifMatch: task.version } : later;
}

/** What was never made can't be changed. */
function dependsOn(later, refused) {
  return refused.kind.startsWith("create") && [later.id, later.taskId, later.listId].includes(refused.id);
}

function requestFor(op) {
  const { headers, ...request } = operations[op.kind].request(op);
  return { ...request, headers: { ...headers, "Idempotency-Key": op.key } };
}

/** Whether both change the same occurrences of the same task. */
function isSameEdit(a, b) {
  return a.kind === "editTask" && b.kind === "editTask" && a.id === b.id && a.scope === b.scope;
}
