import {
  type ParameterValues,
  type Read,
  readParameters,
  type Sort,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { refused } from "@/lib/statistics/rules/views";
import { isTargetKind, TARGET_KINDS, type TargetKind } from "@/lib/values/taxonomy/taxonomy";

/** Which targets are listed; what is not given leaves none out. */
export interface TargetFilters {
  /** Text in any of its names. */
  q?: string;
  kind?: TargetKind;
  /** Only those that were robbed more than once. */
  isRepeated?: true;
}

/** The orders in which targets can stand: those that were robbed most often first, by the sum of known losses, or by name. */
export const TARGET_SORTS = ["largest", "name"] as const satisfies readonly Sort[];
export type TargetSort = (typeof TARGET_SORTS)[number];

/** A page of the list of targets. */
export interface TargetsView {
  filters: TargetFilters;
  /** Null for those that were robbed most often first. */
  sort: TargetSort | null;
  /** From 1. */
  page: number;
}

/** Reads the parameters of the list of targets. */
export function readTargets(query: URLSearchParams): Read<TargetsView> {
  const read = readParameters(query, ["target", "q", "robbed", "sort", "page"]);
  if (!read.ok) return read;
  const { target, q, robbed, sort = null, page = 1 } = read.value;
  if (target !== undefined && !isTargetKind(target))
    return refused(
      "target",
      target,
      `here a kind of target: one of ${TARGET_KINDS.map(({ value }) => value).join(", ")}`,
    );
  if (sort !== null && !isTargetSort(sort))
    return refused("sort", sort, `here one of ${TARGET_SORTS.join(", ")}`);
  const filters: TargetFilters = {
    ...(target === undefined ? {} : { kind: target }),
    ...(q === undefined ? {} : { q }),
    ...(robbed === undefined ? {} : { isRepeated: true }),
  };
  return { ok: true, value: { filters, sort, page } };
}

/** The canonical query of a list of targets, without what is so by default. */
export function writeTargets({
  filters: { kind, q, isRepeated },
  sort,
  page,
}: TargetsView): string {
  const values: ParameterValues = {
    ...(kind === undefined ? {} : { target: kind }),
    ...(q === undefined ? {} : { q }),
    ...(isRepeated ? { robbed: "repeatedly" } : {}),
    ...(sort === null ? {} : { sort }),
    ...(page === 1 ? {} : { page }),
  };
  return writeParameters(values);
}

function isTargetSort(sort: Sort): sort is TargetSort {
  return (TARGET_SORTS as readonly Sort[]).includes(sort);
}
