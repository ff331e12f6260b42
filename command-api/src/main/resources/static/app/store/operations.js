import { withReminder } from "./reminders.js";
import { byPosition, subtreeOf } from "./tree.js";

/** Comes after all positions. */
const LAST = "~";

/**
 * What a user can do to a workspace while offline too. Each kind says which request it is and what it will make of
 * the things shown, should the server agree.
 *
 * An operation is plain data, so that it outlives a reload: `{kind, key, at, id, …}` with the idempotency key and the
 * moment it was made.
 */
export const operations = {
  createTask: {
    request: ({ id, listId, fields }) => ({
      method: "POST",
      path: "/tasks",
      body: { id, ...(!fields.parentId && { listId }), ...fields },
    }),
    apply: (things, { id, listId, fields, at }) =>
      things.set("task", id, { ...newThing(id, at), listId, status: "open", priority: "none", tags: [], ...fields }),
  },
  /** From a line of text, which the server reads; until then it is shown as the page was told that it will be. */
  createTaskFromText: {
    request: ({ id, listId, text, fields, timeZone, at }) => ({
      method: "POST",
      path: "/quick-add",
      body: { text, at, timeZone, task: { id, listId, ...fields } },
    }),
    answered: ({ task }) => task,
    apply: (things, { id, listId, text, fields, preview, at }) =>
      things.set("task", id, {
        ...newThing(id, at),
        listId,
        status: "open",
        priority: "none",
        tags: [],
        title: text,
        ...fields,
        ...preview,
        // Only the server knows when they come.
        reminders: [],
      }),
  },
  editTask: {
    request: ({ id, patch, ifMatch, scope }) => ({
      method: "PATCH",
      path: `/tasks/${id}${scope ? `?scope=${scope}` : ""}`,
      body: patch,
      headers: { "Content-Type": "application/merge-patch+json", "If-Match": `"${ifMatch}"` },
    }),
    apply: (things, { id, patch }) => things.edit("task", id, patch),
  },
  moveTask: {
    request: ({ id, listId, position }) => ({
      method: "POST",
      path: `/tasks/${id}/move`,
      body: { listId, ...(position && { position }) },
    }),
    apply: (things, { id, listId, position }) => {
      subtreeOf(things.of("task"), id).forEach((task) => things.edit("task", task.id, { listId }));
      things.edit("task", id, { position: placeOf(things.of("task"), position) });
    },
  },
  completeTask: step("complete", ({ at }) => ({ status: "completed", completedAt: at })),
  skipTask: step("skip", () => ({ status: "cancelled" })),
  reopenTask: step("reopen", () => ({ status: "open", completedAt: null })),
  snoozeReminder: {
    request: ({ id, reminderId, until }) => ({
      method: "POST",
      path: `/tasks/${id}/reminders/${reminderId}/snooze`,
      body: { until },
    }),
    apply: (things, { id, reminderId, until }) =>
      editReminder(things, id, reminderId, { state: "pending", scheduledAt: until, snoozedUntil: until }),
  },
  dismissReminder: {
    request: ({ id, reminderId }) => ({ method: "POST", path: `/tasks/${id}/reminders/${reminderId}/dismiss` }),
    apply: (things, { id, reminderId }) => editReminder(things, id, reminderId, { state: "dismissed" }),
  },
  deleteTask: {
    request: ({ id }) => ({ method: "DELETE", path: `/tasks/${id}` }),
    apply: (things, { id, at }) =>
      subtreeOf(things.of("task"), id)
        .filter((task) => !task.deletedAt)
        .forEach((task) => things.edit("task", task.id, { deletedAt: at })),
  },
  restoreTask: {
    request: ({ id }) => ({ method: "POST", path: `/tasks/${id}/restore` }),
    apply: (things, { id }) => {
      const deletedAt = things.get("task", id)?.deletedAt;
      subtreeOf(things.of("task"), id)
        .filter((task) => task.deletedAt === deletedAt)
        .forEach((task) => things.edit("task", task.id, { deletedAt: null }));
    },
  },
  addComment: {
    request: ({ id, taskId, text }) => ({ method: "POST", path: `/tasks/${taskId}/comments`, body: { id, text } }),
    apply: (things, { id, taskId, text, author, at }) =>
      things.set("comment", id, { ...newThing(id, at), taskId, text, author }),
  },
  createList: {
    request: ({ id, name }) => ({ method: "POST", path: "/lists", body: { id, name } }),
    apply: (things, { id, name, at }) => things.set("list", id, { ...newThing(id, at), name }),
  },
  renameList: {
    request: ({ id, name }) => ({
      method: "PATCH",
      path: `/lists/${id}`,
      body: { name },
      headers: { "Content-Type": "application/merge-patch+json" },
    }),
    apply: (things, { id, name }) => things.edit("list", id, { name }),
  },
  createFilter: {
    request: ({ id, name, filter }) => ({ method: "POST", path: "/filters", body: { id, name, filter } }),
    apply: (things, { id, name, filter, at }) => things.set("filter", id, { ...newThing(id, at), name, filter }),
  },
  editFilter: {
    request: ({ id, patch }) => ({
      method: "PATCH",
      path: `/filters/${id}`,
      body: patch,
      headers: { "Content-Type": "application/merge-patch+json" },
    }),
    apply: (things, { id, patch }) => things.edit("filter", id, patch),
  },
  deleteFilter: {
    request: ({ id }) => ({ method: "DELETE", path: `/filters/${id}` }),
    apply: (things, { id }) => things.delete("filter", id),
  },
  deleteList: {
    request: ({ id }) => ({ method: "DELETE", path: `/lists/${id}` }),
    apply: (things, { id, at }) => {
      things.delete("list", id);
      [...things.of("task").values()]
        .filter((task) => task.listId === id && !task.deletedAt)
        .forEach((task) => things.edit("task", task.id, { deletedAt: at }));
    },
  },
};

/** Which kind of thing the server's answer to an operation is. */
export const subjectOf = ({ kind }) =>
  ["Comment", "List", "Filter"].find((subject) => kind.endsWith(subject))?.toLowerCase() ?? "task";

function editReminder(things, taskId, reminderId, fields) {
  const task = things.get("task", taskId);
  if (task) {
    things.edit("task", taskId, { reminders: withReminder(task, reminderId, fields) });
  }
}

/** The thing in the server's answer to an operation. */
export const thingIn = ({ kind }, body) => operations[kind].answered?.(body) ?? body;

function step(name, fields) {
  return {
    request: ({ id }) => ({ method: "POST", path: `/tasks/${id}/${name}` }),
    apply: (things, op) => things.edit("task", op.id, fields(op)),
  };
}

/** Roughly where the server will put a task: right behind another, by adding what sorts before all positions. */
function placeOf(tasks, { after, before } = {}) {
  if (!after && !before) {
    return LAST;
  }
  const { listId, parentId } = tasks.get(after ?? before) ?? {};
  const siblings = [...tasks.values()].filter((task) => task.listId === listId && task.parentId === parentId);
  const order = siblings.sort(byPosition);
  const previous = after ? tasks.get(after) : order[order.findIndex((task) => task.id === before) - 1];
  return previous ? `${previous.position}!` : "";
}

/** A thing that the server does not know yet. */
function newThing(id, at) {
  return { id, position: LAST, createdAt: at, updatedAt: at, version: 0, seq: 0 };
}
