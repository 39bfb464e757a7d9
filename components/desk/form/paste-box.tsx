"use client";

import type { RefObject } from "react";
import { PasteOutcome } from "@/components/desk/form/paste-outcome";
import { PasteQuestions } from "@/components/desk/form/paste-questions";
import { buttonClass } from "@/components/desk/ui/button";
import { TextArea } from "@/components/desk/ui/text-area";
import type { PasteOf } from "@/lib/desk/forms/form";
import type { RowQuestion, SplitPaste } from "@/lib/desk/forms/split-paste";

/** What came of a paste. */
export interface Pasted {
  text: string;
  /** Null where it was sent without scripts: then only the words and the box tell. */
  split: Pick<SplitPaste, "left" | "doubts" | "questions"> | null;
}

interface PasteBoxProps {
  list: PasteOf;
  area: RefObject<HTMLTextAreaElement | null>;
  pasted: string;
  /** What came of the last paste; null before the first. */
  outcome: Pasted | null;
  /** Whether the record is being asked. */
  waits: boolean;
  split: () => void;
  answer: (question: RowQuestion, answer: RowQuestion["answers"][number]) => void;
}

const HINTS: Record<PasteOf, string> = {
  addresses:
    "Any text with addresses and transactions: one a line, chain and address separated by a comma, or explorers’ links. The role is what the words beside an address say; chains that nothing names are guessed. What may be a service, or two things, is asked.",
  sources: "One link a line; text beside a link becomes its title.",
};

/** A place for a block of text that is split into rows. What has to be answered or is left aside is listed, and waits in it where it can be mended. */
export function PasteBox({ list, area, pasted, outcome, waits, split, answer }: PasteBoxProps) {
  return (
    <details className="mt-4" open={pasted !== "" || outcome !== null}>
      <summary className="w-fit py-1 text-muted">Paste many at once</summary>
      <label htmlFor={`paste-${list}`} className="block text-muted text-sm">
        {HINTS[list]}
      </label>
      <TextArea
        ref={area}
        id={`paste-${list}`}
        name={`paste.${list}`}
        defaultValue={pasted}
        rows={4}
        className="mt-1 font-mono text-sm [overflow-wrap:anywhere]"
        spellCheck={false}
      />
      <div className="mt-2 flex flex-wrap items-baseline gap-3">
        <button
          type="submit"
          name="intent"
          value={`paste:${list}`}
          aria-disabled={waits || undefined}
          className={buttonClass("quiet")}
          onClick={(event) => {
            event.preventDefault();
            if (!waits) split();
          }}
        >
          Split into rows
        </button>
        {outcome !== null && <p className="text-sm [overflow-wrap:anywhere]">{outcome.text}</p>}
      </div>
      {outcome !== null && outcome.split !== null && (
        <>
          <PasteQuestions questions={outcome.split.questions} answer={answer} />
          <PasteOutcome title="Left aside" lines={outcome.split.left} />
          <PasteOutcome title="To be looked at" lines={outcome.split.doubts} />
        </>
      )}
    </details>
  );
}
