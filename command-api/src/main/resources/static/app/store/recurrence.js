/** What people choose most; all else is a rule of their own (RFC 5545). */
export const SIMPLE_RULES = {
  "FREQ=DAILY": "Every day",
  "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": "Every weekday",
  "FREQ=WEEKLY": "Every week",
  // SKIP keeps the last days of a month at its end where it is shorter.
  "FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD": "Every month",
  "FREQ=YEARLY;RSCALE=GREGORIAN;SKIP=BACKWARD": "Every year",
};

export function ruleLabel(rule) {
  return SIMPLE_RULES[rule] ?? "Repeats";
}

/** Whether a task is the occurrence from which its series goes on. */
export function repeats({ recurrence }) {
  return Boolean(recurrence) && !recurrence.successor;
}

/**
 * The dates that a rule would give a task that is due then.
 *
 * @param {import("../api/api.js").Api} api
 * @param {{date?: string, dateTime?: string, timeZone?: string}} due
 * @param {{date?: string, dateTime?: string}[]} exceptDates left out, where they are of the same kind
 * @returns {Promise<{local: string, instant: string, note: string | null}[]>}
 * @throws {import("../api/problems.js").Problem} where the rule is none
 */
export async function previewDates(api, rule, due, zone, limit, exceptDates = []) {
  const leftOut = exceptDates.map((date) => (due.date ? date.date : date.dateTime)).filter(Boolean);
  const body = { rule, start: due.date ?? due.dateTime, timeZone: due.timeZone ?? zone, limit };
  if (leftOut.length > 0) {
    body.exceptDates = leftOut;
  }
  return (await api.send("POST", "/recurrence-previews", { body })).body.occurrences;
}
