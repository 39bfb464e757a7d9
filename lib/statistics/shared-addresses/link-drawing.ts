import {
  type GroupLink,
  type LinkGroup,
  type Strength,
  strongest,
} from "@/lib/statistics/shared-addresses/link-group";
import { layOutLinks } from "@/lib/statistics/shared-addresses/shared-address";

/** Incidents that one drawing holds at most; it would be read by nobody with more. */
const MOST_DRAWN = 60;

/** The width of a phone's column; the drawing is as wide everywhere, so that its letters are as large. */
export const DRAWING_WIDTH = 340;
const ROW = 52;
const TOP = 4;
/** Between two lines that would overlap, at most and at least. */
const LANE = { most: 30, least: 8 };
/** What all lines together may take of the width. */
const LANES_WIDTH = 140;
const LETTER = 8.1;

/** A line down the drawing: the incidents that hold the same addresses. */
export interface DrawnLink {
  link: GroupLink;
  /** Its place among the group's links, from 0. */
  place: number;
  x: number;
  from: number;
  to: number;
  /** The heights of its incidents. */
  stops: number[];
  /** Where the number of its addresses stands. */
  count: { y: number };
  thickness: number;
  strength: Strength;
}

/** An incident as a line of text beside the lines. */
export interface DrawnIncident {
  slug: string;
  y: number;
}

/** A group as a drawing in pixels: incidents downwards in the order of their days, and lines between them. */
export interface LinkDrawing {
  width: number;
  height: number;
  /** Where texts begin, and how many letters have room. */
  textX: number;
  letters: number;
  incidents: DrawnIncident[];
  links: DrawnLink[];
  /** How many of the group's last incidents are left out. */
  leftOut: number;
}

/** Lays a group out: the same group is always drawn the same. */
export function layOutGroup(group: LinkGroup): LinkDrawing {
  const slugs = group.slugs.slice(0, MOST_DRAWN);
  const drawn = new Set(slugs);
  const links = group.links
    .map((link, place) => ({ link, place, slugs: link.slugs.filter((slug) => drawn.has(slug)) }))
    .filter((each) => each.slugs.length > 1);
  const lines = layOutLinks({
    incidents: slugs.map((slug) => ({ slug })),
    links,
  });
  const lanes = Math.max(1, ...lines.map(({ lane }) => lane + 1));
  const gap = Math.max(LANE.least, Math.min(LANE.most, LANES_WIDTH / lanes));
  const textX = Math.ceil(lanes * gap + 14);
  const yOf = (row: number) => TOP + ROW * row + 17;
  return {
    width: DRAWING_WIDTH,
    height: TOP * 2 + ROW * slugs.length,
    textX,
    letters: Math.floor((DRAWING_WIDTH - textX) / LETTER),
    incidents: slugs.map((slug, row) => ({ slug, y: yOf(row) })),
    links: lines.map(({ link: { link, place }, lane, rows }) => {
      const stops = rows.map(yOf);
      const [first = 0, second = 0] = stops;
      return {
        link,
        place,
        // The first lane is the nearest to the texts.
        x: textX - 16 - lane * gap,
        from: first,
        to: stops.at(-1) ?? first,
        stops,
        count: { y: (first + second) / 2 },
        thickness: Math.min(6, 1.5 + link.addresses.length * 0.75),
        strength: strongest(link.addresses),
      };
    }),
    leftOut: group.slugs.length - slugs.length,
  };
}
