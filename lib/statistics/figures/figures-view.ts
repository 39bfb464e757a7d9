import type { NamedActor } from "@/lib/record/actors/legal-status";
import {
  type FigureScope,
  type ParameterValues,
  type Read,
  readParameters,
  type Sort,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { isOne } from "@/lib/statistics/rules/picked";
import { refused } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import { categorySchema } from "@/lib/values/taxonomy/taxonomy";

/** Which published figures are listed; what is not given leaves none out. */
export interface FigureFilters {
  publisher?: string;
  /** Any of whose days a figure is about. */
  year?: number;
  /** The first and last day between which a figure's days all lie. */
  from?: Day;
  to?: Day;
  scope?: FigureScope;
  /** An actor's slug; `none` for figures about nobody in particular. */
  actor?: string;
}

/** The orders in which published figures can stand. */
export const FIGURE_SORTS = {
  newest: "Latest period first",
  oldest: "Earliest period first",
  largest: "Largest amount first",
  smallest: "Smallest amount first",
  name: "By publisher",
} as const satisfies Partial<Record<Sort, string>>;
export type FigureSort = keyof typeof FIGURE_SORTS;

/** A page of the list of published figures. */
export interface FiguresView {
  filters: FigureFilters;
  sort: FigureSort;
  /** From 1. */
  page: number;
}

/** What the list can be narrowed to: what some figure of the version is of. */
export interface FigureOptions {
  publishers: { name: string; figures: number }[];
  actors: (NamedActor & { slug: string })[];
  /** The years of the first and the last day that a figure is about; null where there is none. */
  years: { first: number; last: number } | null;
}

const FILTERS = ["publisher", "year", "from", "to", "category", "scope", "actor"] as const;

/** Reads the parameters of the list of published figures. */
export function readFigures(query: URLSearchParams): Read<FiguresView> {
  const read = readParameters(query, [...FILTERS, "sort", "page"]);
  if (!read.ok) return read;
  const { sort = "newest", page = 1, category, scope, ...others } = read.value;
  // One control sends all scopes; a category by itself is asked for as everywhere else.
  if (category !== undefined && scope !== undefined && category !== scope)
    return refused("scope", scope, `here the category ${category}, or only one of the two`);
  const { from, to, actor } = others;
  // A figure is about one category and one actor, or all of them.
  if (category !== undefined && !isOne(category)) return refused("category", category, ONE_VALUE);
  if (actor !== undefined && !isOne(actor)) return refused("actor", actor, ONE_VALUE);
  if (!isFigureSort(sort))
    return refused("sort", sort, `here one of ${Object.keys(FIGURE_SORTS).join(", ")}`);
  if (from !== undefined && to !== undefined && from > to) return refused("to", to);
  const given = scope ?? category;
  const filters: FigureFilters = { ...others, ...(given === undefined ? {} : { scope: given }) };
  return { ok: true, value: { filters, sort, page } };
}

const ONE_VALUE = "here one value: a published figure is about one, or about all";

function isFigureSort(sort: Sort): sort is FigureSort {
  return Object.hasOwn(FIGURE_SORTS, sort);
}

/** Reads the parameters of the list as a file: all pages of it. */
export function readFigureFile(query: URLSearchParams): Read<Omit<FiguresView, "page">> {
  const read = readFigures(query);
  if (!read.ok) return read;
  const { page, ...view } = read.value;
  return page === 1
    ? { ok: true, value: view }
    : refused("page", String(page), "left out: the file holds the whole list");
}

/** The canonical query of a list of published figures, without what is so by default. */
export function writeFigures({ filters, sort, page }: FiguresView): string {
  const { scope, ...others } = filters;
  const category = categorySchema.safeParse(scope);
  const values: ParameterValues = {
    ...others,
    ...(category.success ? { category: category.data } : scope === undefined ? {} : { scope }),
    ...(sort === "newest" ? {} : { sort }),
    ...(page === 1 ? {} : { page }),
  };
  return writeParameters(values);
}
