import { readChartAddress, readFigurePicture } from "@/lib/site/urls/chart-address";
import { readPeriodAddress } from "@/lib/site/urls/period-address";
import {
  readChanges,
  readCitedFigure,
  writeChanges,
  writeCitedFigure,
} from "@/lib/statistics/changes/changes-view";
import {
  type ParameterProblem,
  type Read,
  readParameters,
} from "@/lib/statistics/rules/parameters";
import {
  type Filters,
  readActors,
  readIncidents,
  readOverview,
  writeActors,
  writeIncidents,
  writeOverview,
} from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import { slugSchema } from "@/lib/values/slugs/slug";

/** What must exist at the version for a page to be there. */
export type Required =
  | {
      kind: "incident" | "actor";
      slug: string;
      /**
       * Where it is not a page about it: a filter by it, its history, or a figure that is compared between
       * versions. A page or filter under a slug that has been given up leads on to what stands there now.
       */
      as?: "filter" | "history" | "cited";
    }
  /** A further page of the list of incidents under some filters. */
  | { kind: "page"; page: number; filters: Filters };

/** A page that an address asks for. */
export interface PageAddress {
  /** The version asked for by `/v/<version>`; null for the newest. */
  version: number | null;
  /** Where the page is rendered, below its edition. */
  inner: string;
  required: Required[];
  /** A chart's file or embed, which says itself how long it may be kept. */
  isFile?: true;
}

/** Why an address leads nowhere, said for people. */
export interface AddressProblem {
  status: 400 | 404 | 500 | 503;
  title: string;
  problems: ParameterProblem[];
  /** What is not there, where that is the trouble. */
  missing?: string;
  /** The version within which to go on; null for the newest. */
  version: number | null;
}

export type Reading = { page: PageAddress } | { problem: AddressProblem };

/** The version in an address, and the path below it. `/v/07` and `/v/x` are no versions. */
export function splitVersion(pathname: string): { version: number | null; path: string } | null {
  const match = /^\/v(?:\/([^/]*)(\/.*)?)?$/.exec(pathname);
  if (match === null) return { version: null, path: pathname };
  if (!/^[1-9]\d{0,8}$/.test(match[1] ?? "")) return null;
  return { version: Number(match[1]), path: match[2] ?? "/" };
}

/**
 * Reads the address of a page below its version.
 * @param asOf the day that counts as today for a view that names none
 * @param now the current day
 * @param newest the newest version that may be spoken of: the one asked for
 */
export function readPageAddress(
  version: number | null,
  path: string,
  query: URLSearchParams,
  asOf: Day,
  now: Day,
  newest: number,
): Reading {
  const [noun = "", slug, ...rest] = path.split("/").slice(1);
  const view = <Value>(
    read: Read<Value>,
    inner: (value: Value) => string,
    required: (value: Value) => Required[] = () => [],
  ): Reading => {
    if (read.ok)
      return { page: { version, inner: inner(read.value), required: required(read.value) } };
    return {
      problem: {
        status: 400,
        title: "The address asks for something that cannot be",
        problems: read.problems,
        version,
      },
    };
  };
  const rule = (canonical: string) => encodeURIComponent(canonical === "" ? "all" : canonical);

  const actorsOf = ({ actor }: Filters, as: "filter" | "cited" = "filter"): Required[] =>
    actor === undefined || actor === "none" ? [] : [{ kind: "actor", slug: actor, as }];

  if ((noun === "incidents" || noun === "actors") && slug !== undefined && rest.length === 0) {
    const kind = noun === "incidents" ? "incident" : "actor";
    const picture = readFigurePicture(kind, slug, query, (own) =>
      kind === "incident"
        ? written(readParameters(own, []), () => "")
        : written(readActors(own), writeActors),
    );
    if (picture !== null) {
      const reading = view(
        picture,
        ({ inner }) => inner,
        (value) => [{ kind, slug: value.slug }],
      );
      if ("page" in reading) reading.page.isFile = true;
      return reading;
    }
  }
  const history = /^\/(incidents|actors)\/([^/]+)\/history$/.exec(path);
  if (history !== null && slugSchema.safeParse(history[2]).success) {
    const kind = history[1] === "incidents" ? "incident" : "actor";
    const named = history[2] ?? "";
    return view(
      readParameters(query, []),
      () => `${kind}-history/${named}`,
      () => [{ kind, slug: named, as: "history" }],
    );
  }
  const chart = readChartAddress(path, query, asOf, now);
  if (chart !== null) {
    const reading = view(
      chart,
      ({ inner }) => inner,
      (value) => actorsOf(value.view?.filters ?? {}),
    );
    if ("page" in reading && chart.ok && chart.value.isFile) reading.page.isFile = true;
    return reading;
  }
  const period = readPeriodAddress(path, query, asOf, now);
  if (period !== null) {
    const reading = view(period, ({ inner }) => inner);
    if ("page" in reading && period.ok && period.value.isFile) reading.page.isFile = true;
    return reading;
  }
  if (path === "/changes") {
    return view(
      readChanges(query, newest, asOf, now),
      (value) => `changes/${rule(writeChanges(value))}`,
      (value) => actorsOf(value.rule.filters, "cited"),
    );
  }
  if (path === "/moved.json" || path === "/feeds/citation.atom") {
    return view(
      readCitedFigure(query, newest, now),
      (value) =>
        `${path === "/moved.json" ? "moved" : "feed/citation"}/${rule(writeCitedFigure(value))}`,
      (value) => actorsOf(value.rule.filters, "cited"),
    );
  }
  if (path === "/feeds/versions.atom") {
    return view(readParameters(query, []), () => "feed/versions");
  }
  if (rest.length === 0 && (slug === undefined || slugSchema.safeParse(slug).success)) {
    if (noun === "" && slug === undefined) {
      return view(
        readOverview(query, asOf, now),
        (value) => `overview/${rule(writeOverview(value))}`,
      );
    }
    if (noun === "incidents" && slug === undefined) {
      return view(
        readIncidents(query),
        (value) => `incidents/${rule(writeIncidents(value))}`,
        ({ filters, page }) => [
          ...actorsOf(filters),
          ...(page === 1 ? [] : [{ kind: "page", page, filters } as const]),
        ],
      );
    }
    if (noun === "incidents" && slug !== undefined) {
      return view(
        readParameters(query, []),
        () => `incident/${slug}`,
        () => [{ kind: "incident", slug }],
      );
    }
    if (noun === "actors" && slug === undefined) {
      return view(readActors(query), (value) => `actors/${rule(writeActors(value))}`);
    }
    if (noun === "actors" && slug !== undefined) {
      return view(
        readActors(query),
        (value) => `actor/${slug}/${rule(writeActors(value))}`,
        () => [{ kind: "actor", slug }],
      );
    }
    if (noun === "periods" && slug === undefined)
      return view(readParameters(query, []), () => "periods");
    if (noun === "methodology" && slug === undefined)
      return view(readParameters(query, []), () => "methodology");
  }
  return {
    problem: {
      status: 404,
      title: "There is no such page",
      problems: [],
      missing: `Nothing stands at ${path}.`,
      version,
    },
  };
}

function written<Value>(read: Read<Value>, write: (value: Value) => string): Read<string> {
  return read.ok ? { ok: true, value: write(read.value) } : read;
}

/**
 * A canonical query's segment as it stands in an inner address. Next gives it to a page as it stands, and
 * to a route handler decoded.
 */
export function segmentAsWritten(segment: string): string {
  return segment.includes("=") ? encodeURIComponent(segment) : segment;
}

/** The canonical query that a rendered page's segment holds. */
export function readRuleSegment(segment: string): URLSearchParams {
  const canonical = decodeURIComponent(segment);
  return new URLSearchParams(canonical === "all" ? "" : canonical);
}
