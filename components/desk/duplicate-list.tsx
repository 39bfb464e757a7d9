import type { Duplicate } from "@/lib/desk/duplicates/duplicate";
import { dateText } from "@/lib/values/dates/day";
import { isBounded, lossText } from "@/lib/values/money/loss-text";

interface DuplicateListProps {
  duplicates: readonly Duplicate[];
  /** Whether they may open what others have in review. */
  mayReview: boolean;
}

/** What an incident may be a duplicate of, each with why it is thought so. */
export function DuplicateList({ duplicates, mayReview }: DuplicateListProps) {
  return (
    <ul className="border-rule border-t">
      {duplicates.map((duplicate) => {
        const { of, name, target, occurredOn, reasons } = duplicate;
        const title = name.trim() === "" ? target : name;
        return (
          <li key={keyOf(of)} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
            {of.where === "file" || (of.where === "review" && !mayReview) ? (
              <strong className="font-semibold">
                {of.where === "file" && `record ${of.row} of this file: `}
                {title}
              </strong>
            ) : (
              // Beside a form that somebody types in: it must not be left.
              <a href={urlOf(of)} target="_blank" rel="noopener" className="font-semibold">
                {title}
              </a>
            )}
            <span className="block text-muted text-sm">
              {of.where === "review" && "in review · "}
              {occurredOn === null ? "day not given" : dateText(occurredOn)} ·{" "}
              {duplicate.lossUsd === null && !isBounded(duplicate)
                ? "loss unknown"
                : lossText(duplicate)}
            </span>
            <span className="block text-sm">{sentence(reasons)}</span>
          </li>
        );
      })}
    </ul>
  );
}

function keyOf(of: Duplicate["of"]): string {
  switch (of.where) {
    case "record":
      return `record ${of.recordId}`;
    case "review":
      return `review ${of.proposalId}`;
    default:
      return `file ${of.row}`;
  }
}

function urlOf(of: Exclude<Duplicate["of"], { where: "file" }>): string {
  return of.where === "record"
    ? `/incidents/${of.slug}`
    : `/desk/proposals/${of.proposalId}/review`;
}

function sentence(reasons: readonly string[]): string {
  const text = reasons.join("; ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
