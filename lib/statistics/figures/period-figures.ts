import type {
  PublishedFigureRow,
  RetractedPublishedFigure,
} from "@/lib/record/figures/published-figure";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import { periodAround } from "@/lib/statistics/figures/figure-span";
import type { PeriodView } from "@/lib/statistics/periods/period";

/** Others' figures as a period's page has them. */
export interface DividedFigures<Figure> {
  /** About just the period; or, where it is shown up to a day, about its days up to that one. */
  same: Figure[];
  /** About other days of the period, that lie within no quarter or month that is a part of it. */
  others: Figure[];
  /** Of those within the period, how many the pages of its quarters and months hold. */
  elsewhere: number;
}

/** Others' figures on a period's page, and those of them that were retracted. */
export interface PeriodFigures extends DividedFigures<ComparedFigure> {
  retracted: RetractedPublishedFigure[];
}

/** Divides figures whose days lie within a period by where they are shown. */
export function dividedFigures<Figure extends Pick<PublishedFigureRow, "from" | "to">>(
  figures: readonly Figure[],
  { period, through }: PeriodView,
): DividedFigures<Figure> {
  const isSame = ({ from, to }: Figure) =>
    from === period.from && (to === period.to || to === through);
  const isOther = (figure: Figure) => !isSame(figure) && periodAround(figure)?.key === period.key;
  const same = figures.filter(isSame);
  const others = figures.filter(isOther);
  return { same, others, elsewhere: figures.length - same.length - others.length };
}
