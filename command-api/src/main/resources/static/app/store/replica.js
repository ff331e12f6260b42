import { withReminder } from "./reminders.js";

const KINDS = ["workspace", "member", "list", "task", "comment", "filter"];

/** Things of one workspace by kind and id. */
export class Things {
  #kinds;

  /** @param {Things} [from] whose things to start with; they are shared, not copied, and never changed in place */
  constructor(from) {
    this.#kinds = new Map(KINDS.map((kind) => [kind, new Map(from?.of(kind))]));
  }

  /** @returns {Map<string, object>} by id; empty for a kind that this page does not know yet */
  of(kind) {
    return this.#kinds.get(kind) ?? new Map();
  }

  get(kind, id) {
    return this.of(kind).get(id);
  }

  set(kind, id, state) {
    this.of(kind).set(id, state);
  }

  /** Changes some fields of a thing, if it is there. An undefined or null value removes the field. */
  edit(kind, id, fields) {
    const state = this.get(kind, id);
    if (state) {
      const entries = Object.entries({ ...state, ...fields }).filter(([, value]) => value != null);
      this.set(kind, id, Object.fromEntries(entries));
    }
  }

  delete(kind, id) {
    this.of(kind).delete(id);
  }
}

/** What the server has told about one workspace: the latest state of each thing, in whatever order it was told. */
export class Replica {
  /** The last seq up to which everything is known. */
  seq = 0;
  things = new Things();
  /** Ids of things that are gone, with the seq at which they went, so that an older state does not bring them back. */
  #gone = new Map();

  /** Takes a state over, unless the same or a later one is known. */
  put(kind, id, seq, state) {
    if (kind === "reminder") {
      this.#remind(seq, state);
      return;
    }
    const known = this.things.get(kind, id)?.seq ?? this.#gone.get(id) ?? 0;
    if (seq <= known) {
      return;
    }
    if (state) {
      this.things.set(kind, id, state);
      this.#gone.delete(id);
    } else {
      this.things.delete(kind, id);
      this.#gone.set(id, seq);
    }
  }

  /** A reminder is a part of its task. What was told with the task already is no news. */
  #remind(seq, { taskId, reminderId, state, scheduledAt, firedAt, late, taskVersion }) {
    const task = this.things.get("task", taskId);
    if (task && taskVersion > task.version) {
      const fields = { state, scheduledAt, firedAt, late, snoozedUntil: undefined };
      const reminders = withReminder(task, reminderId, fields);
      this.things.set("task", taskId, { ...task, reminders, version: taskVersion, seq });
    }
  }

  clear() {
    this.seq = 0;
    this.things = new Things();
    this.#gone.clear();
  }
}
