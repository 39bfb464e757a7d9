import { type RefObject, useRef } from "react";
import { firstEmptyField } from "@/components/desk/report/first-empty-field";
import { heldIn } from "@/components/desk/report/use-report";
import { buttonClass } from "@/components/desk/ui/button";
import type { ReportProposal } from "@/lib/desk/forms/report/report";
import { aroundOf } from "@/lib/desk/forms/report/report-around";

interface ReportProposalsProps {
  text: string;
  proposals: readonly ReportProposal[];
  taken: ReadonlySet<string>;
  /** The one that waits for a second press; null where none does. */
  asking: string | null;
  all: RefObject<HTMLButtonElement | null>;
  takeOne: (proposal: ReportProposal) => boolean;
  takeAll: () => void;
}

/** What a report proposes, each beside the words that it came from, with a button that takes it. */
export function ReportProposals(props: ReportProposalsProps) {
  const { text, proposals, taken, asking, all, takeOne, takeAll } = props;
  const list = useRef<HTMLUListElement>(null);
  if (proposals.length === 0)
    return (
      <p className="mt-4">
        Nothing that an incident has was found in this text. It stays in the box.
      </p>
    );
  const left = proposals.filter(({ id }) => !taken.has(id)).length;
  /** Once one is taken, the next that is not has the focus. */
  const goOn = (from: number) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = buttons.slice(from + 1).find((button) => button.dataset.taken === undefined);
    next?.focus();
  };
  return (
    <section aria-label="What the report proposes" className="mt-4 border-accent border-l-4 pl-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="font-semibold text-sm">
          {proposals.length} proposed, {proposals.length - left} taken
        </p>
        <button
          ref={all}
          type="button"
          aria-disabled={left === 0 || undefined}
          className={buttonClass("quiet")}
          onClick={() => {
            takeAll();
            // The list is drawn once more before the next field is looked for.
            setTimeout(() => firstEmptyField()?.focus(), 0);
          }}
        >
          Take all
        </button>
        <p className="text-muted text-sm">
          Of several for one field the first is taken. Nothing that you typed is replaced.
        </p>
      </div>
      <ul ref={list} className="mt-2">
        {proposals.map((proposal, at) => {
          const { id, label, said, note } = proposal;
          const { before, words, after } = aroundOf(text, proposal.at);
          const isTaken = taken.has(id);
          return (
            <li
              key={id}
              className="grid gap-x-4 gap-y-1 border-rule border-t py-2 text-sm sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
            >
              <p className="[overflow-wrap:anywhere]">
                <span className="text-muted">{label}: </span>
                <span className="font-semibold">{said}</span>
                {note !== null && <span className="block text-muted">{note}</span>}
                {asking === id && (
                  <span className="block font-semibold text-negative">
                    The field holds “{heldIn(proposal.field)}”. Press again to replace it.
                  </span>
                )}
              </p>
              <p id={`words-${id}`} className="text-muted [overflow-wrap:anywhere]">
                {before}
                <mark className="bg-mark text-ink">{words}</mark>
                {after}
              </p>
              <button
                type="button"
                data-taken={isTaken || undefined}
                aria-disabled={isTaken || undefined}
                aria-describedby={`words-${id}`}
                className={`${buttonClass("quiet")} justify-self-start`}
                onClick={() => {
                  if (isTaken || takeOne(proposal)) goOn(at);
                }}
              >
                {isTaken ? "Taken" : asking === id ? "Replace" : "Take"}
                <span className="sr-only">
                  {" "}
                  {label}: {said}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
