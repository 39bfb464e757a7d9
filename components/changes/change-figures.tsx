import { Figure, FigureList } from "@/components/ui/figure-list";
import { linksFor } from "@/lib/site/urls/links";
import { changeText, exactText, figureText } from "@/lib/statistics/changes/amount-text";
import type { Changes, FigureAt } from "@/lib/statistics/changes/changes";
import type { ChangesView } from "@/lib/statistics/changes/changes-view";

/** The figure at both versions, each leading to the incidents that it held, and the difference. */
export function ChangeFigures({ changes, view }: { changes: Changes; view: ChangesView }) {
  const { filters, measure } = view.rule;
  const at = (version: number, figure: FigureAt) => (
    <Figure label={`In version ${version}`} detail={contents(figure)}>
      <a
        href={linksFor({ version, pinned: true }).incidents(filters)}
        title={exactText(measure, figure.amount)}
      >
        {figureText(measure, figure.amount)}
      </a>
    </Figure>
  );
  const difference = changes.after.amount - changes.before.amount;
  return (
    <FigureList>
      {at(view.from, changes.before)}
      {at(view.to, changes.after)}
      <Figure label="Difference" detail={changeText(measure, difference, true)}>
        {changeText(measure, difference)}
      </Figure>
    </FigureList>
  );
}

function contents({ incidents, unknownSize }: FigureAt): string {
  const counted = `${incidents.toLocaleString("en-GB")} ${incidents === 1 ? "incident" : "incidents"}`;
  return unknownSize === 0
    ? counted
    : `${counted}, ${unknownSize.toLocaleString("en-GB")} of them of unknown size`;
}
