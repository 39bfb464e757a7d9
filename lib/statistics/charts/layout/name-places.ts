import type { PlotArea, Rule, TextMark } from "./geometry";
import { type Box, touches } from "./label-box";

/** A mark that is to be named, the largest first in any list of them. */
export interface NamedMark {
  x: number;
  y: number;
  /** The top and the bottom of what is drawn of it, a range included. */
  top: number;
  bottom: number;
  text: string;
  /** Of the text. */
  width: number;
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
export type NamePlace = { label: Omit<TextMark, "tone" | "strong">; leader: Rule | null } | null;

const MOST_HIDDEN = 1;
/** How many other names' ways a name may stand in rather than below its mark, where most other marks are. */
const BELOW = 3;
/** A line to a name crosses no more marks than this. */
const MOST_CROSSED = 2;
/** How many rows above or below its mark a name is looked for. */
const ROWS = [1, 2, 3, 4, 5, 6];

interface Candidate {
  x: number;
  y: number;
  anchor: TextMark["anchor"];
  isLed: boolean;
}

/** Beside its mark or just above it; then on rows above and below, to which a line leads. */
function candidatesOf(mark: NamedMark, { area, right, fontSize, radius }: Surroundings) {
  const beside = radius + 4;
  const above = mark.top - beside + 1;
  const below = mark.bottom + beside + fontSize * 0.75;
  const middle = mark.y + fontSize * 0.34;
  const rowAt = (y: number, isLed: boolean): Candidate[] => {
    const centred = Math.min(
      Math.max(mark.x, area.left + mark.width / 2 + 2),
      right - mark.width / 2 - 2,
    );
    return [
      { x: centred, y, anchor: "middle", isLed },
      ...[0.25, -0.25].map((share): Candidate => {
        return { x: mark.x + mark.width * share, y, anchor: "middle", isLed };
      }),
      { x: mark.x + 3, y, anchor: "end", isLed },
      { x: mark.x - 3, y, anchor: "start", isLed },
    ];
  };
  const near: Candidate[] = [
    { x: mark.x - beside, y: middle, anchor: "end", isLed: false },
    { x: mark.x + beside, y: middle, anchor: "start", isLed: false },
    { x: mark.x, y: above, anchor: "middle", isLed: false },
  ];
  const led = ROWS.flatMap((rows) => [
    ...rowAt(above - fontSize * 1.25 * rows, true),
    ...(rows === 1 ? [{ x: mark.x, y: below, anchor: "middle" as const, isLed: false }] : []),
    ...rowAt(below + fontSize * 1.25 * rows, true),
  ]);
  return [...near, ...led];
}

function boxOf({ x, y, anchor }: Candidate, width: number, fontSize: number): Box {
  const start = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return {
    left: start - 2,
    right: start + width + 2,
    top: y - fontSize * 0.85,
    bottom: y + fontSize * 0.25,
  };
}

/** From the mark's edge to the name's, straight up or down. */
function leaderOf(mark: NamedMark, box: Box, radius: number): Rule {
  const isAbove = box.bottom < mark.y;
  return isAbove
    ? { x1: mark.x, y1: mark.top - radius, x2: mark.x, y2: box.bottom }
    : { x1: mark.x, y1: mark.bottom + radius, x2: mark.x, y2: box.top };
}

function boxOfLeader({ x1, y1, y2 }: Rule): Box {
  return {
    left: x1 - 2,
    right: x1 + 2,
    top: Math.min(y1, y2) + 0.5,
    bottom: Math.max(y1, y2) - 0.5,
  };
}

/**
 * Names by rank: each takes the first place near its mark that covers no larger one's name or leader, no named mark
 * and at most one other mark, and leaves the way up to other named marks free where it can. A smaller one never takes a larger one's place. Of those that find none the largest of
 * all is named nevertheless, where it covers least; any other stays without a name.
 */
export function namePlaces(named: readonly NamedMark[], around: Surroundings): NamePlace[] {
  const { area, fontSize, marks, points, radius, right, top } = around;
  const taken: Box[] = [];
  return named.map((mark, rank): NamePlace => {
    const fits = candidatesOf(mark, around).flatMap((candidate) => {
      const box = boxOf(candidate, mark.width, fontSize);
      const isInside =
        box.left >= area.left && box.right <= right && box.top >= top && box.bottom <= area.bottom;
      if (!isInside || taken.some((other) => touches(box, other))) return [];
      const leader = candidate.isLed ? leaderOf(mark, box, radius) : null;
      const line = leader && boxOfLeader(leader);
      if (line !== null && taken.some((other) => touches(line, other))) return [];
      const covered = marks.filter(
        (other) => touches(box, other) || (line !== null && touches(line, other)),
      ).length;
      const hidden = hiddenBy(box, points);
      const isBelow = box.top > mark.bottom;
      const crossed = line === null ? 0 : hiddenBy(line, points);
      return [
        {
          candidate,
          box,
          line,
          leader,
          covered,
          hidden,
          crossed,
          ways: waysIn(box, marks) + (isBelow ? BELOW : 0),
        },
      ];
    });
    // Of the places that are free, the first of those that stand in the way of the fewest other names.
    const [free] = fits
      .filter(
        ({ covered, crossed, hidden }) =>
          covered === 0 && hidden <= MOST_HIDDEN && crossed <= MOST_CROSSED,
      )
      .toSorted((one, other) => one.ways - other.ways);
    const cost = ({ covered, hidden }: (typeof fits)[number]) => covered * 100 + hidden;
    const [least] = rank === 0 ? fits.toSorted((one, other) => cost(one) - cost(other)) : [];
    const place = free ?? least;
    if (place === undefined) return null;
    taken.push(place.box, ...(place.line === null ? [] : [place.line]));
    const { x, y, anchor } = place.candidate;
    return { label: { x, y, anchor, text: mark.text, fontSize }, leader: place.leader };
  });
}

/** How many named marks have a name between them and the free room above. */
function waysIn(box: Box, marks: readonly Box[]): number {
  return marks.filter(({ left, right, top }) => {
    const x = (left + right) / 2;
    return x > box.left && x < box.right && top > box.bottom;
  }).length;
}

/** How many marks a name would be on. */
function hiddenBy(box: Box, points: readonly { x: number; y: number }[]): number {
  let hidden = 0;
  for (const { x, y } of points) {
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) hidden++;
  }
  return hidden;
}
