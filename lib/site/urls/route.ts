import type { PagedKind } from "@/lib/record/kinds/record-kind";
import type { FigureFilters } from "@/lib/statistics/figures/figures-view";
import {
  alsoKnown,
  type ParameterName,
  type ParameterValues,
  type Read,
} from "@/lib/statistics/rules/parameters";
import { type Picked, pickedValues } from "@/lib/statistics/rules/picked";
import type { Filters } from "@/lib/statistics/rules/views";
import type { TargetFilters } from "@/lib/statistics/targets/targets-view";
import { type Day, today } from "@/lib/values/dates/day";
import { isTargetKind } from "@/lib/values/taxonomy/taxonomy";

/** What must exist at a version for what a URL asks for to be there. */
export type Required =
  | {
      kind: PagedKind;
      slug: string;
      /**
       * Where it is not a page about it: a filter by it, its history, or a number that is compared between
       * versions. A page or filter under a slug that has been given up leads on to what has it now.
       */
      as?: "filter" | "history" | "cited";
    }
  /** A further page of the list of incidents under some filters, of targets, or of published figures. */
  | { kind: "page"; page: number; filters: Filters }
  | { kind: "page"; page: number; targets: TargetFilters }
  | { kind: "page"; page: number; figures: FigureFilters }
  | { kind: "page"; page: number; groups: true }
  /** A wallet address or transaction that an incident holds; the page is at one spelling of it. */
  | { kind: "address"; chain: string; text: string; as?: "feed" }
  | { kind: "transaction"; chain: string; text: string }
  /** An incident that shares addresses with others. */
  | { kind: "group"; member: string }
  /** A published figure by its lasting number, and a publisher of whom the version knows or whose figures it holds. */
  | { kind: "publishedFigure"; figure: number }
  | { kind: "publisher"; publisher: string };

/** What a URL is read against. */
export interface ReadingContext {
  /** The day that counts as today for a view that names none: how far the version is covered, or its own day. */
  asOf: Day;
  /** The current day, which bounds what may be asked for. */
  now: Day;
  /** The last day up to which editors had looked: later ones are not shown. Null where they had not said. */
  covered: Day | null;
  /** The newest version that may be spoken of: the one asked for. */
  newest: number;
  /** Whether the URL names a version: then it means for ever what it meant first, whatever has become usual since. */
  isPinned: boolean;
}

/**
 * Whether it is a page with scripts, a page that is rendered for each request because few ask for the same, or a file, feed
 * or data that is kept as bytes.
 */
type Answer = "page" | "live" | "file";

/** The parts of a path that differ from view to view, by their names in the pattern. */
export type PathSegments = Readonly<Record<string, string | undefined>>;

interface WrittenView {
  /** In the order of the pattern. */
  segments?: Record<string, string>;
  /** The canonical query; left out where a route takes no parameters, empty where none of them is given. */
  query?: string;
}

interface RouteDefinition<View> {
  /** The folder below a version's in `app/` in which it is rendered. */
  folder: string;
  /** Of a path below the version. Each named group is a segment of the inner path, in their order. */
  pattern: RegExp;
  answer: Answer;
  /** A file that differs between the newest version and a pinned one, and so is kept for each. */
  isByReference?: true;
  /** A file that holds absolute links, and so is kept for each origin. */
  isByOrigin?: true;
  /** Null where the path is none of this route's after all. */
  read(segments: PathSegments, query: URLSearchParams, context: ReadingContext): Read<View> | null;
  /** As `read`, for a rendered path that holds more than readers may ask for; null where it does not. */
  readInner?(query: URLSearchParams, segments: PathSegments): Read<View> | null;
  write(view: View): WrittenView;
  /** The path below the version. */
  path(segments: PathSegments): string;
  requires?(view: View): Required[];
}

/** Where a URL leads. */
export interface Destination {
  /** The path below the version at which it is rendered: one for each view, whatever order its parameters have. */
  inner: string;
  answer: Answer;
  required: Required[];
  /** Under which a made file is kept. @param origin where its reader's links begin */
  fileKey(version: number, isPinned: boolean, origin: string): string;
}

/** One kind of public page, file or data: how its URLs are read and written, and where it is rendered. */
interface Route<View> {
  /** The folder below a version's in `app/` in which it is rendered. */
  folder: string;
  /** Of its paths below the version. */
  pattern: RegExp;
  answer: Answer;
  /** The view that a URL asks for; null where its path is another route's. */
  parse(path: string, query: URLSearchParams, context: ReadingContext): Read<View> | null;
  /** As `parse`, for those who only want to know where it leads. */
  match(path: string, query: URLSearchParams, context: ReadingContext): Read<Destination> | null;
  /** The path and canonical query below the version. */
  url(view: View): string;
  /** The path below the version, for links with a query of their own. */
  path(segments: PathSegments): string;
  /**
   * The view that a rendered path holds.
   * @param segments what the router read of it: `query` and the pattern's groups
   * @param version the version that is rendered
   * @throws where it is not in canonical form: the proxy did not write it
   */
  viewIn(segments: PathSegments, version: number): View;
  destination(view: View): Destination;
}

/** A route by its definition. */
export function route<View>(definition: RouteDefinition<View>): Route<View> {
  const { folder, pattern, answer, isByReference = false, isByOrigin = false } = definition;
  const parse: Route<View>["parse"] = (path, query, context) => {
    const match = pattern.exec(path);
    return match === null ? null : definition.read(match.groups ?? {}, query, context);
  };
  const destination = (view: View): Destination => {
    const { segments = {}, query } = definition.write(view);
    const inner = [
      folder,
      ...Object.values(segments),
      ...(query === undefined ? [] : [querySegment(query)]),
    ].join("/");
    return {
      inner,
      answer,
      required: definition.requires?.(view) ?? [],
      fileKey: (version, isPinned, origin) =>
        [
          `${version}/${inner}`,
          ...(isByReference ? [isPinned ? "pinned" : "newest"] : []),
          ...(isByOrigin ? [origin] : []),
        ].join("/"),
    };
  };
  return {
    folder,
    pattern,
    answer,
    parse,
    match(path, query, context) {
      const read = parse(path, query, context);
      return read === null || !read.ok ? read : { ok: true, value: destination(read.value) };
    },
    url(view) {
      const { segments = {}, query = "" } = definition.write(view);
      return withQuery(definition.path(segments), query);
    },
    path: definition.path,
    viewIn({ query, ...segments }, version) {
      const now = today();
      const parameters = new URLSearchParams(query === undefined ? "" : canonicalQuery(query));
      const read =
        definition.readInner?.(parameters, segments) ??
        definition.read(segments, parameters, {
          asOf: now,
          // What the proxy has let through is not refused once more, whatever the clock says by now.
          now: "9999-12-31",
          covered: null,
          newest: version,
          isPinned: true,
        });
      if (read?.ok) return read.value;
      throw new Error(
        `an inner path that the proxy did not write: ${folder} ${JSON.stringify(read)}`,
      );
    },
    destination,
  };
}

/** A path with a query behind it, where there is any. */
export function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

/** The segment that holds a query without parameters: a path has no empty segments. */
const NOTHING = "all";

/** A canonical query as one segment of an inner path. */
function querySegment(canonical: string): string {
  return encodeURIComponent(canonical === "" ? NOTHING : canonical);
}

/** The canonical query in a segment. Next gives it to a page as it is written, and to a route handler decoded. */
function canonicalQuery(segment: string): string {
  if (segment === NOTHING) return "";
  return segment.includes("=") ? segment : decodeURIComponent(segment);
}

/** Divides a query into the parameters of these names and all others. */
function dividedQuery(
  query: URLSearchParams,
  names: readonly ParameterName[],
): [own: URLSearchParams, others: URLSearchParams] {
  const [own, others] = [new URLSearchParams(), new URLSearchParams()];
  for (const [name, value] of query)
    ((names as readonly string[]).includes(name) ? own : others).append(name, value);
  return [own, others];
}

/**
 * Reads the parameters of these names by one reader, and all others by another. Whoever gives one that neither knows is
 * told of those of both.
 */
export function readApart<Own, Others>(
  query: URLSearchParams,
  names: readonly ParameterName[],
  readOwn: (own: URLSearchParams) => Read<Own>,
  readOthers: (others: URLSearchParams) => Read<Others>,
): Read<[Others, Own]> {
  const [own, others] = dividedQuery(query, names);
  return together(alsoKnown(readOthers(others), names), readOwn(own));
}

/** Both of two readings, or the problems of both. */
function together<One, Other>(one: Read<One>, other: Read<Other>): Read<[One, Other]> {
  if (one.ok && other.ok) return { ok: true, value: [one.value, other.value] };
  return {
    ok: false,
    problems: [...(one.ok ? [] : one.problems), ...(other.ok ? [] : other.problems)],
  };
}

/** Several canonical queries as one. */
export function joinedQueries(...queries: string[]): string {
  return queries.filter((query) => query !== "").join("&");
}

/** What filters by an actor and by a target need to exist. */
export function requiredByFilters(
  { actor, target }: Pick<ParameterValues, "actor" | "target">,
  as: "filter" | "cited" = "filter",
): Required[] {
  const all = (picked: Picked | undefined) => {
    const { among, without } = pickedValues(picked);
    return [...among, ...without];
  };
  return [
    ...all(actor)
      .filter((slug) => slug !== "none")
      .map((slug) => ({ kind: "actor", slug, as }) as const),
    ...all(target)
      .filter((slug) => !isTargetKind(slug))
      .map((slug) => ({ kind: "target", slug, as }) as const),
  ];
}
