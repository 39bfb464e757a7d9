"use client";

import { useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import type { Pasted } from "@/components/desk/form/paste-box";
import type { PasteOf } from "@/lib/desk/forms/form";
import {
  addressesToLookUp,
  type Held,
  type ListRows,
  pasteText,
  type RowQuestion,
  splitPaste,
  waitingText,
} from "@/lib/desk/forms/split-paste";
import { NOTHING_KNOWN } from "@/lib/desk/paste/knowledge";

interface PasteInto {
  /** What is pasted there; null for a list that takes no pasted text. */
  list: PasteOf | null;
  /** What a row of the list is called. */
  one: string;
  /** What came of a paste that was sent without scripts. */
  said: string | null;
}

const UNASKED =
  "Nothing was taken: the record could not be asked what it knows of these addresses. The text waits in the box; split it once there is a connection.";

/** Pasted text on its way into rows: the record is asked what it knows of it, the rest is asked of who pasted it. */
export function usePaste({ list, one, said }: PasteInto) {
  const { changed, say, lookUp, lists } = useForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const [waits, setWaits] = useState(false);
  const [outcome, setOutcome] = useState<Pasted | null>(
    said === null ? null : { text: said, split: null },
  );
  /** What the box held when it was last filled from here: what was typed there since stays. */
  const filled = useRef<string | null>(null);
  /** What was in the box already when lines were pasted into a row. */
  const besides = useRef("");

  const tell = (text: string, split: Pasted["split"]) => {
    setOutcome({ text, split });
    say(text);
    changed();
  };
  const fillBox = (text: string) => {
    filled.current = text;
    if (area.current !== null) area.current.value = text;
  };
  const append = (made: readonly ListRows[]) => {
    for (const { list: name, rows } of made) lists.get(name)?.append(rows);
  };
  /** @param waiting what stays in the box besides what is left aside now */
  const take = async (text: string, waiting: string) => {
    if (list === null) return;
    setWaits(true);
    besides.current = waiting;
    const addresses = addressesToLookUp(list, text);
    const known = addresses.length === 0 ? NOTHING_KNOWN : await lookUp(addresses);
    setWaits(false);
    if (known === null) {
      fillBox([waiting, text].filter(Boolean).join("\n"));
      tell(UNASKED, null);
      return;
    }
    const found = splitPaste(list, text, heldBy(lists), known);
    append(found.made);
    fillBox([waiting, waitingText(found)].filter(Boolean).join("\n"));
    tell(pasteText(found, one, true), found);
  };
  const answer = (question: RowQuestion, { label, made }: RowQuestion["answers"][number]) => {
    if (outcome?.split == null) return;
    append(made);
    const split = {
      ...outcome.split,
      questions: outcome.split.questions.filter((each) => each !== question),
      left:
        made.length > 0
          ? outcome.split.left
          : [
              ...outcome.split.left,
              ...question.about.map((about) => ({
                ...about,
                why: "was left aside by an answer",
                waits: false,
              })),
            ],
    };
    if (area.current !== null) {
      const typed = area.current.value;
      if (typed === filled.current)
        fillBox([besides.current, waitingText(split)].filter(Boolean).join("\n"));
      else fillBox(withoutLines(typed, question));
    }
    setOutcome({ text: outcome.text, split });
    say(`${label}: ${split.questions.length} more to be answered.`);
    changed();
  };
  return {
    area,
    outcome,
    waits,
    answer,
    split: () => void take(area.current?.value ?? "", ""),
    /** Whether a text is many rows, which are then on their way. */
    takesAsRows: (text: string) => {
      if (list === null || !text.trim().includes("\n")) return false;
      const { made, questions } = splitPaste(list, text, heldBy(lists));
      const found = made.reduce((sum, { rows }) => sum + rows.length, 0) + questions.length;
      if (found < 2) return false;
      void take(text, area.current?.value ?? "");
      return true;
    },
  };
}

/** What the form holds that pasted text may hold again. */
function heldBy(lists: ReturnType<typeof useForm>["lists"]): Partial<Held> {
  const rows = (name: string) => lists.get(name)?.held() ?? [];
  const chains = [...document.querySelectorAll<HTMLInputElement>("input[name^='chains.']")];
  return {
    addresses: rows("addresses"),
    transactions: rows("transactions"),
    sources: rows("sources"),
    chains: chains.map(({ value }) => value),
  };
}

/** A text without the lines that a question was about, once each. */
function withoutLines(text: string, { about }: RowQuestion): string {
  const lines = text.split("\n");
  for (const { text: line } of about) {
    const at = lines.indexOf(line);
    if (at >= 0) lines.splice(at, 1);
  }
  return lines.join("\n");
}
