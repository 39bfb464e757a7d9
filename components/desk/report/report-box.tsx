"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { PasteOutcome } from "@/components/desk/form/paste-outcome";
import { handsIn } from "@/components/desk/form/use-page-key";
import { ReportProposals } from "@/components/desk/report/report-proposals";
import { useReport } from "@/components/desk/report/use-report";
import { buttonClass } from "@/components/desk/ui/button";
import { FieldError, wired } from "@/components/desk/ui/field";
import { TextArea } from "@/components/desk/ui/text-area";
import { TextInput } from "@/components/desk/ui/text-input";

interface ReportBoxProps {
  proposalId: number;
  personId: string;
}

/** A place for a report's text, and below it what it proposes for the form: each beside its words, none taken unasked. */
export function ReportBox({ proposalId, personId }: ReportBoxProps) {
  const report = useReport(personId, proposalId);
  const { area, link, reading, refused, waits } = report;
  const all = useRef<HTMLButtonElement>(null);
  // What was read is answered at once: one more key takes all of it.
  useEffect(() => {
    if (reading !== null && reading.proposals.length > 0) all.current?.focus();
  }, [reading]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!handsIn(event)) return;
    event.preventDefault();
    report.read();
  };
  return (
    <section
      aria-labelledby="section-report"
      className="mb-8"
      data-section
      // What is pasted here is no change of the draft.
      onInput={(event) => {
        event.stopPropagation();
        report.typed();
      }}
    >
      <h2
        id="section-report"
        className="scroll-mt-4 border-rule-strong border-t pt-2 font-semibold text-xl"
      >
        Paste a report
      </h2>
      <div>
        <label htmlFor="report-text" className="block text-muted text-sm">
          The text of a post-mortem, a thread or an article. Names, days, amounts, addresses,
          transactions, links and attributions in it are proposed below; nothing is taken unasked.
          Ctrl and Enter reads it.
        </label>
        {refused !== null && <FieldError id="report-text">{refused}</FieldError>}
        <TextArea
          ref={area}
          name="_report"
          rows={3}
          onKeyDown={onKeyDown}
          spellCheck={false}
          className="mt-1 max-h-80 overflow-y-auto"
          {...wired("report-text", false, refused)}
        />
        <div className="mt-2 flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-64">
            <label htmlFor="report-link" className="block text-muted text-sm">
              Where it can be read (optional): the source of what has no link of its own
            </label>
            <TextInput
              ref={link}
              id="report-link"
              name="_reportLink"
              inputMode="url"
              autoComplete="off"
              spellCheck={false}
              onKeyDown={onKeyDown}
            />
          </div>
          <button
            type="submit"
            formAction={`/desk/proposals/${proposalId}/report`}
            aria-disabled={waits || undefined}
            className={buttonClass("quiet")}
            onClick={(event) => {
              event.preventDefault();
              report.read();
            }}
          >
            {waits ? "Reading …" : "Read it"}
          </button>
        </div>
      </div>
      {reading !== null && (
        <>
          <ReportProposals
            text={reading.text}
            proposals={reading.proposals}
            taken={report.taken}
            asking={report.asking}
            all={all}
            takeOne={report.takeOne}
            takeAll={report.takeAll}
          />
          <PasteOutcome
            title="Not proposed: to be answered where addresses are pasted"
            lines={reading.left}
          />
        </>
      )}
    </section>
  );
}
