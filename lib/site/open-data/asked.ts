import { readCursor, writeCursor } from "@/lib/site/open-data/cursor";
import { listFiltersOf, type Narrowed, writeNarrowed } from "@/lib/site/open-data/list-filters";
import {
  type ApiFormat,
  ITEMS,
  itemOf,
  OPERATIONS,
  type Operation,
  type OperationName,
} from "@/lib/site/open-data/operations";
import {
  alsoKnown,
  type Dimension,
  type Estimate,
  type Interval,
  type Measure,
  type ParameterName,
  type ParameterProblem,
  type Read,
  readParameters,
  type Sort,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import {
  boundsOfLoss,
  FILTER_NAMES,
  type Filters,
  readIncidents,
  refused,
} from "@/lib/statistics/rules/views";

export const MOST_ON_PAGE = 1_000;
export const USUALLY_ON_PAGE = 100;

/** What is read here and not by the grammar of all URLs: it is about the answer, and not about what is counted. */
export const OWN_PARAMETERS = {
  limit: `how many are on a page: a whole number from 1 to ${MOST_ON_PAGE}`,
  cursor: "left out, or as `next` of an answer to the same question has it",
  fields: "names of fields with commas between them, such as id,name",
  from: "a version that there is, or 0 for everything",
  to: "a version that there is, not before from; the newest where it is left out",
  version: "a version that there is, such as 1; the newest where it is left out",
} as const;
export type OwnParameter = keyof typeof OWN_PARAMETERS;

/** What a URL asks for. */
export interface Asked {
  operation: OperationName;
  /** Which record it is about, by its id or slug; null where it is about none in particular. */
  item: string | null;
  format: ApiFormat;
  /** The version that is asked for. */
  version: number;
  filters: Filters;
  /** By which of its own filters a list is narrowed. */
  narrowed: Narrowed;
  sort: Sort;
  limit: number;
  /** Behind which row a page begins; null for the first. */
  after: number | null;
  /** Null for all of them. */
  fields: readonly string[] | null;
  /** Of changes, the earlier version. */
  since: number;
  measure: Measure;
  estimate: Estimate;
  by: Dimension | null;
  interval: Interval | null;
  dollars: number | null;
}

/** Which parameters of the grammar an operation takes. */
export function grammarOf(takes: Operation["takes"]): ParameterName[] {
  return [
    ...(takes.includes("rule") ? FILTER_NAMES : []),
    ...(takes.includes("sort") ? (["sort"] as const) : []),
    ...(takes.includes("measure")
      ? (["measure", "estimate", "by", "interval", "dollars"] as const)
      : []),
  ];
}

/** Which parameters an operation takes beside these, in a format. A CSV has all that there is, on one page. */
export function ownOf(takes: Operation["takes"], format: ApiFormat): OwnParameter[] {
  return [
    ...(takes.includes("page") && format === "json" ? (["limit", "cursor"] as const) : []),
    ...(takes.includes("fields") ? (["fields"] as const) : []),
    ...(takes.includes("span") ? (["from", "to"] as const) : []),
  ];
}

/** @param version the one that is asked for, by which cursors and spans of versions are read */
export function readAsked(
  what: Pick<Asked, "operation" | "item" | "format">,
  query: URLSearchParams,
  version: number,
): Read<Asked> {
  const { takes, shape, path } = OPERATIONS[what.operation];
  const ownNames = ownOf(takes, what.format);
  const [own, rest] = [new Map<OwnParameter, string>(), new URLSearchParams()];
  const problems: ParameterProblem[] = [];
  const narrowing = listFiltersOf(what.operation);
  const given = new Map<string, string>();
  for (const [name, value] of query) {
    const filter = Object.hasOwn(narrowing, name) ? narrowing[name] : undefined;
    if (filter !== undefined) {
      // As everywhere, a control that nobody filled in asks for nothing.
      if (value === "") continue;
      const read = filter.read(value);
      if (given.has(name)) problems.push(wrong(name, value, "given only once"));
      else if (read === null) problems.push(wrong(name, value, filter.allowed));
      else given.set(name, read);
      continue;
    }
    const known = ownNames.find((each) => each === name);
    if (known === undefined) rest.append(name, value);
    else if (own.has(known)) problems.push(wrong(known, value, "given only once"));
    else own.set(known, value);
  }
  const grammar = grammarOf(takes);
  const read = alsoKnown(readParameters(rest, grammar), [
    ...Object.keys(narrowing),
    ...ownNames,
    ...versionNames(takes),
  ]);
  if (!read.ok) return { ok: false, problems: [...problems, ...read.problems] };
  const {
    sort = "newest",
    measure = "gross",
    estimate = "best",
    by = null,
    interval = null,
    dollars = null,
    ...filters
  } = read.value as typeof read.value & { interval?: Interval | "fitting"; dollars?: number };
  const asked: Asked = {
    ...what,
    item: inOneSpelling(what),
    version,
    filters,
    narrowed: Object.fromEntries(
      Object.keys(narrowing).flatMap((name) => {
        const value = given.get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    sort,
    limit: USUALLY_ON_PAGE,
    after: null,
    fields: null,
    since: 0,
    measure,
    estimate,
    by,
    interval: interval === "fitting" ? null : interval,
    dollars,
  };
  if (interval === "fitting")
    problems.push(wrong("interval", interval, "one of month, quarter, year"));
  if (itemOf(path) === "prefix" && !/^[0-9a-f]{6}$/i.test(what.item ?? ""))
    problems.push(wrong("prefix", what.item, ITEMS.prefix.allowed));
  const rule = checkedRule(filters, takes);
  if (!rule.ok) problems.push(...rule.problems);
  const readers: Record<Exclude<OwnParameter, "version">, (text: string) => boolean> = {
    limit(text) {
      if (!/^\d{1,4}$/.test(text) || Number(text) < 1 || Number(text) > MOST_ON_PAGE) return false;
      asked.limit = Number(text);
      return true;
    },
    cursor(text) {
      const cursor = readCursor(text, listOfCursor(asked));
      if (cursor === null || cursor.version !== version) return false;
      asked.after = cursor.row;
      return true;
    },
    fields(text) {
      const names = text.split(",");
      if (!names.every((name) => Object.hasOwn(shape.shape, name))) return false;
      asked.fields = Object.keys(shape.shape).filter((name) => names.includes(name));
      return true;
    },
    from(text) {
      if (!/^(0|[1-9]\d{0,8})$/.test(text) || Number(text) > version) return false;
      asked.since = Number(text);
      return true;
    },
    to: (text) => text === String(version),
  };
  for (const [name, text] of own)
    if (name !== "version" && !readers[name](text))
      problems.push(wrong(name, text, allowedOf(name, shape)));
  if (takes.includes("span" as never) && !own.has("from"))
    problems.push(wrong("from", null, OWN_PARAMETERS.from));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: asked };
}

/** A digest is the same in capital letters. */
function inOneSpelling({ operation, item }: Pick<Asked, "operation" | "item">): string | null {
  return itemOf(OPERATIONS[operation].path) === "prefix" && item !== null
    ? item.toLowerCase()
    : item;
}

function versionNames(takes: Operation["takes"]): string[] {
  return takes.includes("span") ? [] : ["version"];
}

function allowedOf(name: OwnParameter, shape: Operation["shape"]): string {
  return name === "fields"
    ? `names of fields with commas between them: ${Object.keys(shape.shape).join(", ")}`
    : OWN_PARAMETERS[name];
}

function wrong(parameter: string, given: string | null, allowed: string): ParameterProblem {
  return { parameter, given, allowed };
}

/** What the list's own reader refuses of filters that are right each by itself. */
function checkedRule(filters: Filters, takes: Operation["takes"]): Read<unknown> {
  if (!takes.includes("rule")) return { ok: true, value: null };
  const statistic = FILTERS_OF_LISTS.find((name) => filters[name] !== undefined);
  if (takes.includes("measure") && statistic !== undefined)
    return refused(statistic, String(filters[statistic]), "left out: a sum takes all statements");
  const bounded = boundsOfLoss(filters);
  if (!bounded.ok) return bounded;
  return readIncidents(new URLSearchParams(writeParameters(filters)));
}
const FILTERS_OF_LISTS = ["known", "statements"] as const;

/** Which list a cursor is of. */
export function listOfCursor({ operation, filters, narrowed, sort }: Asked): string {
  return `${operation}?${joined(writeParameters({ ...filters, sort }), writeNarrowed(narrowed))}`;
}

/** What is counted, as a canonical query. */
export function ruleOf(asked: Asked): string {
  const { operation, filters, narrowed, sort, measure, estimate, by, interval, dollars } = asked;
  const grammar = writeParameters({
    ...filters,
    ...(sort === "newest" ? {} : { sort }),
    ...(OPERATIONS[operation].answers === "stats"
      ? {
          ...(measure === "gross" ? {} : { measure }),
          ...(estimate === "best" ? {} : { estimate }),
          ...(dollars === null ? {} : { dollars }),
          ...(by === null ? {} : { by }),
          ...(interval === null ? {} : { interval }),
        }
      : {}),
  });
  return joined(grammar, writeNarrowed(narrowed));
}

function joined(...queries: readonly string[]): string {
  return queries.filter((part) => part !== "").join("&");
}

/** All that is asked for but the version, as a canonical query. */
export function writeAsked(asked: Asked): string {
  const { version, limit, after, fields, since } = asked;
  const parts = [ruleOf(asked)];
  if (limit !== USUALLY_ON_PAGE) parts.push(`limit=${limit}`);
  if (after !== null)
    parts.push(`cursor=${writeCursor({ version, row: after }, listOfCursor(asked))}`);
  if (fields !== null) parts.push(`fields=${fields.join(",")}`);
  if (OPERATIONS[asked.operation].answers === "lines") parts.push(`from=${since}`);
  return joined(...parts);
}
