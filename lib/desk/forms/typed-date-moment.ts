import { type Day, dayOf } from "@/lib/values/dates/day";

/** A time of day and where it was, taken out of a text; hours may be unknown. */
export interface ClockRead {
  /** The text without them. */
  rest: string;
  /** Minutes after midnight; null where no time is written. */
  minutes: number | null;
  /** Minutes before UTC, each that the zone may mean; none where no zone is written. */
  offsets: number[];
  /** Whether a time is written that no clock shows. */
  wrong: boolean;
}

/** Zones by their letters, in hours from UTC; several where the letters do not tell summer or country. */
const ZONES: Record<string, readonly number[]> = {
  utc: [0],
  gmt: [0],
  z: [0],
  est: [-5],
  edt: [-4],
  et: [-5, -4],
  cst: [-6, 8],
  cdt: [-5],
  ct: [-6, -5],
  mst: [-7],
  mdt: [-6],
  pst: [-8],
  pdt: [-7],
  pt: [-8, -7],
  cet: [1],
  cest: [2],
  mez: [1],
  mesz: [2],
  bst: [1],
  wet: [0],
  west: [1],
  eet: [2],
  eest: [3],
  msk: [3],
  ist: [5.5, 2, 1],
  sgt: [8],
  hkt: [8],
  pht: [8],
  awst: [8],
  jst: [9],
  kst: [9],
  aest: [10],
  aedt: [11],
  wib: [7],
  ict: [7],
  brt: [-3],
};
const CLOCK =
  /(?:^|[\sT,])(?:at\s+|um\s+|à\s+)?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s?([ap])\.?m\b\.?)?|(\d{1,2})\s?([ap])\.?m\b\.?|(\d{1,2})h(\d{2})|(\d{1,2})\s?(?:uhr|h)\b)/iu;
const OFFSET = "[([]?\\s*(utc|gmt)?\\s?([+-])(\\d{1,2})(?::?(\\d{2}))?\\s*[)\\]]?";
const LETTERS = "[([]?\\s*\\+?([a-z]{1,4})\\b\\.?\\s*[)\\]]?";
/** A zone behind a time, and one at the end of a text without a time. */
const BEHIND = {
  offset: new RegExp(`^\\s*${OFFSET}(?![\\d.-])`, "i"),
  letters: new RegExp(`^\\s*${LETTERS}`, "i"),
};
const AT_END = {
  offset: new RegExp(`\\s*${OFFSET}$`, "i"),
  letters: new RegExp(`(?<=\\d[\\s,]*)${LETTERS}$`, "i"),
};

/** Takes the time and its zone out of a text: `Sep-12-2023 01:22:11 PM +UTC`, `2023-09-12T23:30:00-08:00`. */
export function takeClock(text: string): ClockRead {
  const clock = CLOCK.exec(text);
  if (clock === null) {
    const zone = takeZone(text, AT_END);
    return { ...zone, rest: tidy(zone.rest), minutes: null };
  }
  const hour = Number(clock[1] ?? clock[5] ?? clock[7] ?? clock[9]);
  const minute = Number(clock[2] ?? clock[8] ?? 0);
  const half = (clock[4] ?? clock[6])?.toLowerCase();
  const wrong =
    minute > 59 ||
    Number(clock[3] ?? 0) > 60 ||
    hour > 24 ||
    (half !== undefined && (hour > 12 || hour === 0));
  const minutes = (half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
  const zone = takeZone(text.slice(clock.index + clock[0].length), BEHIND);
  return {
    rest: tidy(`${text.slice(0, clock.index)} ${zone.rest}`),
    minutes,
    offsets: zone.offsets,
    wrong: wrong || zone.wrong,
  };
}

type Zone = Pick<ClockRead, "rest" | "offsets" | "wrong">;

function takeZone(text: string, where: { offset: RegExp; letters: RegExp }): Zone {
  const offset = where.offset.exec(text);
  // Without a time and without its letters, "-08" is the end of a date.
  if (offset !== null && (where === BEHIND || offset[1] !== undefined)) {
    const minutes = Number(offset[3]) * 60 + Number(offset[4] ?? 0);
    return {
      rest: without(text, offset),
      offsets: [offset[2] === "-" ? -minutes : minutes],
      wrong: minutes > 14 * 60 || Number(offset[4] ?? 0) > 59,
    };
  }
  const letters = where.letters.exec(text);
  const zone = letters === null ? undefined : ZONES[(letters[1] ?? "").toLowerCase()];
  return letters === null || zone === undefined
    ? { rest: text, offsets: [], wrong: false }
    : { rest: without(text, letters), offsets: zone.map((hours) => hours * 60), wrong: false };
}

function without(text: string, found: RegExpExecArray): string {
  return `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\(\s*\)/g, "")
    .replace(/^[\s,;:)]+|[\s,;(]+$/g, "");
}

/** The UTC days that a day's time may be; its neighbours where no time is written but a zone is. */
export function utcDays(
  day: Day,
  { minutes, offsets }: Pick<ClockRead, "minutes" | "offsets">,
): Day[] {
  const days = offsets.flatMap((offset) => {
    if (minutes !== null) return [shiftedDay(day, Math.floor((minutes - offset) / 1440))];
    return offset === 0 ? [day] : [day, shiftedDay(day, offset > 0 ? -1 : 1)];
  });
  return days.length === 0 ? [day] : [...new Set(days)];
}

function shiftedDay(day: Day, by: number): Day {
  return dayOf(new Date(Date.parse(day) + by * 86_400_000));
}
