"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useSourceRow } from "@/components/desk/form/use-source-row";
import type { Typed } from "@/lib/desk/forms/typed";
import {
  readSourceRow,
  type SourceProposal,
  sourceProposals,
  sourceRemark,
} from "@/lib/desk/sources/source-proposals";
import { dateText } from "@/lib/values/dates/day";

interface SourceAidProps {
  list: string;
  rowKey: number;
  position: number;
  typed: Typed;
}

const BUTTON =
  "min-h-8 border border-rule-strong px-2 py-0.5 text-left text-sm hover:bg-panel aria-disabled:opacity-60 [overflow-wrap:anywhere]";

/**
 * What a source's row could be filled with, each by a button or, from within the row, by a key; and what the server can be
 * asked for. Nothing is filled in unasked. Without scripts each button is a save that says what to take.
 */
export function SourceAid({ list, rowKey, position, typed }: SourceAidProps) {
  const own = useRef<HTMLDivElement>(null);
  const { row, facts, answer, asking, ask, fill, say } = useSourceRow(own, {
    list,
    rowKey,
    typed: readSourceRow(typed),
  });
  const proposals = sourceProposals(row, facts);
  const remark = sourceRemark(row);
  const { failing = null, sourceOf = [] } = facts.known ?? {};
  const take = (taken: readonly SourceProposal[]) => {
    for (const { fills } of taken) fill(fills);
    say(`Source ${position}: ${taken.map(({ label }) => label).join("; ")}.`);
  };
  useRowKeys(own, (digit) => {
    const taken = digit === 0 ? proposals : proposals.slice(digit - 1, digit);
    if (taken.length === 0) return false;
    take(taken);
    return true;
  });
  if (!/^https?:\/\/[^/]+\.[^/]/i.test(row.url.trim())) return <div ref={own} className="hidden" />;
  const intent = (what: string) => `source:${list}.${rowKey}.${what}`;
  return (
    <div ref={own} className="col-span-full">
      {failing !== null && (
        <p className="text-negative text-sm">
          This link {failing.detail} (checked on {dateText(failing.on)}).
          {row.archivedUrl.trim() === "" && " Its archived copy would still show it."}
        </p>
      )}
      {remark !== null && <p className="text-sm">{remark}</p>}
      {sourceOf.length > 0 && (
        <p className="text-sm">
          Already a source of{" "}
          {sourceOf.map(({ slug, name }, at) => (
            <span key={slug}>
              {at > 0 && ", "}
              <a href={`/incidents/${slug}`} target="_blank" rel="noopener">
                {name}
              </a>
            </span>
          ))}
        </p>
      )}
      <fieldset className="mt-1 flex flex-wrap gap-1.5">
        <legend className="sr-only">Source {position}: fill in</legend>
        {proposals.map((proposal, at) => (
          <button
            key={proposal.name}
            type="submit"
            name="intent"
            value={intent(proposal.name)}
            aria-keyshortcuts={`Alt+${at + 1}`}
            className={BUTTON}
            onClick={(event) => {
              event.preventDefault();
              take([proposal]);
            }}
          >
            {proposal.label} <span className="text-muted">({proposal.why})</span>
            <ShortCut keys={`Alt+${at + 1}`} />
          </button>
        ))}
        {proposals.length > 1 && (
          <button
            type="submit"
            name="intent"
            value={intent("all")}
            aria-keyshortcuts="Alt+0"
            className={BUTTON}
            onClick={(event) => {
              event.preventDefault();
              take(proposals);
            }}
          >
            Take all {proposals.length}
            <ShortCut keys="Alt+0" />
          </button>
        )}
        {(["page", "copy"] as const).map((what) => (
          <button
            key={what}
            type="submit"
            name="intent"
            value={intent(what)}
            aria-disabled={asking !== null || undefined}
            className={`${BUTTON} border-dashed`}
            onClick={(event) => {
              event.preventDefault();
              void ask(what);
            }}
          >
            {asking === what ? ASKS[what].asking : ASKS[what].label}
            <span className="sr-only"> of source {position}</span>
          </button>
        ))}
      </fieldset>
      {answer !== null && <p className="mt-1 text-sm [overflow-wrap:anywhere]">{answer}</p>}
    </div>
  );
}

const ASKS = {
  page: { label: "Fetch title and day", asking: "Reading the page …" },
  copy: { label: "Find or make an archived copy", asking: "Asking the Wayback Machine …" },
};

function ShortCut({ keys }: { keys: string }) {
  return (
    <span className="ml-2 hidden text-muted text-xs sm:inline" aria-hidden="true">
      {keys}
    </span>
  );
}

/** Alt and a digit, from within the row; a field that takes the key itself goes before. @param pressed says whether it meant something */
function useRowKeys(own: RefObject<HTMLElement | null>, pressed: (digit: number) => boolean): void {
  const now = useRef(pressed);
  useEffect(() => {
    now.current = pressed;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const digit = event.altKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
      const place = own.current?.closest("[data-row]");
      const isWithin = event.target instanceof Node && place?.contains(event.target) === true;
      if (digit === undefined || event.defaultPrevented || !isWithin) return;
      if (now.current(Number(digit))) event.preventDefault();
    };
    // At the window: the fields' own keys, which React hears at the document, come first.
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [own]);
}
