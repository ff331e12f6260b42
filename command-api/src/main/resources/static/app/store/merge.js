import { askedOf } from "./reminders.js";

/** The fields that an edit wants to set and that were set otherwise since the edit began. */
export function clashesOf({ patch, base }, current) {
  return Object.keys(patch).filter((field) => {
    const [is, was, wanted] = [current, base, patch].map((fields) => asked(field, fields[field]));
    return !same(is, was) && !same(is, wanted);
  });
}

/** What people ask for in a field; what becomes of a reminder is no change of theirs. */
function asked(field, value) {
  return field === "reminders" ? (value ?? []).map(askedOf) : value;
}

/** What the fields of a patch were before it. */
export function baseOf(patch, task) {
  return Object.fromEntries(Object.keys(patch).map((field) => [field, task[field] ?? null]));
}

/** One edit that does what two did in turn; the later wins, and what was there before the earlier is its base. */
export function joinEdits(earlier, later) {
  return {
    ...earlier,
    patch: { ...earlier.patch, ...later.patch },
    base: { ...later.base, ...earlier.base },
  };
}

/** Equal as JSON values; absent is null. */
export function same(a, b) {
  if (a == null || b == null || typeof a !== "object" || typeof b !== "object") {
    return (a ?? null) === (b ?? null);
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}
