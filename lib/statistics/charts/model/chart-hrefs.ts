import { type CountingRule, filtersOf } from "@/lib/statistics/rules/counting-rule";
import type { Dimension } from "@/lib/statistics/rules/parameters";
import { isDividedByChain, SEVERAL } from "@/lib/statistics/rules/several";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import type { Category, TargetKind } from "@/lib/values/taxonomy/taxonomy";

/** The lists of incidents behind a chart's numbers. */
export interface ChartHrefs {
  /**
   * The incidents of a span and of the parts with those keys; null where no list holds just these.
   * @param known only those that are known so well, where it says so
   */
  of(
    days: { from: Day; to: Day },
    keys: readonly (string | null)[] | null,
    known?: Pick<Filters, "date">,
  ): string | null;
}

/** The filter that picks a part of a dimension; null where none can. */
function segmentFilter(by: Dimension, key: string | null, view: CountingRule): Filters | null {
  if (by === "chain") {
    if (key === null) return { chains: "none" };
    const isWhole = !isDividedByChain(view.measure);
    if (key === SEVERAL) return { chains: isWhole ? "several" : "undivided" };
    return { chain: key, chains: isWhole ? "one" : "counted" };
  }
  if (key === SEVERAL) return null;
  if (by === "actor") return { actor: key ?? "none", confidence: view.confidence };
  if (key === null) return null;
  const filters: Record<Exclude<Dimension, "actor" | "chain">, Filters> = {
    category: { category: key as Category },
    technique: { technique: key },
    target: { target: key as TargetKind },
  };
  return filters[by];
}

/** Where a view's numbers lead: to the incidents under the same rule. */
export function chartHrefs(
  view: CountingRule,
  incidents: (filters: Filters) => string,
): ChartHrefs {
  return {
    of(days, keys, known = {}) {
      const rule: Filters = { ...filtersOf(view), ...days, ...known };
      if (keys === null || view.by === null) return incidents(rule);
      const [key = null] = keys;
      if (keys.length !== 1) return null;
      const part = segmentFilter(view.by, key, view);
      if (part === null) return null;
      // A rule that already names another segment cannot name this one too.
      const clashes = Object.entries(part).some(([name, value]) => {
        const given = rule[name as keyof Filters];
        return name !== "confidence" && given !== undefined && given !== value;
      });
      return clashes ? null : incidents({ ...rule, ...part });
    },
  };
}
