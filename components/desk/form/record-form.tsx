"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useMemo,
  useRef,
  useState,
} from "react";
import { askSourceOf } from "@/components/desk/form/ask-source";
import { type FormComment, waitsToBeTaken } from "@/components/desk/form/form-comment";
import { FormContext, type FormList } from "@/components/desk/form/form-context";
import { FormFields } from "@/components/desk/form/form-fields";
import { ImpactNotes } from "@/components/desk/form/impact-notes";
import { KeptNotice } from "@/components/desk/form/kept-notice";
import { goToSection } from "@/components/desk/form/next-section";
import type { Created, PickOption, PickOptions } from "@/components/desk/form/pick-option";
import { PickPopup } from "@/components/desk/form/pick-popup";
import { SaveLine } from "@/components/desk/form/save-line";
import type { SaveState } from "@/components/desk/form/use-autosave";
import { useDraft } from "@/components/desk/form/use-draft";
import { handsIn, usePageKey } from "@/components/desk/form/use-page-key";
import { usePickList } from "@/components/desk/form/use-pick-list";
import { type SettleComment, useSettling } from "@/components/desk/form/use-settling";
import { ReportBox } from "@/components/desk/report/report-box";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary, type SummaryProblem } from "@/components/desk/ui/error-summary";
import { isLine } from "@/components/desk/ui/wrapped-line";
import { FORMS } from "@/lib/desk/forms/forms";
import { rowOf } from "@/lib/desk/forms/issue-text";
import type { Typed } from "@/lib/desk/forms/typed";
import { controlId } from "@/lib/desk/forms/typed-from-form";
import type { Knowledge } from "@/lib/desk/paste/knowledge";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";
import { readTechnique } from "@/lib/values/taxonomy/technique-names";

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
  /** Begins the draft of an actor or target that nobody has named yet. */
  createNamed: (begun: Created) => Promise<{ created: number } | { refused: string }>;
  /** What the record knows of pasted addresses; null where somebody is no longer signed in. */
  lookUp: (
    proposalId: number,
    addresses: readonly { chain: string; address: string }[],
  ) => Promise<Knowledge | null>;
  /** What was wrong when it was last checked; null where it was not. */
  problems: Problem[] | null;
  /** What came of a paste that was sent without scripts. */
  pasteSaid: { list: string; words: string } | null;
  /** A list to which a row was just added without scripts. */
  added: string | null;
  /** The comments on its fields that wait. */
  comments: readonly FormComment[];
  settle: SettleComment;
  /** Beside the form: its sections, and what it may be a duplicate of. */
  children?: ReactNode;
}

/** The form of a record: what is typed lives in its controls, is saved as it is typed, and never cleared. */
export function RecordForm(props: RecordFormProps) {
  const { kind, proposalId, revises, lookUp, options, problems: checked } = props;
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form, props);
  const { given, saveNow } = draft;
  const settling = useSettling({ form, settle: props.settle, ...draft });
  const [lists] = useState(() => new Map<string, FormList>());
  /** What every control of the form needs of it. */
  const whole = useMemo(
    () => ({
      ...draft.whole,
      lists,
      // Without a connection, or signed out elsewhere, nothing is known: nothing is taken then.
      lookUp: (addresses: readonly { chain: string; address: string }[]) =>
        lookUp(proposalId, addresses).catch(() => null),
      askSource: askSourceOf(proposalId),
      definitions: definitionsIn(options.technique ?? []),
    }),
    [draft.whole, lists, lookUp, options, proposalId],
  );
  const [made, setMade] = useState<Made | null>(null);
  const picks = usePickList(form, options, (begun) => {
    const { kind: of, name } = begun;
    void props
      .createNamed(begun)
      .then((outcome) => setMade("created" in outcome ? { name, id: outcome.created } : outcome))
      .catch(() => setMade({ refused: `There is no connection: the ${of} was not begun.` }));
  });
  const saveAndCheck = async () => {
    if (await saveNow()) window.location.assign(`/desk/proposals/${proposalId}/check`);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : "save";
    event.preventDefault();
    if (settling.press(intent)) return;
    void (intent === "check" ? saveAndCheck() : saveNow());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (picks.press(event)) return;
    if (event.key === "s" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void saveNow();
    }
    const goes = event.key === "Enter" && !handsIn(event) && !event.altKey;
    if (goes && isLine(event.target)) {
      event.preventDefault();
      goOn(event.target);
    }
  };

  usePageKey((event) => {
    const drawn = form.current;
    if (drawn === null) return;
    if (handsIn(event)) {
      event.preventDefault();
      void saveAndCheck();
    }
    if (event.altKey && (event.key === "PageDown" || event.key === "PageUp")) {
      event.preventDefault();
      goToSection(drawn, event.key === "PageDown" ? 1 : -1);
    }
  });

  const summary = useMemo(() => summaryOf(kind, checked ?? []), [kind, checked]);

  return (
    <FormContext.Provider value={whole}>
      <ErrorSummary problems={summary} />
      <KeptNotice
        keptAs={draft.keptAs}
        own={draft.place}
        content={props.content}
        note={props.note}
        saveNumber={props.saveNumber}
        bringBack={draft.restore}
      />
      <p className="sr-only" aria-live="polite">
        {draft.said}
      </p>
      <form
        ref={form}
        action={`/desk/proposals/${proposalId}/save`}
        method="post"
        autoComplete="off"
        className="relative [&_:is(input,select,textarea,button)]:scroll-my-24"
        aria-label="The record"
        onSubmit={onSubmit}
        onInput={(event) => {
          whole.changed();
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
        <EnterSaves />
        <input type="hidden" name="_follows" value={props.saveNumber} />
        <input type="hidden" name="_tab" value={draft.tab} suppressHydrationWarning />
        <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0">
            {kind === "incident" && !revises && (
              <ReportBox proposalId={proposalId} personId={props.personId} />
            )}
            <FormFields
              key={given.turn}
              kind={kind}
              revises={revises}
              content={given.content}
              note={given.note}
              problems={draft.problems}
              pasteSaid={props.pasteSaid}
              added={props.added}
              proposalId={proposalId}
              comments={props.comments}
            />
          </div>
          <div className="lg:sticky lg:top-4 lg:max-h-[calc(100vh-6rem)] lg:self-start lg:overflow-y-auto">
            {props.children}
            <ImpactNotes
              proposalId={proposalId}
              savedAt={draft.state.is === "saved" ? draft.state.at : null}
              saveNow={saveNow}
            />
          </div>
        </div>
        <SaveBar
          state={draft.state}
          proposalId={proposalId}
          made={made}
          refused={settling.refused}
          comments={props.comments}
        />
        <PickPopup open={picks.open} pick={picks.pick} />
        <noscript>
          <DataLists options={props.options} />
        </noscript>
      </form>
    </FormContext.Provider>
  );
}

/** What techniques that can be picked mean, by technique. */
function definitionsIn(techniques: readonly PickOption[]): ReadonlyMap<string, string> {
  return new Map(
    techniques.flatMap(({ text, detail }) =>
      detail === undefined ? [] : [[readTechnique(text), detail]],
    ),
  );
}

/** What Enter presses without scripts. */
function EnterSaves() {
  return (
    <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden>
      Save
    </button>
  );
}

type Made = { name: string; id: number } | { refused: string };

interface SaveBarProps {
  state: SaveState;
  proposalId: number;
  /** What came of the draft of an actor or target that was begun here; null where none was. */
  made: Made | null;
  /** Why a comment was not settled; null where nothing is wrong. */
  refused: string | null;
  /** What may be taken by a key, and undone. */
  comments: readonly FormComment[];
}

/** What stays in sight below the form: its buttons, and how far it is saved. */
function SaveBar({ state, proposalId, made, refused, comments }: SaveBarProps) {
  return (
    <div className="-mx-4 sticky bottom-0 z-10 mt-8 flex flex-wrap items-center gap-3 border-rule-strong border-t bg-paper px-4 py-3">
      <Button type="submit" name="intent" value="check">
        Check and submit
      </Button>
      <Button type="submit" name="intent" value="save" kind="quiet">
        Save
      </Button>
      <SaveLine state={state} proposalId={proposalId} />
      {made !== null && <MadeDraft made={made} />}
      {refused !== null && (
        <p role="alert" className="font-semibold text-negative text-sm">
          {refused}
        </p>
      )}
      <p className="text-muted text-sm max-lg:hidden">
        Ctrl + Enter: check and submit · Alt + Page Down: next section
        {comments.some(waitsToBeTaken) && " · Alt + Enter: take what is suggested"}
        {comments.some(({ isTaken }) => isTaken) && " · Ctrl + Z: undo what was taken"}
      </p>
    </div>
  );
}

function MadeDraft({ made }: { made: Made }) {
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
function goOn(input: HTMLElement): void {
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
