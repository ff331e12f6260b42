const SYNODIC_MONTH_MS = 29.530588853 * 86_400_000;
/** A new moon to count from. */
const NEW_MOON = Date.UTC(2000, 0, 6, 18, 14);

const NAMES = [
  "New moon",
  "Waxing crescent",
  "First quarter",
  "Waxing gibbous",
  "Full moon",
  "Waning gibbous",
  "Last quarter",
  "Waning crescent",
];

/** @returns {number} how far the moon is through its month, from 0 (new) by 0.5 (full) to 1; right to within hours */
export function moonPhase(moment) {
  const months = (moment - NEW_MOON) / SYNODIC_MONTH_MS;
  return months - Math.floor(months);
}

export function moonName(phase) {
  return NAMES[Math.round(phase * 8) % 8];
}

/** The lit part of a moon of radius 10 around the origin, as an SVG path. */
export function litPath(phase) {
  const waxing = phase < 0.5;
  const bulge = Math.cos(phase * 2 * Math.PI);
  const outer = waxing ? 1 : 0;
  const inner = bulge > 0 === waxing ? 0 : 1;
  return `M0 -10A10 10 0 0 ${outer} 0 10A${Math.abs(10 * bulge).toFixed(2)} 10 0 0 ${inner} 0 -10Z`;
}
