import { html, svg } from "../lit.js";
import { litPath } from "../store/moon.js";

const SHAPES = {
  activity: svg`<circle cx="10" cy="10" r="6.7"/><path d="M10 6v4.3l2.8 1.7"/>`,
  add: svg`<path d="M10 4v12M4 10h12"/>`,
  bell: svg`<path d="M5 13.5c1-1 1.2-2.2 1.2-4.3a3.8 3.8 0 0 1 7.6 0c0 2.1.2 3.3 1.2 4.3ZM8.5 16.2a1.7 1.7 0 0 0 3 0"/>`,
  calendar: svg`<rect x="3.5" y="4.5" width="13" height="12" rx="2"/><path d="M3.5 8.5h13M7 2.8v3M13 2.8v3"/>`,
  check: svg`<path d="m4.5 10.5 3.6 3.6 7.4-8"/>`,
  close: svg`<path d="m5 5 10 10M15 5 5 15"/>`,
  comment: svg`<path d="M4 4.5h12v8.5H9.5L6 16v-3H4Z"/>`,
  copy: svg`<rect x="7" y="7" width="9" height="9" rx="1.5"/><path d="M13 4.5H5.5a1 1 0 0 0-1 1V13"/>`,
  down: svg`<path d="m5.5 8 4.5 4.5L14.5 8"/>`,
  file: svg`<path d="M5.5 3h6l3.5 3.5V17h-9.5ZM11.5 3v3.5H15"/>`,
  filter: svg`<path d="M3.5 5h13l-5 6v5l-3-1.8V11Z"/>`,
  flag: svg`<path d="M5 17V3.5M5 4h9.5l-2 3.2 2 3.3H5"/>`,
  inbox: svg`<path d="M3.5 11 5.5 4h9l2 7v5h-13ZM3.5 11h4a2.5 2.5 0 0 0 5 0h4"/>`,
  keyboard: svg`<rect x="2.5" y="5" width="15" height="10" rx="1.5"/><path d="M5.5 8h.01M8.5 8h.01M11.5 8h.01M14.5 8h.01M6.5 12h7"/>`,
  list: svg`<path d="M7.5 5.5H17M7.5 10H17M7.5 14.5H17M3.5 5.5h.01M3.5 10h.01M3.5 14.5h.01"/>`,
  menu: svg`<path d="M3.5 6h13M3.5 10h13M3.5 14h13"/>`,
  more: svg`<path d="M4.5 10h.01M10 10h.01M15.5 10h.01"/>`,
  offline: svg`<path d="m3 3 14 14M4.5 9.5A8 8 0 0 1 7 8M15.5 9.5a8 8 0 0 0-4.4-2.2M7.3 12.4a4 4 0 0 1 4.6-.3M10 15.5h.01"/>`,
  people: svg`<circle cx="7.5" cy="7" r="2.7"/><path d="M2.5 16c.3-3 2.3-4.6 5-4.6s4.7 1.6 5 4.6M13 4.6a2.6 2.6 0 0 1 0 4.9M14.3 11.7c1.9.6 3 2.1 3.2 4.3"/>`,
  repeat: svg`<path d="M4 10V8.5a3 3 0 0 1 3-3h8M12.5 3 15 5.5 12.5 8M16 10v1.5a3 3 0 0 1-3 3H5M7.5 17 5 14.5 7.5 12"/>`,
  restore: svg`<path d="M4 9.5a6 6 0 1 1 1.5 4.8M4 5v4.5h4.5"/>`,
  search: svg`<circle cx="8.7" cy="8.7" r="5"/><path d="m12.5 12.5 4 4"/>`,
  skip: svg`<path d="m5 5 7 5-7 5ZM15 5v10"/>`,
  subtasks: svg`<path d="M5 3.5v9a2 2 0 0 0 2 2h3M5 7.5h5M13 7.5h4M13 14.5h4"/>`,
  today: svg`<circle cx="10" cy="10" r="3.3"/><path d="M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2"/>`,
  transfer: svg`<path d="M6.5 16V4.5M3.5 7.5l3-3 3 3M13.5 4v11.5M10.5 12.5l3 3 3-3"/>`,
  trash: svg`<path d="M3.5 5.5h13M8 5.5v-2h4v2M5 5.5l.8 11h8.4l.8-11M8.3 8.5v5M11.7 8.5v5"/>`,
  user: svg`<circle cx="10" cy="7" r="3"/><path d="M4 16.5c.5-3.3 2.8-5 6-5s5.5 1.7 6 5"/>`,
};

/** A line drawing in the colour of the text around it, which says what it means. */
export function icon(name) {
  return html`<svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${SHAPES[name]}
  </svg>`;
}

/** A moon that is lit as far as `phase` tells, from 0 (new) by 0.5 (full) to 1, in the colour of the text around it. */
export function moon(phase, size) {
  return html`<svg viewBox="-11.5 -11.5 23 23" width=${size} height=${size} aria-hidden="true">
    <circle r="10" fill="none" stroke="currentColor" stroke-width="1.6" opacity="0.55" />
    <path d=${litPath(phase)} fill="currentColor" />
  </svg>`;
}

/** The moon as it stands in the sky. */
export function moonInTheSky(phase, size) {
  return html`<svg viewBox="-11 -11 22 22" width=${size} height=${size} aria-hidden="true">
    <circle r="11" fill="#2b3d45" />
    <path d=${litPath(phase)} fill="#f4e9c4" />
  </svg>`;
}

/** Almanac's mark: a moon, ticked off. */
export function logo(size = 28) {
  return html`<svg viewBox="0 0 32 32" width=${size} height=${size} aria-hidden="true">
    <rect width="32" height="32" rx="9" fill="#0c6b66" />
    <path d="M16 6.5a9.5 9.5 0 1 0 9.3 11.4A7.6 7.6 0 0 1 16 6.5Z" fill="#fff" />
    <path
      d="m17.8 12 2.9 2.9 5.6-6.2"
      fill="none"
      stroke="#fff"
      stroke-width="2.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`;
}
