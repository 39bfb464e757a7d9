import type { PlotArea, Rule, TextMark } from "./geometry";
import { type Box, touches } from "./label-box";
import { PointStrips } from "./point-strips";

/** A mark that is to be named, the largest first in any list of them. */
export interface NamedMark {
  x: number;
  y: number;
  /** The top and the bottom of what is drawn of it, a range included. */
  top: number;
  bottom: number;
  /** What it may be called, what is preferred first; and how wide each is. */
  texts: readonly NameText[];
}

export interface NameText {
  text: string;
  width: number;
  /** Whether it is only a number, which a key beside the marks explains. */
  isNumber?: boolean;
}

interface Surroundings {
  /** Where names may stand: within the area, and as far up and to the right as this. */
  area: PlotArea;
  top: number;
  right: number;
  /** What no name may cover: named marks and ranges. */
  marks: readonly Box[];
  /** The other marks; a name covers one of them at most. */
  points: readonly { x: number; y: number }[];
  fontSize: number;
  /** Half the size of a named mark. */
  radius: number;
}

/** Where a name stands; null of one that has no room. */
export type NamePlace = {
  label: Omit<TextMark, "tone" | "strong">;
  leader: Rule | null;
  isNumber: boolean;
} | null;

const MOST_HIDDEN = 1;
/** A number is small, and stands for a name that would have no place otherwise. */
const MOST_HIDDEN_BY_NUMBER = 6;
/** How many other names' ways a name may stand in rather than below its mark, where most other marks are. */
const BELOW = 3;
/** A line to a name crosses no more marks than this; where a name would have no place otherwise, the second. */
const MOST_CROSSED = [2, 8] as const;
/** How far a name reaches above and below its base line, in its size. */
const ABOVE_BASE = 0.85;
const BELOW_BASE = 0.25;
/** How many rows above or below its mark a name is looked for. */
const ROWS = [1, 2, 3, 4, 5, 6, 8, 10, 12];
/** How far a name's middle stands from its line, as a share of its width. */
const BESIDE = [0.25, -0.25, 0.4, -0.4];

interface Candidate {
  x: number;
  y: number;
  anchor: TextMark["anchor"];
  isLed: boolean;
  /** How far beside the mark's middle its line begins. */
  shift: number;
}

/** Beside its mark or just above it; then on rows above and below, to which a line leads. */
function* candidatesOf(
  mark: NamedMark,
  { isNumber = false, width }: NameText,
  { area, right, top, fontSize, radius }: Surroundings,
): Generator<Candidate> {
  const beside = radius + 4;
  const above = mark.top - beside + 1;
  const below = mark.bottom + beside + fontSize * 0.75;
  const middle = mark.y + fontSize * 0.34;
  function* rowAt(y: number): Generator<Candidate> {
    // What is above or below the plot is not even looked at: names have few rows, and this is asked often.
    if (y - fontSize * ABOVE_BASE < top || y + fontSize * BELOW_BASE > area.bottom) return;
    for (const shift of [0, radius - 1, 1 - radius]) {
      const at = mark.x + shift;
      const centred = Math.min(Math.max(at, area.left + width / 2 + 2), right - width / 2 - 2);
      yield { x: centred, y, anchor: "middle", isLed: true, shift };
      for (const share of BESIDE)
        yield { x: at + width * share, y, anchor: "middle", isLed: true, shift };
      yield { x: at + 3, y, anchor: "end", isLed: true, shift };
      yield { x: at - 3, y, anchor: "start", isLed: true, shift };
    }
  }
  const atMark = { isLed: false, shift: 0 };
  const near: Candidate[] = [
    { ...atMark, x: mark.x - beside, y: middle, anchor: "end" },
    { ...atMark, x: mark.x + beside, y: middle, anchor: "start" },
    { ...atMark, x: mark.x, y: above, anchor: "middle" },
  ];
  if (isNumber)
    for (const y of [above + fontSize * 0.3, below - fontSize * 0.3])
      near.push(
        { ...atMark, x: mark.x - radius, y, anchor: "end" },
        { ...atMark, x: mark.x + radius, y, anchor: "start" },
      );
  yield* near;
  for (const rows of ROWS) {
    yield* rowAt(above - fontSize * 1.25 * rows);
    if (rows === 1) yield { ...atMark, x: mark.x, y: below, anchor: "middle" };
    yield* rowAt(below + fontSize * 1.25 * rows);
  }
}

function boxOf({ x, y, anchor }: Candidate, { isNumber, width }: NameText, fontSize: number): Box {
  const beside = isNumber ? 0.5 : 2;
  const start = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return {
    left: start - beside,
    right: start + width + beside,
    top: y - fontSize * ABOVE_BASE,
    bottom: y + fontSize * BELOW_BASE,
  };
}

/** From the mark's edge to the name's, straight up or down. */
function leaderOf(mark: NamedMark, shift: number, box: Box, radius: number): Rule {
  const x = mark.x + shift;
  return box.bottom < mark.y
    ? { x1: x, y1: mark.top - radius, x2: x, y2: box.bottom }
    : { x1: x, y1: mark.bottom + radius, x2: x, y2: box.top };
}

/** The room of a leader with so much beside it. */
function boxOfLeader({ x1, y1, y2 }: Rule, beside: number): Box {
  return {
    left: x1 - beside,
    right: x1 + beside,
    top: Math.min(y1, y2) + 0.5,
    bottom: Math.max(y1, y2) - 0.5,
  };
}

/** A place that a name could have. */
interface Place {
  text: NameText;
  candidate: Candidate;
  box: Box;
  leader: Rule | null;
  line: Box | null;
}

/** With how many other names' ways it stands in. */
type RatedPlace = { place: Place; ways: number };

/** What names are placed among, the ones before included. */
interface Placing {
  around: Surroundings;
  points: PointStrips;
  taken: Box[];
}

/**
 * Names by rank: each takes the first place near its mark that covers no larger one's name or leader, no named mark
 * and at most one other mark (as a number, six), and leaves the way up to other named marks free where it can; with a line across more
 * marks, or by another of its texts, where it has no such place. A smaller one never takes a larger one's place, and none is
 * named while a larger one is not: the first that finds no place at all ends the names. The largest of all is named
 * nevertheless, where it covers least.
 */
export function namePlaces(named: readonly NamedMark[], around: Surroundings): NamePlace[] {
  const placing: Placing = { around, points: new PointStrips(around.points), taken: [] };
  let isOver = false;
  return named.map((mark, rank): NamePlace => {
    const place = isOver
      ? null
      : (freePlace(mark, placing) ?? (rank === 0 ? leastCovering(mark, placing) : null));
    if (place === null) {
      isOver = true;
      return null;
    }
    placing.taken.push(place.box, ...(place.line === null ? [] : [place.line]));
    const { x, y, anchor } = place.candidate;
    const { text, isNumber = false } = place.text;
    const label = { x, y, anchor, text, fontSize: around.fontSize };
    return { label, leader: place.leader, isNumber };
  });
}

/** Of the places that are free, the first of those that stand in the way of the fewest other names. */
function freePlace(mark: NamedMark, { around, points, taken }: Placing): Place | null {
  const { marks } = around;
  const [few, many] = MOST_CROSSED;
  for (const text of mark.texts) {
    const mostHidden = text.isNumber ? MOST_HIDDEN_BY_NUMBER : MOST_HIDDEN;
    let best: RatedPlace | null = null;
    let second: RatedPlace | null = null;
    for (const place of placesOf(mark, text, around, taken)) {
      const { box, line } = place;
      const ways = waysIn(box, marks) + (box.top > mark.bottom ? BELOW : 0);
      if (best !== null && ways >= best.ways) continue;
      const crossed = line === null ? 0 : points.within(line, many);
      if (crossed > many || (crossed > few && second !== null && ways >= second.ways)) continue;
      if (isCovering(place, marks) || points.within(box, mostHidden) > mostHidden) continue;
      if (crossed > few) second = { place, ways };
      else if (ways === 0) return place;
      else best = { place, ways };
    }
    const found: RatedPlace | null = best ?? second;
    if (found !== null) return found.place;
  }
  return null;
}

/** Where the first text would cover least. */
function leastCovering(mark: NamedMark, { around, points, taken }: Placing): Place | null {
  const [text] = mark.texts;
  if (text === undefined) return null;
  const covered = ({ box }: Place) => around.marks.filter((other) => touches(box, other)).length;
  const [least] = Array.from(placesOf(mark, text, around, taken), (place) => ({
    place,
    cost: covered(place) * 100 + points.within(place.box, Number.POSITIVE_INFINITY),
  })).toSorted((one, other) => one.cost - other.cost);
  return least?.place ?? null;
}

/** The places in which a text would cover no larger one's name or leader, in the order in which they are preferred. */
function* placesOf(
  mark: NamedMark,
  text: NameText,
  around: Surroundings,
  taken: readonly Box[],
): Generator<Place> {
  const { area, fontSize, radius, right, top } = around;
  for (const candidate of candidatesOf(mark, text, around)) {
    const box = boxOf(candidate, text, fontSize);
    const isInside =
      box.left >= area.left && box.right <= right && box.top >= top && box.bottom <= area.bottom;
    if (!isInside || taken.some((other) => touches(box, other))) continue;
    const leader = candidate.isLed ? leaderOf(mark, candidate.shift, box, radius) : null;
    const line = leader && boxOfLeader(leader, 2);
    if (line !== null && taken.some((other) => touches(line, other))) continue;
    yield { text, candidate, box, leader, line };
  }
}

/** Whether a name or its line would be on a named mark or a range. */
function isCovering({ box, leader }: Place, marks: readonly Box[]): boolean {
  const stroke = leader && boxOfLeader(leader, 1);
  return marks.some((other) => touches(box, other) || (stroke !== null && touches(stroke, other)));
}

/** How many named marks have a name between them and the free room above. */
function waysIn(box: Box, marks: readonly Box[]): number {
  return marks.filter(({ left, right, top }) => {
    const x = (left + right) / 2;
    return x > box.left && x < box.right && top > box.bottom;
  }).length;
}
