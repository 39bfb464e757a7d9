import {
  type ParameterName,
  type ParameterValues,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";

/** What a publisher may add to a picture of a chart: in the picture's URL, and nowhere else. */
export const TEXT_PARAMETERS = [
  "headline",
  "subtitle",
  "note",
  "alt",
  "credit",
  "highlight",
  "mark",
] as const satisfies readonly ParameterName[];

/**
 * A publisher's own text for a picture. It changes no number, and stands beside what Lossline says, never instead of it.
 * `alt` is what the picture shows for those who do not see it; `credit` whom the picture is to be credited to; `highlight`
 * the part of the chart that keeps its colour; `mark` incidents and what is written at their places, a line each: `ronin-bridge: The largest`.
 */
export type PublisherText = Pick<ParameterValues, (typeof TEXT_PARAMETERS)[number]>;

export const NO_TEXT: PublisherText = {};

/** Reads a publisher's text. */
export function readPublisherText(query: URLSearchParams): Read<PublisherText> {
  return readParameters(query, TEXT_PARAMETERS);
}

/** Its canonical query; empty where there is none. */
export function writePublisherText(text: PublisherText): string {
  return writeParameters(text);
}

export function hasText(text: PublisherText): boolean {
  return Object.keys(text).length > 0;
}

/** What a frame with a chart is called: a publisher's headline, as the picture shows it, and what the chart is. */
export function titleWithHeadline(title: string, { headline }: PublisherText): string {
  return headline === undefined ? title : `${headline} (${title})`;
}

const NAMES = {
  headline: "headline",
  subtitle: "subtitle",
  note: "note",
  alt: "alternative text",
  highlight: "highlight",
  mark: "annotations",
} as const;
const OWNED = Object.keys(NAMES) as (keyof typeof NAMES)[];

/**
 * Whose is what: `Credit: The Paper; headline and note: the publisher’s; data: Lossline, version 412`. Null where the
 * publisher has said nothing.
 * @param source of the data, as a chart names it
 */
export function whoseText(text: PublisherText, source: string): string | null {
  const isOne = annotationsOf(text).length === 1;
  const given = OWNED.filter((name) => text[name] !== undefined).map((name) =>
    name === "mark" && isOne ? "annotation" : NAMES[name],
  );
  const said = [
    ...(text.credit === undefined ? [] : [`credit: ${text.credit}`]),
    ...(given.length === 0
      ? []
      : [`${new Intl.ListFormat("en-GB").format(given)}: the publisher’s`]),
  ];
  if (said.length === 0) return null;
  const line = [...said, `data: ${source}`].join("; ");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** An incident, as URLs name it, and what a publisher writes at its place. */
export interface Annotation {
  incident: string;
  text: string;
}

/** What is written at which incidents, in the publisher's order; an incident's first text alone. */
export function annotationsOf({ mark }: PublisherText): Annotation[] {
  const annotations = new Map<string, string>();
  for (const line of mark?.split("\n") ?? []) {
    const colon = line.indexOf(":");
    const incident = line.slice(0, colon);
    if (!annotations.has(incident)) annotations.set(incident, line.slice(colon + 1).trim());
  }
  return [...annotations].map(([incident, text]) => ({ incident, text }));
}
