"use client";

import { useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import { buttonClass } from "@/components/desk/ui/button";
import { TextArea } from "@/components/desk/ui/text-area";
import type { PasteOf } from "@/lib/forms/form";
import { pasteWords, type SplitPaste, splitPaste } from "@/lib/forms/split-paste";
import type { Typed } from "@/lib/forms/typed";

interface PasteBoxProps {
  list: PasteOf;
  one: string;
  pasted: string;
  /** What came of the last paste, where that was sent without scripts. */
  said: string | null;
  held: () => Typed[];
  take: (split: SplitPaste) => void;
}

const HINTS: Record<PasteOf, string> = {
  addresses:
    "Any text that holds addresses: one a line, chain and address with a comma between, explorers’ links. Chains that are not named are guessed.",
  sources: "One link a line; words beside a link become its title.",
};

/** A place for a block of text that is split into rows. What is not understood stays in it. */
export function PasteBox({ list, one, pasted, said, held, take }: PasteBoxProps) {
  const { say } = useForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<string | null>(said);
  const split = () => {
    if (area.current === null) return;
    const found = splitPaste(list, area.current.value, held());
    take(found);
    area.current.value = found.missed.map(({ text }) => text).join("\n");
    const words = pasteWords(found, one);
    setOutcome(words);
    say(words);
  };
  return (
    <details className="mt-4" open={pasted !== "" || said !== null}>
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
        {outcome !== null && <p className="text-sm [overflow-wrap:anywhere]">{outcome}</p>}
      </div>
    </details>
  );
}
