"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { FormContext } from "@/components/desk/form/form-context";
import { FormFields } from "@/components/desk/form/form-fields";
import { ImpactNotes } from "@/components/desk/form/impact-notes";
import { KeptNotice } from "@/components/desk/form/kept-notice";
import { type KeptText, keptKey } from "@/components/desk/form/kept-text";
import type { PickOptions } from "@/components/desk/form/pick-option";
import { PickPopup } from "@/components/desk/form/pick-popup";
import { SaveLine } from "@/components/desk/form/save-line";
import { type Collect, useAutosave } from "@/components/desk/form/use-autosave";
import { usePickList } from "@/components/desk/form/use-pick-list";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary, type SummaryProblem } from "@/components/desk/ui/error-summary";
import { FORMS } from "@/lib/desk/forms/forms";
import { rowOf } from "@/lib/desk/forms/issue-text";
import type { Typed } from "@/lib/desk/forms/typed";
import { controlId, typedFromForm } from "@/lib/desk/forms/typed-from-form";
import { readTyped } from "@/lib/desk/proposals/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";

interface RecordFormProps {
  kind: RecordKind;
  proposalId: number;
  personId: string;
  /** Whether it revises a published record. */
  revises: boolean;
  content: Typed;
  note: string;
  saveNumber: number;
  savedAt: string;
  options: PickOptions;
  /** Begins the draft of an actor that nobody has named yet. */
  createActor: (name: string) => Promise<{ created: number } | { refused: string }>;
  /** What was wrong when it was last checked; null where it was not. */
  problems: Problem[] | null;
  /** What came of a paste that was sent without scripts. */
  pasteSaid: { list: string; words: string } | null;
  /** A list to which a row was just added without scripts. */
  added: string | null;
  /** Beside the form: its sections, and what it may be a duplicate of. */
  children?: ReactNode;
}

/** The form of a record: what is typed lives in its controls, is saved as it is typed, and never cleared. */
export function RecordForm(props: RecordFormProps) {
  const { kind, proposalId, personId, revises, problems: checked } = props;
  const form = useRef<HTMLFormElement>(null);
  const [given, setGiven] = useState({ content: props.content, note: props.note, turn: 0 });
  const [problems, setProblems] = useState<readonly Problem[]>(checked ?? []);
  const [said, say] = useState("");
  const collect = useRef<Collect>(() => given);
  const keptAs = keptKey(personId, proposalId);
  const address = `/desk/proposals/${proposalId}/save`;
  const { state, tab, place, changed, saveNow } = useAutosave({
    address,
    keptAs,
    saveNumber: props.saveNumber,
    savedAt: props.savedAt,
    collect,
  });
  useEffect(() => {
    collect.current = () => {
      if (form.current === null) return null;
      const entries = new FormData(form.current);
      const note = entries.get("_note");
      return { content: typedFromForm(kind, entries), note: typeof note === "string" ? note : "" };
    };
  }, [kind]);
  const [made, setMade] = useState<{ name: string; id: number } | { refused: string } | null>(null);
  const picks = usePickList(form, props.options, (name) => {
    void props
      .createActor(name)
      .then((outcome) => setMade("created" in outcome ? { name, id: outcome.created } : outcome))
      .catch(() => setMade({ refused: "There is no connection: the actor was not begun." }));
  });
  // Once checked, what is wrong is told anew as it is typed; what only the record can tell, at the next check.
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
    }, 600);
  }, [changed, checked, kind]);
  const whole = useMemo(() => ({ changed: typed, say }), [typed]);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : "save";
    event.preventDefault();
    const saved = await saveNow();
    if (saved && intent === "check") window.location.assign(`/desk/proposals/${proposalId}/check`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (picks.press(event)) return;
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void saveNow();
    }
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      goOn(event.target);
    }
  };

  const bringBack = (text: KeptText) => {
    setGiven({ content: text.content, note: text.note, turn: given.turn + 1 });
    setTimeout(changed, 0);
  };
  const summary = useMemo(() => summaryOf(kind, checked ?? []), [kind, checked]);

  return (
    <FormContext.Provider value={whole}>
      <ErrorSummary problems={summary} />
      <KeptNotice
        keptAs={keptAs}
        own={place}
        content={props.content}
        note={props.note}
        saveNumber={props.saveNumber}
        bringBack={bringBack}
      />
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <form
        ref={form}
        action={address}
        method="post"
        autoComplete="off"
        className="relative [&_:is(input,select,textarea,button)]:scroll-my-24"
        aria-label="The record"
        onSubmit={onSubmit}
        onInput={(event) => {
          typed();
          if (event.target instanceof HTMLInputElement) picks.typed(event.target);
        }}
        onKeyDown={onKeyDown}
        // Out from under the bar at the bottom; but nothing may move away from under a mouse that presses it.
        onFocus={(event) => {
          if (event.target.matches(":focus-visible"))
            event.target.scrollIntoView({ block: "nearest" });
        }}
        onBlur={(event) => {
          if (event.relatedTarget !== event.target) picks.close();
        }}
      >
        {/* What Enter presses without scripts. */}
        <button
          type="submit"
          name="intent"
          value="save"
          className="sr-only"
          tabIndex={-1}
          aria-hidden
        >
          Save
        </button>
        <input type="hidden" name="_follows" value={props.saveNumber} />
        <input type="hidden" name="_tab" value={tab} suppressHydrationWarning />
        <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <FormFields
            key={given.turn}
            kind={kind}
            revises={revises}
            content={given.content}
            note={given.note}
            problems={problems}
            pasteSaid={props.pasteSaid}
            added={props.added}
          />
          <div className="lg:sticky lg:top-4 lg:max-h-[calc(100vh-6rem)] lg:self-start lg:overflow-y-auto">
            {props.children}
            <ImpactNotes
              proposalId={proposalId}
              savedAt={state.is === "saved" ? state.at : null}
              saveNow={saveNow}
            />
          </div>
        </div>
        <div className="-mx-4 sticky bottom-0 z-10 mt-8 flex flex-wrap items-center gap-3 border-rule-strong border-t bg-paper px-4 py-3">
          <Button type="submit" name="intent" value="check">
            Check and submit
          </Button>
          <Button type="submit" name="intent" value="save" kind="quiet">
            Save
          </Button>
          <SaveLine state={state} proposalId={proposalId} />
          {made !== null && <MadeActor made={made} />}
        </div>
        <PickPopup open={picks.open} pick={picks.pick} />
        <noscript>
          <DataLists options={props.options} />
        </noscript>
      </form>
    </FormContext.Provider>
  );
}

function MadeActor({ made }: { made: { name: string; id: number } | { refused: string } }) {
  return (
    <p role="status" className="text-sm">
      {"refused" in made ? (
        made.refused
      ) : (
        <>
          A draft of {made.name} was begun:{" "}
          <a href={`/desk/proposals/${made.id}`} target="_blank" rel="noopener">
            complete it in another tab
          </a>
          .
        </>
      )}
    </p>
  );
}

/** Enter goes on: to the row below, or to a new one from the last. */
function goOn(input: HTMLInputElement): void {
  const row = input.closest("[data-row]");
  const list = input.closest("[data-list]");
  if (row === null || list === null) return;
  const rows = [...list.querySelectorAll("[data-row]")];
  const next = rows[rows.indexOf(row) + 1];
  if (next === undefined) list.querySelector<HTMLButtonElement>("[data-add]")?.click();
  else next.querySelector<HTMLElement>("input, select, textarea")?.focus();
}

function summaryOf(kind: RecordKind, problems: readonly Problem[]): SummaryProblem[] {
  return problems
    .filter((problem) => problem.question !== true)
    .map(({ path, message }) => {
      const row = rowOf(FORMS[kind], path);
      return {
        field: anchorOf(kind, path),
        message: row === null ? message : `${row}: ${message}`,
      };
    });
}

/** The control to lead to: of a list as a whole, the button that adds to it. */
function anchorOf(kind: RecordKind, path: readonly (string | number)[]): string | null {
  if (path.length === 0) return null;
  if (path[0] === "paste") return `paste-${path[1]}`;
  const list = FORMS[kind].sections
    .flatMap(({ fields }) => fields)
    .find(({ name, control }) => name === path[0] && control.is === "rows");
  if (list === undefined || path.length > 2) return controlId(path);
  return path.length === 1 ? `add-${list.name}` : controlId([...path, labelled(list)]);
}

function labelled(list: { control: { is: string } }): string {
  const { control } = list as { control: { fields?: readonly { name: string }[] } };
  return control.fields?.[0]?.name ?? "";
}

/** What can be picked, for browsers without scripts. */
function DataLists({ options }: { options: PickOptions }) {
  return Object.entries(options).map(([list, of]) => (
    <datalist key={list} id={`options-${list}`}>
      {of.map(({ text, label }) => (
        <option key={text} value={text}>
          {label}
        </option>
      ))}
    </datalist>
  ));
}
