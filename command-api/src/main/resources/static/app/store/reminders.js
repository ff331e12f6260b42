import { addDays, dateLabel, dayOf, momentOf } from "./dates.js";

const DAY_MINUTES = 1440;

/** How long before a time people mostly want to be told, by the offset from it. */
const FROM_A_TIME = ["PT0S", "-PT5M", "-PT30M", "-PT1H", "-P1D"];

/** From a day, which begins at its midnight: nine in the morning of it, and so on. */
const FROM_A_DAY = ["PT9H", "-PT6H", "-PT15H", "-P6DT15H"];

/** @returns {{offset: string, label: string}[]} what can be chosen for a task that is due then */
export function offsetsFor(due) {
  const offsets = due ? (due.date ? FROM_A_DAY : FROM_A_TIME) : [];
  return offsets.map((offset) => ({ offset, label: offsetLabel(offset, due) }));
}

/** `30 min before`, or from a whole day `The day before at 18:00`. */
export function offsetLabel(offset, date, from = "") {
  const minutes = minutesOf(offset);
  const label = date?.date ? clockLabel(minutes) : elapsedLabel(minutes);
  return from === "start" ? `${label} (start)` : label;
}

/** What a reminder is for, in words. */
export function reminderLabel(reminder, task, { now, zone, locale }) {
  return reminder.offset
    ? offsetLabel(reminder.offset, reminder.relativeTo === "start" ? task.start : task.due, reminder.relativeTo)
    : dateLabel(atMoment(reminder.at), now, zone, locale);
}

/** When a reminder that is set comes, in words; none where its label says so already, or it is not known yet. */
export function comesLabel(reminder, app) {
  const { scheduledAt, at } = reminder;
  return scheduledAt && scheduledAt !== at ? timeOf(reminder, app) : "";
}

/** For when a reminder is or was set, in words. */
export function timeOf({ scheduledAt }, { now, zone, locale }) {
  return dateLabel(atMoment(scheduledAt), now, zone, locale);
}

/** @returns {{name: string, until: string}[]} until when one can put a reminder off */
export function snoozesAt(now, zone) {
  const inMinutes = (minutes) => new Date(now.getTime() + minutes * 60_000).toISOString();
  const tomorrow = { dateTime: `${addDays(dayOf(now, zone), 1)}T09:00:00`, timeZone: zone };
  return [
    { name: "In 10 min", until: inMinutes(10) },
    { name: "In 1 hour", until: inMinutes(60) },
    { name: "Tomorrow", until: momentOf(tomorrow).toISOString() },
  ];
}

/** What was asked for, without what has become of it. */
export function askedOf({ id, at, offset, relativeTo }) {
  return { id, ...(at ? { at } : { offset, ...(relativeTo && { relativeTo }) }) };
}

/** A task's reminders with one of them changed. */
export function withReminder(task, id, fields) {
  return task.reminders?.map((reminder) => (reminder.id === id ? { ...reminder, ...fields } : reminder));
}

function atMoment(instant) {
  return { dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: "UTC" };
}

function elapsedLabel(minutes) {
  if (minutes === 0) {
    return "At the time";
  }
  const length = Math.abs(minutes);
  const units = [
    [7 * DAY_MINUTES, "week"],
    [DAY_MINUTES, "day"],
    [60, "hour"],
  ];
  const [size, unit] = units.find(([unitSize]) => length % unitSize === 0) ?? [1, "min"];
  const count = length / size;
  return `${count} ${unit}${count > 1 && unit !== "min" ? "s" : ""} ${minutes < 0 ? "before" : "after"}`;
}

function clockLabel(minutes) {
  const days = Math.floor(minutes / DAY_MINUTES);
  const clock = minutes - days * DAY_MINUTES;
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const names = { "-7": "A week before", "-1": "The day before", 0: "On the day", 1: "The day after" };
  const day = names[days] ?? `${Math.abs(days)} days ${days < 0 ? "before" : "after"}`;
  return `${day} at ${two(clock / 60)}:${two(clock % 60)}`;
}

/** An offset is a signed ISO-8601 duration of weeks, days, hours, minutes and seconds. */
function minutesOf(offset) {
  const [, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] =
    /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(offset) ?? [];
  const length = (weeks * 7 + Number(days)) * DAY_MINUTES + hours * 60 + Number(minutes) + seconds / 60;
  return sign === "-" ? -length : length;
}
