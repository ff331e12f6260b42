import { same } from "./merge.js";

/** What the topology keeps about a thing by itself, and so is no news. */
const UNTOLD = new Set(["version", "seq", "updatedAt", "updatedBy", "completedAt", "position", "overdueAt", "overdue"]);

const VERBS = {
  create: "added",
  add: "added",
  edit: "changed",
  delete: "deleted",
  restore: "restored",
  complete: "completed",
  reopen: "reopened",
  cancel: "cancelled",
  move: "moved",
  skip: "skipped",
  set: "set",
  import: "imported",
  remove: "removed",
  snooze: "put off a reminder of",
  dismiss: "dismissed a reminder of",
};

/** What nobody asked for but time, or what goes on by itself. */
const OWN = {
  fire_reminder: "reminded of",
  mark_overdue: "noted as overdue:",
  create_occurrence: "made the next occurrence of",
  close_subtasks: "closed what is below",
  trash_subtasks: "moved to the trash what was below",
  restore_subtasks: "restored what was below",
  copy_subtasks: "made anew what is below",
  trash_list_tasks: "moved the tasks of a deleted list to the trash",
};

/** What is about whoever did it. */
const OF_THEMSELVES = {
  link_calendar: "made an address for their calendar",
  unlink_calendar: "took the address of their calendar back",
};

const KINDS = { member: "a member", list: "the list", task: "", comment: "a comment", workspace: "the workspace", filter: "the filter" };

const NAMES = {
  title: "title",
  notes: "notes",
  due: "due date",
  start: "start",
  estimate: "estimate",
  priority: "priority",
  tags: "tags",
  assignee: "assignee",
  parentId: "parent",
  listId: "list",
  reminders: "reminders",
  recurrence: "repetition",
  name: "name",
  color: "colour",
  text: "text",
  role: "role",
  filter: "meaning",
  sort: "order",
};

/**
 * An entry of the activity in words, without who did it.
 *
 * @param {object} entry as the API has it
 * @returns {{text: string, subject: string}} `changed the title of`, and the name of what it is about
 */
export function describe(entry) {
  const subject = nameOf(entry.after ?? entry.before);
  if (entry.outcome === "rejected") {
    return { text: `was refused to ${entry.action.replace("_", " ")}: ${entry.detail}`, subject };
  }
  if (entry.action === "undo") {
    return { text: `took back a change to ${KINDS[entry.kind] ?? ""}`.trim(), subject };
  }
  if (entry.action in OWN) {
    return { text: OWN[entry.action], subject };
  }
  if (entry.action in OF_THEMSELVES) {
    return { text: OF_THEMSELVES[entry.action], subject: "" };
  }
  const [verb] = entry.action.split("_");
  const said = VERBS[verb] ?? entry.action.replaceAll("_", " ");
  const fields = verb === "edit" ? changedFields(entry) : [];
  const what = [fields.length > 0 ? `${list(fields)} of` : "", KINDS[entry.kind] ?? ""].filter(Boolean).join(" ");
  return { text: `${said} ${what}`.trim(), subject };
}

/** @returns {boolean} whether taking it back makes sense to offer */
export function canUndo(entry) {
  const kept = entry.kind === "list" && entry.action === "delete_list";
  return entry.outcome === "accepted" && entry.actor.kind === "user" && ["task", "list", "comment"].includes(entry.kind) && !kept;
}

function changedFields({ before = {}, after = {} }) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !UNTOLD.has(field) && !same(before[field], after[field]))
    .map((field) => NAMES[field] ?? field);
}

function nameOf(thing) {
  return thing?.title ?? thing?.name ?? thing?.displayName ?? thing?.text?.slice(0, 60) ?? "";
}

function list(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
