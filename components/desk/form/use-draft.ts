import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type KeptText, keptKey } from "@/components/desk/form/kept-text";
import { type Collect, useAutosave } from "@/components/desk/form/use-autosave";
import type { Typed } from "@/lib/desk/forms/typed";
import { typedFromForm } from "@/lib/desk/forms/typed-from-form";
import { readTyped } from "@/lib/desk/proposals/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";

interface Draft {
  kind: RecordKind;
  proposalId: number;
  personId: string;
  content: Typed;
  note: string;
  saveNumber: number;
  savedAt: string;
  /** What was wrong when it was last checked; null where it was not. */
  problems: Problem[] | null;
}

/** What of the typed text is checked again: this long after the last key, in milliseconds. */
const RECHECK_AFTER = 600;

/** A draft while it is typed: what the form was given, what is wrong with it, and how it is saved. */
export function useDraft(form: RefObject<HTMLFormElement | null>, draft: Draft) {
  const { kind, proposalId, personId, problems: checked } = draft;
  const [given, setGiven] = useState({ content: draft.content, note: draft.note, turn: 0 });
  const [problems, setProblems] = useState<readonly Problem[]>(checked ?? []);
  const collect = useRef<Collect>(() => given);
  const keptAs = keptKey(personId, proposalId);
  const saving = useAutosave({
    address: `/desk/proposals/${proposalId}/save`,
    keptAs,
    saveNumber: draft.saveNumber,
    savedAt: draft.savedAt,
    collect,
  });
  const { changed } = saving;
  useEffect(() => {
    collect.current = () => {
      if (form.current === null) return null;
      const entries = new FormData(form.current);
      const note = entries.get("_note");
      return { content: typedFromForm(kind, entries), note: typeof note === "string" ? note : "" };
    };
  }, [form, kind]);
  // Once checked, what is wrong is said anew as it is typed; what only the record can tell, at the next check.
  const recheck = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useCallback(() => {
    changed();
    if (checked === null) return;
    clearTimeout(recheck.current);
    recheck.current = setTimeout(() => {
      const held = collect.current();
      if (held === null) return;
      const read = readTyped(kind, held.content);
      setProblems(read.ok ? read.warnings : read.problems);
    }, RECHECK_AFTER);
  }, [changed, checked, kind]);
  const [said, say] = useState("");
  /** What of it every control of the form needs. */
  const whole = useMemo(() => ({ changed: typed, say }), [typed]);
  const restore = (text: KeptText) => {
    setGiven({ content: text.content, note: text.note, turn: given.turn + 1 });
    setTimeout(changed, 0);
  };
  return { ...saving, keptAs, given, problems, said, whole, restore };
}
