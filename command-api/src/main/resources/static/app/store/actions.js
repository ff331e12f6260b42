import { newId } from "./ids.js";
import { baseOf, same } from "./merge.js";
import { repeats } from "./recurrence.js";

/** What a user can do to tasks and lists, each said in one call; what can be taken back offers so in a toast. */
export class Actions {
  #app;

  /** @param {import("./app.js").App} app */
  constructor(app) {
    this.#app = app;
  }

  /** @returns {string | null} the new task's id */
  addTask(title, fields = {}, listId = this.#app.inboxId) {
    const id = newId();
    return this.#submit("createTask", { id, listId, fields: { title, ...fields } }) ? id : null;
  }

  /**
   * Adds a task that is written in one line.
   *
   * @param {object | undefined} preview the task as the server would read it, where that is known
   * @returns {string | null} the new task's id
   */
  addTaskFromText(text, { fields = {}, listId = this.#app.inboxId, preview }) {
    const id = newId();
    const { zone: timeZone } = this.#app;
    return this.#submit("createTaskFromText", { id, listId, text, fields, timeZone, preview }) ? id : null;
  }

  /**
   * @param {object} task as it was when the user began to change it
   * @param {object} patch fields to set; null clears one
   */
  editTask(task, patch) {
    const differs = Object.keys(patch).some((field) => !same(patch[field], task[field]));
    if (differs) {
      this.#submit("editTask", {
        id: task.id,
        patch,
        base: baseOf(patch, task),
        // One that was made here a moment ago had no version when the user began, and may have one by now.
        ifMatch: task.version || (this.#app.store.things.get("task", task.id)?.version ?? task.version),
        // Of a task that repeats all that follow change too; a date is moved for this one alone.
        ...(repeats(task) && !("due" in patch) && { scope: "future" }),
      });
    }
  }

  toggleTask(task) {
    if (task.status !== "open") {
      this.#submit("reopenTask", { id: task.id });
    } else if (this.#submit("completeTask", { id: task.id })) {
      this.#app.toast(`Completed “${short(task.title)}”`, () => this.#submit("reopenTask", { id: task.id }));
    }
  }

  skipTask(task) {
    if (this.#submit("skipTask", { id: task.id })) {
      this.#app.toast(`Skipped “${short(task.title)}”`, () => this.#submit("reopenTask", { id: task.id }));
    }
  }

  snoozeReminder(task, reminderId, until) {
    this.#submit("snoozeReminder", { id: task.id, reminderId, until });
  }

  dismissReminder(task, reminderId) {
    this.#submit("dismissReminder", { id: task.id, reminderId });
  }

  deleteTask(task) {
    if (this.#submit("deleteTask", { id: task.id })) {
      this.#app.toast(`Moved “${short(task.title)}” to the trash`, () => this.restoreTask(task));
    }
  }

  restoreTask(task) {
    this.#submit("restoreTask", { id: task.id });
  }

  moveTask(task, listId) {
    if (task.listId !== listId && this.#submit("moveTask", { id: task.id, listId })) {
      const list = this.#app.store.things.get("list", listId);
      this.#app.toast(`Moved “${short(task.title)}” to ${list.name}`, () =>
        this.#submit("moveTask", { id: task.id, listId: task.listId }),
      );
    }
  }

  /**
   * Moves a task up or down among those it stands with.
   *
   * @param {object[]} siblings in order
   * @param {1 | -1} step
   */
  shiftTask(task, siblings, step) {
    const neighbour = siblings[siblings.findIndex(({ id }) => id === task.id) + step];
    if (neighbour) {
      const position = step > 0 ? { after: neighbour.id } : { before: neighbour.id };
      this.#submit("moveTask", { id: task.id, listId: task.listId, position });
    }
  }

  addComment(task, text) {
    this.#submit("addComment", { id: newId(), taskId: task.id, text, author: this.#app.me.user.id });
  }

  /** @returns {string | null} the new list's id */
  createList(name) {
    const id = newId();
    return this.#submit("createList", { id, name }) ? id : null;
  }

  renameList(list, name) {
    if (name !== list.name) {
      this.#submit("renameList", { id: list.id, name });
    }
  }

  deleteList(list) {
    this.#submit("deleteList", { id: list.id });
  }

  /** @returns {string | null} the new filter's id */
  createFilter(name, filter) {
    const id = newId();
    return this.#submit("createFilter", { id, name, filter }) ? id : null;
  }

  /** @param {{name?: string, filter?: string}} patch */
  editFilter(saved, patch) {
    if (Object.keys(patch).some((field) => patch[field] !== saved[field])) {
      this.#submit("editFilter", { id: saved.id, patch });
    }
  }

  deleteFilter(saved) {
    this.#submit("deleteFilter", { id: saved.id });
  }

  #submit(kind, fields) {
    const accepted = this.#app.store.submit(kind, fields);
    if (!accepted) {
      this.#app.toast("Too many changes are waiting to be sent. Try again once you are online.");
    }
    return accepted;
  }
}

function short(title) {
  return title.length > 40 ? `${title.slice(0, 39)}…` : title;
}
