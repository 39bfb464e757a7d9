"use client";

import { type DragEvent, type FormEvent, useRef, useState, useSyncExternalStore } from "react";
import type { Finding } from "@/lib/site/proof/check-given";

/** Under what this browser keeps the last checkpoint that it saw. */
const SEEN = "lossline-log";
/** Larger files hold no single revision. */
const LARGEST = 5_000_000;

const OUTCOMES: Record<Finding["outcome"], { label: string; edge: string }> = {
  proved: { label: "Proved", edge: "border-positive" },
  failed: { label: "Does not hold", edge: "border-negative" },
  unknown: { label: "Not checked", edge: "border-rule-strong" },
};

const never = () => () => {};

/** What is pasted or dropped, checked here in the browser against the record's log. */
export function VerifyForm() {
  const area = useRef<HTMLTextAreaElement>(null);
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [isChecking, setChecking] = useState(false);
  const isRunning = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

  async function check() {
    setChecking(true);
    const { checkHere } = await import("@/components/verify/check-here");
    const seen = localStorage.getItem(SEEN);
    const checked = await checkHere(area.current?.value ?? "", seen);
    if (
      checked.checkpoint !== null &&
      checked.findings.every(({ outcome }) => outcome !== "failed")
    )
      localStorage.setItem(SEEN, checked.checkpoint);
    setFindings(checked.findings);
    setChecking(false);
  }

  function submitted(event: FormEvent) {
    event.preventDefault();
    void check();
  }

  async function given(file: File | undefined) {
    if (file === undefined || area.current === null) return;
    area.current.value = file.size > LARGEST ? "" : await file.text();
    if (file.size > LARGEST)
      setFindings([
        {
          outcome: "unknown",
          says: "This file is larger than 5 MB: a revision or a checkpoint is not.",
        },
      ]);
    else await check();
  }

  function dropped(event: DragEvent) {
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void given(file);
  }

  if (!isRunning)
    return (
      <p className="mt-5 max-w-prose border-rule-strong border-l-4 pl-3">
        Checking here takes JavaScript, which is not running. The same is checked by hand as below.
      </p>
    );
  return (
    <>
      <form onSubmit={submitted} onDrop={dropped} aria-label="Verify" className="mt-5">
        <label htmlFor="given" className="mb-1 block font-semibold">
          An id, a citation, a revision as JSON, or a checkpoint
        </label>
        <p id="given-hint" className="mb-2 max-w-prose text-muted text-sm">
          Such as <code>incident 1 revision 1</code>, the address of an incident, actor or target, a
          short id, or what <code>/api/v1/incidents/1/revisions</code> answers. It stays in this
          browser; asked for are only hashes and the record that it names.
        </p>
        <textarea
          ref={area}
          id="given"
          rows={6}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby="given-hint"
          className="field w-full font-mono text-sm"
        />
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <button type="submit" className="button" aria-disabled={isChecking || undefined}>
            Verify
          </button>
          <label className="text-sm">
            or a file{" "}
            <input
              type="file"
              accept=".json,.jsonl,.txt,text/plain,application/json"
              className="max-w-full file:mr-2 file:border file:border-rule-strong file:px-3 file:py-1 file:font-semibold"
              onChange={(event) => void given(event.target.files?.[0])}
            />
          </label>
        </div>
      </form>
      <div role="status" className="mt-5">
        {isChecking && <p>Checking …</p>}
        {!isChecking && findings !== null && (
          <ul className="grid max-w-prose gap-3">
            {findings.map(({ outcome, says }) => (
              <li
                key={says}
                className={`border-l-4 pl-3 [overflow-wrap:anywhere] ${OUTCOMES[outcome].edge}`}
              >
                <strong>{OUTCOMES[outcome].label}.</strong> {says}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
