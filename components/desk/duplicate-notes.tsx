"use client";

import { useEffect, useRef, useState } from "react";
import { DuplicateList } from "@/components/desk/duplicate-list";
import type { Duplicate } from "@/lib/desk/duplicates/duplicate";
import type { Typed } from "@/lib/desk/forms/typed";
import { typedFromForm } from "@/lib/desk/forms/typed-from-form";

/** Milliseconds after the last keystroke. */
const PATIENCE = 700;
/** What tells incidents apart; nothing else is sent. */
const DISTINCTIVE_FIELDS = [
  "name",
  "target",
  "occurredOn",
  "lossUsd",
  "lossUsdLow",
  "lossUsdHigh",
  "addresses",
  "sources",
] as const;

interface DuplicateNotesProps {
  proposalId: number;
  /** As found when the page was made: what shows without scripts. */
  duplicates: readonly Duplicate[];
  /** Whether they may open what others have in review. */
  mayReview: boolean;
}

/**
 * Beside the form of an incident: what it may be a duplicate of, asked anew while somebody types. It
 * listens to the form that it is in.
 */
export function DuplicateNotes({ proposalId, duplicates: first, mayReview }: DuplicateNotesProps) {
  const place = useRef<HTMLElement>(null);
  const [duplicates, setDuplicates] = useState(first);
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const form = place.current?.closest("form");
    if (form === null || form === undefined) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | undefined;
    let asked = JSON.stringify({ typed: distinctiveFields(form) });
    const ask = async () => {
      const body = JSON.stringify({ typed: distinctiveFields(form) });
      if (body === asked) return;
      asked = body;
      asking?.abort();
      const controller = new AbortController();
      asking = controller;
      try {
        const answer = await fetch(`/desk/proposals/${proposalId}/duplicates`, {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body,
          signal: controller.signal,
        });
        if (!answer.ok) throw new Error(`duplicates: ${answer.status}`);
        const answered = (await answer.json()) as { duplicates: Duplicate[] };
        setDuplicates(answered.duplicates);
        setSilent(false);
      } catch {
        // No connection, or signed out: what is shown may be old, and the form's own line says why.
        if (!controller.signal.aborted) {
          asked = "";
          setSilent(true);
        }
      }
    };
    const typed = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask(), PATIENCE);
    };
    // A click may have taken a row away; nothing is asked where nothing has changed.
    const domEvents = ["input", "change", "click"] as const;
    for (const domEvent of domEvents) form.addEventListener(domEvent, typed);
    return () => {
      clearTimeout(waiting);
      asking?.abort();
      for (const domEvent of domEvents) form.removeEventListener(domEvent, typed);
    };
  }, [proposalId]);
  return (
    <section
      ref={place}
      aria-labelledby="duplicates"
      className="border-rule-strong border-t-2 pt-3"
    >
      <h2 id="duplicates" className="font-semibold text-lg">
        Already in the record?
      </h2>
      <div aria-live="polite">
        {duplicates.length === 0 ? (
          <p className="mt-1 text-muted text-sm">
            Nothing looks like it so far: by target and day, name, addresses, transactions and
            sources.
          </p>
        ) : (
          <>
            <p className="mt-1 mb-2 text-sm">
              {duplicates.length === 1
                ? "One looks like it."
                : `${duplicates.length} look like it.`}{" "}
              Look before you enter it twice.
            </p>
            <DuplicateList duplicates={duplicates} mayReview={mayReview} />
          </>
        )}
      </div>
      {silent && <p className="mt-1 text-muted text-sm">This could not be refreshed just now.</p>}
    </section>
  );
}

function distinctiveFields(form: HTMLFormElement): Typed {
  const typed = typedFromForm("incident", new FormData(form));
  return Object.fromEntries(
    DISTINCTIVE_FIELDS.flatMap((name) => {
      const value = typed[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
