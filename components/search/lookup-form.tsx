"use client";

import { useActionState } from "react";
import { LookupResults } from "@/components/search/lookup-results";
import { type LookupState, NOT_LOOKED_UP } from "@/components/search/lookup-state";
import { MOST_LOOKED_UP } from "@/lib/statistics/search/lookup";

interface LookupFormProps {
  action: (state: LookupState, form: FormData) => Promise<LookupState>;
  version: number;
  /** Where the list is answered as a file. */
  fileUrl: string;
  /** Where the pages of incidents are: before a slug. */
  incidents: string;
}

/** A list of addresses to look up, and what was found; it works without JavaScript too. */
export function LookupForm({ action, version, fileUrl, incidents }: LookupFormProps) {
  const [{ text, problem, looked }, send, sending] = useActionState(action, NOT_LOOKED_UP);
  return (
    <>
      <form action={send} aria-label="Look up" className="mt-5">
        <input type="hidden" name="version" value={version} />
        <label htmlFor="list" className="mb-1 block font-semibold">
          Addresses, transactions or links, one in a line
        </label>
        <p id="list-hint" className="mb-2 max-w-prose text-muted text-sm">
          At most {MOST_LOOKED_UP.toLocaleString("en-GB")}, in any spelling. What you paste is
          looked up and not kept.
        </p>
        {problem !== null && (
          <p id="list-problem" role="alert" className="mb-2 border-negative border-l-4 pl-3">
            {problem}
          </p>
        )}
        <textarea
          key={text}
          id="list"
          name="list"
          rows={8}
          defaultValue={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby={problem === null ? "list-hint" : "list-hint list-problem"}
          aria-invalid={problem !== null || undefined}
          className="field w-full font-mono text-sm"
        />
        <div className="mt-3 flex flex-wrap gap-3">
          <button type="submit" className="button" aria-disabled={sending || undefined}>
            Look up
          </button>
          <button
            type="submit"
            formAction={fileUrl}
            formMethod="post"
            className="min-h-9 border border-rule-strong px-3.5 py-1 font-semibold hover:bg-panel"
          >
            Look up as CSV
          </button>
        </div>
      </form>
      {looked !== null && <LookupResults looked={looked} incidents={incidents} />}
    </>
  );
}
