"use client";

import type { RefObject } from "react";
import { PasteOutcome } from "@/components/desk/form/paste-outcome";
import { RoleFiller } from "@/components/desk/form/role-filler";
import { buttonClass } from "@/components/desk/ui/button";
import { TextArea } from "@/components/desk/ui/text-area";
import type { PasteOf } from "@/lib/desk/forms/form";
import type { SplitPaste } from "@/lib/desk/forms/split-paste";

/** What came of a paste. */
export interface Pasted {
  text: string;
  /** Null where it was sent without scripts: then only the words and the box tell. */
  split: Pick<SplitPaste, "left" | "doubts"> | null;
}

interface PasteBoxProps {
  list: PasteOf;
  area: RefObject<HTMLTextAreaElement | null>;
  pasted: string;
  /** What came of the last paste; null before the first. */
  outcome: Pasted | null;
  split: () => void;
  fillRole: (role: string) => void;
}

const HINTS: Record<PasteOf, string> = {
  addresses:
    "Any text with addresses: one a line, chain and address separated by a comma, or explorers’ links. Chains that are not named are guessed, roles are not: choose them in the rows. Transactions are left aside.",
  sources: "One link a line; text beside a link becomes its title.",
};

/** A place for a block of text that is split into rows. What is left aside is listed with the reason, and waits in it where it can be mended. */
export function PasteBox({ list, area, pasted, outcome, split, fillRole }: PasteBoxProps) {
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
        className="mt-1 font-mono text-sm"
        spellCheck={false}
      />
      <div className="mt-2 flex flex-wrap items-baseline gap-3">
        <button
          type="submit"
          name="intent"
          value={`paste:${list}`}
          className={buttonClass("quiet")}
          onClick={(event) => {
            event.preventDefault();
            split();
          }}
        >
          Split into rows
        </button>
        {outcome !== null && <p className="text-sm [overflow-wrap:anywhere]">{outcome.text}</p>}
      </div>
      {outcome !== null && outcome.split !== null && (
        <>
          <PasteOutcome title="Left aside" lines={outcome.split.left} />
          <PasteOutcome title="To be looked at" lines={outcome.split.doubts} />
        </>
      )}
      {list === "addresses" && <RoleFiller list={list} fill={fillRole} />}
    </details>
  );
}
