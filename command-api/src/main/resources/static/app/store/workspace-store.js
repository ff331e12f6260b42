import { Follower } from "./follower.js";
import { newId } from "./ids.js";
import { operations, subjectOf } from "./operations.js";
import { Outbox } from "./outbox.js";
import { Replica, Things } from "./replica.js";

/**
 * One workspace as the page shows it: what the server has told, with the operations that it has not settled yet laid
 * over it. So an operation shows at once, and is gone again if it is refused.
 *
 * Says `change`; `refused` with `{op, reason}`; `clashed` with `{op, current, fields}`; `gone` once the user is no
 * member any more.
 */
export class WorkspaceStore extends EventTarget {
  #api;
  #replica = new Replica();
  #outbox;
  #follower;
  #shown = null;
  #announced = false;
  #reachable = navigator.onLine;
  #live = null;
  /** Of reminders that have triggered since the page was opened, their tasks. */
  #rung = new Map();
  /** Whether the first snapshot is there. */
  loaded = false;

  /** @param {{api: import("../api/api.js").Api, id: string, userId: string, storage?: Storage}} parts */
  constructor({ api, id, userId, storage = sessionStorage }) {
    super();
    this.id = id;
    this.path = `/workspaces/${id}`;
    this.#api = api;
    this.#outbox = new Outbox({
      send: ({ method, path, ...options }) => api.send(method, this.path + path, options),
      storage,
      storageKey: `almanac.outbox.${userId}.${id}`,
      listener: {
        changed: () => this.#changed(),
        reached: (yes) => this.#setConnection({ reachable: yes }),
        accepted: (op, { body }) => {
          if (body) {
            this.#replica.put(subjectOf(op), op.id, body.seq, body);
          }
        },
        refused: (op, reason) => this.#say("refused", { op, reason }),
        clashed: (op, current, fields) => {
          this.#replica.put("task", current.id, current.seq, current);
          this.#say("clashed", { op, current, fields });
        },
      },
    });
    this.#follower = new Follower({
      api,
      replica: this.#replica,
      path: this.path,
      name: `almanac.${userId}.${id}`,
      listener: {
        changed: () => this.#changed(),
        caughtUp: () => {
          this.loaded = true;
          this.#changed();
        },
        reminded: ({ taskId, reminderId, state, recipient }) => {
          if (state === "triggered" && recipient === userId) {
            this.#rung.set(reminderId, taskId);
          }
        },
        live: (yes) => this.#setConnection({ live: yes, ...(yes && { reachable: true }) }),
        gone: () => this.#say("gone"),
      },
    });
  }

  /** @param {number} [atLeast] the seq that the first snapshot has to reach */
  start(atLeast) {
    addEventListener("online", this.#online);
    addEventListener("offline", this.#offline);
    this.#follower.start(atLeast);
    this.#outbox.nudge();
  }

  stop() {
    removeEventListener("online", this.#online);
    removeEventListener("offline", this.#offline);
    this.#follower.stop();
    this.#outbox.stop();
  }

  /** @returns {"connecting" | "live" | "reconnecting" | "offline"} */
  get connection() {
    if (!this.#reachable) {
      return "offline";
    }
    return { null: "connecting", true: "live", false: "reconnecting" }[this.#live];
  }

  /** The seq up to which the server has told. */
  get seq() {
    return this.#replica.seq;
  }

  /** How many changes wait to be sent. */
  get waiting() {
    return this.#outbox.size;
  }

  /**
   * Waits until the server has all that is shown here.
   *
   * @returns {Promise<number>} the seq by which it can be read
   */
  async settled() {
    while (this.waiting > 0) {
      if (this.connection === "offline") {
        throw new Error("Some changes have not been sent yet. Try again once Almanac can be reached.");
      }
      await new Promise((resolve) => this.addEventListener("change", resolve, { once: true }));
    }
    return Math.max(this.seq, this.#outbox.seq);
  }

  /** @returns {Things} */
  get things() {
    if (!this.#shown) {
      this.#outbox.reached(this.#replica.seq);
      this.#shown = new Things(this.#replica.things);
      for (const op of this.#outbox.operations) {
        operations[op.kind].apply(this.#shown, op);
      }
    }
    return this.#shown;
  }

  /** @returns {{task: object, reminder: object}[]} for this user, those that wait for an answer; the latest first */
  get ringing() {
    return [...this.#rung]
      .map(([reminderId, taskId]) => {
        const task = this.things.get("task", taskId);
        return { task, reminder: task?.reminders?.find(({ id }) => id === reminderId) };
      })
      .filter(({ task, reminder }) => task?.status === "open" && !task.deletedAt && reminder?.state === "triggered")
      .reverse();
  }

  get workspace() {
    return this.things.get("workspace", this.id);
  }

  /** @returns {object[]} what has been said about a task, oldest first */
  comments(taskId) {
    return [...this.things.of("comment").values()]
      .filter((comment) => comment.taskId === taskId)
      .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
  }

  /**
   * Does something to the workspace: shows it at once and sends it as soon as the server can be reached.
   *
   * @returns {boolean} false where too much is waiting already
   */
  submit(kind, fields) {
    return this.#outbox.add({ kind, key: newId(), at: new Date().toISOString(), ...fields });
  }

  /** Asks the server for something that is not worth doing offline, and waits for its answer. */
  request(method, path, body) {
    return this.#api.send(method, this.path + path, { body, headers: { "Idempotency-Key": newId() } });
  }

  #online = () => {
    this.#setConnection({ reachable: true });
    this.#follower.nudge();
    this.#outbox.nudge();
  };

  #offline = () => {
    this.#follower.cut();
    this.#setConnection({ reachable: false });
  };

  #setConnection({ reachable = this.#reachable, live = this.#live }) {
    const backAgain = live && !this.#live;
    this.#reachable = reachable;
    this.#live = live;
    if (backAgain) {
      this.#outbox.nudge();
    }
    this.#changed();
  }

  /** Many changes in one go are one `change`. */
  #changed() {
    this.#shown = null;
    if (!this.#announced) {
      this.#announced = true;
      queueMicrotask(() => {
        this.#announced = false;
        this.#say("change");
      });
    }
  }

  #say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
