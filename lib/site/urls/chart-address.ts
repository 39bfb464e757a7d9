import { FORMATS, type Format, isFormat } from "@/lib/site/exports/formats";
import { PICTURE_PARAMETERS, readPicture, writePicture } from "@/lib/site/exports/picture";
import {
  CHART_NAMES,
  type ChartView,
  isChartName,
  readChart,
  writeChart,
} from "@/lib/statistics/rules/chart-view";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";
import type { Day } from "@/lib/values/dates/day";
import { slugSchema } from "@/lib/values/slugs/slug";

/** What an address about charts leads to. */
export interface ChartAddress {
  /** Where it is rendered, below its edition. */
  inner: string;
  /** Null for the gallery. */
  view: ChartView | null;
  /** A file or an embed, which says itself how long it may be kept. */
  isFile: boolean;
}

/** A canonical query as one segment of an inner address. */
export function ruleSegment(canonical: string): string {
  return encodeURIComponent(canonical === "" ? "all" : canonical);
}

/**
 * Reads the address of a chart's page, file or embed, or of the gallery; null where it is about none.
 * @param asOf the day that counts as today for a view that names none
 * @param now the current day
 */
export function readChartAddress(
  path: string,
  query: URLSearchParams,
  asOf: Day,
  now: Day,
): Read<ChartAddress> | null {
  if (path === "/charts") {
    const read = readParameters(query, []);
    if (!read.ok) return read;
    const inner = `charts/${ruleSegment(`through=${asOf}`)}`;
    return { ok: true, value: { inner, view: null, isFile: false } };
  }
  const [, noun, name = "", ending] = /^\/(charts|embed)\/([^/.]+)(?:\.([^/]*))?$/.exec(path) ?? [];
  if (noun === undefined) return null;
  if (noun === "embed") return ending === undefined ? readEmbed(name, query, asOf, now) : null;
  if (ending === undefined) {
    return chartOf(name, query, asOf, now, (rule) => ({ inner: `chart/${name}/${rule}` }));
  }
  if (!isFormat(ending)) return noSuch("format", ending, Object.keys(FORMATS));
  return readFile(name, ending, query, asOf, now);
}

function readEmbed(name: string, query: URLSearchParams, asOf: Day, now: Day): Read<ChartAddress> {
  const [own, rest] = divided(query, ["theme"]);
  const read = readParameters(own, ["theme"]);
  if (!read.ok) return read;
  const { theme = "auto" } = read.value;
  return chartOf(name, rest, asOf, now, (rule) => ({
    inner: `embed/${name}/${rule}/${theme}`,
    isFile: true,
  }));
}

function readFile(
  name: string,
  ending: Format,
  query: URLSearchParams,
  asOf: Day,
  now: Day,
): Read<ChartAddress> {
  if (ending !== "svg" && ending !== "png") {
    return chartOf(name, query, asOf, now, (rule) => ({
      inner: `chart-file/${name}/${rule}/${ending}/all`,
      isFile: true,
    }));
  }
  const [own, rest] = divided(query, PICTURE_PARAMETERS);
  const picture = readPicture(ending, own);
  const chart = chartOf(name, rest, asOf, now, (rule) => ({
    inner: `chart-file/${name}/${rule}/${ending}/`,
    isFile: true,
  }));
  if (!picture.ok)
    return chart.ok ? picture : { ok: false, problems: [...chart.problems, ...picture.problems] };
  if (!chart.ok) return chart;
  const { inner } = chart.value;
  const drawing = ruleSegment(writePicture(ending, picture.value));
  return { ok: true, value: { ...chart.value, inner: `${inner}${drawing}` } };
}

/**
 * Reads the address of an incident's or an actor's picture: its page's with an ending; null where it is none.
 * @param readRule the rule of the page, in canonical form
 */
export function readFigurePicture(
  noun: "incident" | "actor",
  file: string,
  query: URLSearchParams,
  readRule: (query: URLSearchParams) => Read<string>,
): Read<{ inner: string; slug: string }> | null {
  const [, slug = "", ending] = /^(.*)\.(svg|png)$/.exec(file) ?? [];
  if ((ending !== "svg" && ending !== "png") || !slugSchema.safeParse(slug).success) return null;
  const [own, rest] = divided(query, PICTURE_PARAMETERS);
  const picture = readPicture(ending, own);
  if (!picture.ok) return picture;
  const rule = readRule(rest);
  if (!rule.ok) return rule;
  const drawing = ruleSegment(writePicture(ending, picture.value));
  const inner = `picture/${noun}/${slug}/${ruleSegment(rule.value)}/${ending}/${drawing}`;
  return { ok: true, value: { inner, slug } };
}

function chartOf(
  name: string,
  query: URLSearchParams,
  asOf: Day,
  now: Day,
  to: (rule: string) => { inner: string; isFile?: boolean },
): Read<ChartAddress> {
  if (!isChartName(name)) return noSuch("chart", name, CHART_NAMES);
  const view = readChart(name, query, asOf, now);
  if (!view.ok) return view;
  const rule = ruleSegment(writeChart(view.value));
  return { ok: true, value: { view: view.value, isFile: false, ...to(rule) } };
}

/** Parts the parameters that go by these names from the rest. */
function divided(
  query: URLSearchParams,
  names: readonly string[],
): [URLSearchParams, URLSearchParams] {
  const [own, rest] = [new URLSearchParams(), new URLSearchParams()];
  for (const [name, value] of query) (names.includes(name) ? own : rest).append(name, value);
  return [own, rest];
}

function noSuch(parameter: string, given: string, names: readonly string[]) {
  const allowed = `one of ${names.join(", ")}`;
  return { ok: false as const, problems: [{ parameter, given, allowed }] };
}
