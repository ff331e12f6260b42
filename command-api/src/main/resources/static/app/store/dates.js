const DAY_MS = 86_400_000;

/** A calendar day is a string, `2026-11-30`, so that days compare as strings do. */

/** @returns {string} the day at a moment in a time zone */
export function dayOf(moment, zone) {
  const { year, month, day } = clockOf(moment, zone);
  return `${year}-${month}-${day}`;
}

export function addDays(day, count) {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/**
 * @param {{date?: string, dateTime?: string, timeZone?: string}} date as tasks have it
 * @returns {string} the day on which that is for someone in the zone
 */
export function dayOfDate(date, zone) {
  return date.date ?? dayOf(momentOf(date), zone);
}

/** @returns {boolean} whether the date has passed: a day once it is over, a moment at once */
export function isPast(date, now, zone) {
  return date.date ? date.date < dayOf(now, zone) : momentOf(date) < now;
}

/** Sorts days before the moments of the same day. */
export function sortKey(date, zone) {
  return date.date ?? localText(momentOf(date), zone);
}

/** @returns {Date} the moment at which the clocks of the date's zone show its local time */
export function momentOf({ dateTime, timeZone = "UTC" }) {
  const local = Date.parse(`${dateTime}Z`);
  const offsetAt = (epoch) => Date.parse(`${localText(new Date(epoch), timeZone)}Z`) - epoch;
  // In an overlap the larger offset is the earlier moment; in a gap the one before moves the time forward.
  const offsets = [offsetAt(local - DAY_MS), offsetAt(local + DAY_MS)];
  const fitting = offsets.filter((offset) => offsetAt(local - offset) === offset);
  return new Date(local - (fitting.length > 0 ? Math.max(...fitting) : offsets[0]));
}

/** `Today`, `Tomorrow`, `Yesterday`, else `Mon 30 Nov`, with the year where it is another one. */
export function dayLabel(day, today) {
  return { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" }[daysBetween(today, day)] ?? plainDay(day, today);
}

/** `Mon 30 Nov`. */
export function plainDay(day, today) {
  const part = (options) => new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(Date.parse(day));
  const year = day.slice(0, 4) === today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  return `${part({ weekday: "short" })} ${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}${year}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date as a person would say it: `Tomorrow`, `Mon 30 Nov 09:00`. */
export function dateLabel(date, now, zone, locale) {
  const label = dayLabel(dayOfDate(date, zone), dayOf(now, zone));
  return date.date ? label : `${label} ${timeLabel(momentOf(date), zone, locale)}`;
}

export function timeLabel(moment, zone, locale) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(moment);
}

/** How long ago: `just now`, `5 min ago`, `Yesterday 17:20`. */
export function agoLabel(moment, now, zone, locale) {
  const minutes = Math.floor((now - moment) / 60_000);
  if (minutes < 1) {
    return "just now";
  }
  if (minutes < 60) {
    return `${minutes} min ago`;
  }
  return `${dayLabel(dayOf(moment, zone), dayOf(now, zone))} ${timeLabel(moment, zone, locale)}`;
}

/** `2026-11-30T09:00:00` by the clocks of the zone. */
function localText(moment, zone) {
  const { year, month, day, hour, minute, second } = clockOf(moment, zone);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

function clockOf(moment, zone) {
  return Object.fromEntries(formatFor(zone).formatToParts(moment).map(({ type, value }) => [type, value]));
}

const formats = new Map();

/** Formats are costly to make. A zone that the browser does not know counts as UTC. */
function formatFor(zone) {
  if (!formats.has(zone)) {
    const date = { year: "numeric", month: "2-digit", day: "2-digit" };
    const time = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" };
    const format = (timeZone) => new Intl.DateTimeFormat("en-GB", { ...date, ...time, timeZone });
    try {
      formats.set(zone, format(zone));
    } catch {
      formats.set(zone, format("UTC"));
    }
  }
  return formats.get(zone);
}
