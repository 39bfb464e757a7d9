import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import {
  type ParameterName,
  type ParameterValues,
  type Read,
  readParameters,
  writeParameters,
} from "@/lib/statistics/rules/parameters";

/** What a publisher may ask of a picture of a chart beside its numbers: in the picture's URL, and nowhere else. */
export const TEXT_PARAMETERS = [
  "lang",
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
 * the part of the chart that keeps its colour; `mark` incidents and what is written at their places, a line each: `ronin-bridge: The largest`;
 * `lang` the language in which Lossline says all the rest. It is a choice of the picture and not of its numbers, so that
 * the short id, which names those, leads to the same chart whatever language its reader knows.
 */
export type PublisherText = Pick<ParameterValues, (typeof TEXT_PARAMETERS)[number]>;

export const NO_TEXT: PublisherText = {};

/** Reads a publisher's text. */
export function readPublisherText(query: URLSearchParams): Read<PublisherText> {
  const read = readParameters(query, TEXT_PARAMETERS);
  if (!read.ok || read.value.lang !== "en") return read;
  const { lang: _, ...text } = read.value;
  return { ok: true, value: text };
}

/** Its canonical query; empty where there is none. */
export function writePublisherText(text: PublisherText): string {
  return writeParameters(text);
}

/** Whether a publisher has added anything; another language alone adds nothing. */
export function hasText({ lang: _, ...text }: PublisherText): boolean {
  return Object.keys(text).length > 0;
}

/** What a frame with a chart is called: a publisher's headline, as the picture shows it, and what the chart is. */
export function titleWithHeadline(title: string, { headline }: PublisherText): string {
  return headline === undefined ? title : `${headline} (${title})`;
}

const OWNED = ["headline", "subtitle", "note", "alt", "highlight", "mark"] as const;

/**
 * Whose is what, in the language of the picture: `Credit: The Paper; headline and note: the publisher’s; data: Lossline, version 412`. Null where the
 * publisher has said nothing.
 * @param source of the data, as a chart names it
 */
export function whoseText(
  text: PublisherText,
  source: string,
  { list, publisher }: ChartWords,
): string | null {
  const isOne = annotationsOf(text).length === 1;
  const given = OWNED.filter((name) => text[name] !== undefined).map((name) =>
    name === "mark" && !isOne ? publisher.annotations : publisher.parts[name],
  );
  const said = [
    ...(text.credit === undefined ? [] : [publisher.credit(text.credit)]),
    ...(given.length === 0 ? [] : [publisher.whose(list(given))]),
  ];
  if (said.length === 0) return null;
  const line = [...said, publisher.data(source)].join(publisher.semicolon);
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
