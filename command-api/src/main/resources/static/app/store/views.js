import { addDays, dayLabel, dayOf, dayOfDate, isPast, plainDay, sortKey } from "./dates.js";
import { byParent, byPosition, compare } from "./tree.js";

const RANK = { urgent: 0, high: 1, medium: 2, low: 3, none: 4 };

/**
 * A view is what the main pane shows: sections of nodes, a node being a task, how deep it stands, and its subtasks.
 *
 * @typedef {{task: object, children: Node[]}} Node
 * @typedef {{title: string, note?: string, nodes: Node[], done?: boolean}} Section
 */

/** @returns {Section[]} a list's open tasks as trees, and what is done */
export function listView(tasks, listId) {
  const inList = present(tasks).filter((task) => task.listId === listId);
  const { open, done } = split(forest(inList));
  done.sort((a, b) => compare(b.task.completedAt ?? "", a.task.completedAt ?? ""));
  return sections({ title: "", nodes: open }, { title: "Completed", nodes: done, done: true });
}

/** @returns {Section[]} what is overdue, what is due today, and what was completed today */
export function todayView(tasks, now, zone) {
  const today = dayOf(now, zone);
  const due = dated(tasks).filter((task) => dayOfDate(task.due, zone) <= today);
  const late = (task) => dayOfDate(task.due, zone) < today;
  const done = present(tasks).filter((task) => task.completedAt && dayOf(new Date(task.completedAt), zone) === today);
  return sections(
    { title: "Overdue", nodes: leaves(due.filter(late).sort(byDue(zone))) },
    { title: due.some(late) ? "Today" : "", nodes: leaves(due.filter((task) => !late(task)).sort(byDue(zone))) },
    { title: "Completed today", nodes: leaves(done), done: true },
  );
}

/** @returns {Section[]} what is due from tomorrow on: a section for each of the next days, then one for each month */
export function upcomingView(tasks, now, zone) {
  const today = dayOf(now, zone);
  const horizon = addDays(today, 14);
  const coming = dated(tasks).filter((task) => dayOfDate(task.due, zone) > today);
  const titleOf = (task) => {
    const day = dayOfDate(task.due, zone);
    return day <= horizon ? dayLabel(day, today) : monthOf(day);
  };
  return [...Map.groupBy(coming.sort(byDue(zone)), titleOf)].map(([title, due]) => ({
    title,
    note: title === "Tomorrow" ? plainDay(addDays(today, 1), today) : undefined,
    nodes: leaves(due),
  }));
}

/** @returns {Section[]} the trash, last deleted first; subtasks that went with their parent come back with it */
export function trashView(tasks) {
  const wentWithParent = (task) => tasks.get(task.parentId)?.deletedAt === task.deletedAt;
  const trash = [...tasks.values()].filter((task) => task.deletedAt && !wentWithParent(task));
  trash.sort((a, b) => compare(b.deletedAt, a.deletedAt));
  return sections({ title: "", nodes: leaves(trash) });
}

/** @returns {{today: number, overdue: number, lists: Map<string, number>}} how many open tasks wait where */
export function countsOf(tasks, now, zone) {
  const today = dayOf(now, zone);
  const open = present(tasks).filter((task) => task.status === "open");
  const due = open.filter((task) => task.due && dayOfDate(task.due, zone) <= today);
  const lists = new Map();
  open.forEach((task) => lists.set(task.listId, (lists.get(task.listId) ?? 0) + 1));
  return { today: due.length, overdue: due.filter((task) => isPast(task.due, now, zone)).length, lists };
}

/** @returns {Map<string, {done: number, all: number}>} by a task's id, how many of its direct subtasks are done */
export function progressByParent(tasks) {
  const progress = new Map();
  for (const { parentId, status } of present(tasks)) {
    const { done, all } = progress.get(parentId) ?? { done: 0, all: 0 };
    progress.set(parentId, { done: done + (status === "open" ? 0 : 1), all: all + 1 });
  }
  return progress;
}

/** @returns {object[]} the lists beside the inbox, in order */
export function sortedLists(lists, inboxId) {
  return [...lists.values()].filter((list) => list.id !== inboxId).sort(byPosition);
}

/** @returns {object[]} what was saved to look for, by name */
export function sortedFilters(filters, locale) {
  return [...filters.values()].sort((a, b) => a.name.localeCompare(b.name, locale) || compare(a.id, b.id));
}

function present(tasks) {
  return [...tasks.values()].filter((task) => !task.deletedAt);
}

function dated(tasks) {
  return present(tasks).filter((task) => task.status === "open" && task.due);
}

function leaves(tasks) {
  return tasks.map((task) => ({ task, children: [] }));
}

/** A subtask whose parent stands elsewhere stands for itself. */
function forest(tasks) {
  const children = byParent(tasks);
  const ids = new Set(tasks.map((task) => task.id));
  const node = (task) => ({ task, children: (children.get(task.id) ?? []).map(node) });
  return tasks
    .filter((task) => !ids.has(task.parentId))
    .sort(byPosition)
    .map(node);
}

function split(nodes) {
  const { open = [], done = [] } = Object.groupBy(nodes, ({ task }) => (task.status === "open" ? "open" : "done"));
  return { open, done };
}

function sections(...candidates) {
  return candidates.filter(({ nodes }) => nodes.length > 0);
}

function byDue(zone) {
  return (a, b) =>
    compare(sortKey(a.due, zone), sortKey(b.due, zone)) || RANK[a.priority] - RANK[b.priority] || byPosition(a, b);
}

function monthOf(day) {
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(day));
}
