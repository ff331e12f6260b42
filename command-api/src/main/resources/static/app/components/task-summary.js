import { dateLabel } from "../store/dates.js";
import { ruleLabel } from "../store/recurrence.js";
import { PRIORITY_NAMES } from "./task-item.js";

/** What a task would have beside its title, in a line: `Sun 29 Nov 18:00 · Repeats · High · #family`. */
export function taskSummary(task, { now, zone, locale, store }) {
  const { due, recurrence, priority = "none", tags = [], reminders = [], listId } = task;
  return [
    due && dateLabel(due, now, zone, locale),
    recurrence && ruleLabel(recurrence.rule),
    priority !== "none" && PRIORITY_NAMES[priority],
    ...tags.map((tag) => `#${tag}`),
    store.things.get("list", listId)?.name,
    reminders.length > 0 && (reminders.length > 1 ? `${reminders.length} reminders` : "Reminder"),
  ].filter(Boolean);
}
