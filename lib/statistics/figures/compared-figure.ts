import type {
  FigureSelection,
  PublishedFigure,
  PublishedFigureRow,
} from "@/lib/record/figures/published-figure";
import { isWholeMonths } from "@/lib/statistics/figures/figure-span";
import { DEFAULT_CONFIDENCE, type Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** Why no number of the record's own stands beside someone else's figure. */
export type Incomparable = FigureSelection | "days" | "scope" | "uncovered";

/** What the record holds of what a figure says it is about, or why that is not said. */
export type OwnNumber = (Total & { filters: Filters }) | Incomparable;

/** Someone else's figure with what may stand beside it. */
export interface ComparedFigure extends PublishedFigureRow {
  own: OwnNumber;
}

/** What a figure says of itself that decides what may stand beside it. */
export interface FigureScopeFields
  extends Pick<PublishedFigure, "from" | "to" | "category" | "selection"> {
  actor: string | null;
}

/**
 * The record's own rule of the same scope, by what a figure's fields say; or why there is none.
 *
 * Days that are no whole months are as often the first and last of some named thefts as the span of a count, and the
 * fields do not tell which: the sum of such a window would be held against a list that it is not. Which incidents a
 * publisher counted is not known of the others either, so that even there the two are not the same selection.
 * @param covered the last day up to which editors had looked; null where they had not said
 * @param confidence how sure an attribution must be, of figures about an actor
 */
export function ownRule(
  { from, to, category, actor, selection }: FigureScopeFields,
  covered: Day | null,
  confidence: Confidence = DEFAULT_CONFIDENCE,
): Filters | Incomparable {
  if (selection !== null) return selection;
  if (!isWholeMonths({ from, to })) return "days";
  if (category === "exploit-any") return "scope";
  if (covered !== null && to > covered) return "uncovered";
  return {
    from,
    to,
    ...(category === null ? {} : { category }),
    ...(actor === null ? {} : { actor }),
    ...(actor === null || confidence === DEFAULT_CONFIDENCE ? {} : { confidence }),
  };
}
