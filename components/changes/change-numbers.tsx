import { LabelledNumber, NumberList } from "@/components/ui/number-list";
import { linksFor } from "@/lib/site/urls/links";
import { changeText, exactText, numberText } from "@/lib/statistics/changes/amount-text";
import type { Changes, NumberAt } from "@/lib/statistics/changes/changes";
import type { ChangesView } from "@/lib/statistics/changes/changes-view";
import type { CountingRules } from "@/lib/statistics/rules/counting-rule-number";

/** The number at both versions, each leading to the incidents that it held, and the difference. */
export function ChangeNumbers({ changes, view }: { changes: Changes; view: ChangesView }) {
  const { filters, measure } = view.rule;
  const { rules } = changes;
  const isRecounted = rules.before !== rules.after;
  const at = (version: number, number: NumberAt, countedBy: CountingRules) => (
    <LabelledNumber
      label={`In version ${version}`}
      detail={contents(number) + (isRecounted ? `, by counting rules ${countedBy}` : "")}
    >
      <a
        href={linksFor({ version, pinned: true }).incidents(filters)}
        title={exactText(measure, number.amount)}
      >
        {numberText(measure, number.amount)}
      </a>
    </LabelledNumber>
  );
  const difference = changes.after.amount - changes.before.amount;
  const short = changeText(measure, difference);
  const exact = changeText(measure, difference, true);
  return (
    <NumberList>
      {at(view.from, changes.before, rules.before)}
      {at(view.to, changes.after, rules.after)}
      {/* To the dollar only where that says more. */}
      <LabelledNumber label="Difference" {...(exact === short ? {} : { detail: exact })}>
        {short}
      </LabelledNumber>
    </NumberList>
  );
}

function contents({ incidents, unknownSize }: NumberAt): string {
  const counted = `${incidents.toLocaleString("en-GB")} ${incidents === 1 ? "incident" : "incidents"}`;
  return unknownSize === 0
    ? counted
    : `${counted}, ${unknownSize.toLocaleString("en-GB")} of them of unknown size`;
}
