import { useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import { writeText } from "@/components/desk/form/write-choice";
import { useKeptReport } from "@/components/desk/report/use-kept-report";
import { reportProblem } from "@/lib/desk/forms/report/read-report";
import type { ReportProposal, ReportReading } from "@/lib/desk/forms/report/report";
import { allToTake, keyOf, shapeOf } from "@/lib/desk/forms/report/take-proposals";
import type { Typed } from "@/lib/desk/forms/typed";
import { controlId } from "@/lib/desk/forms/typed-from-form";

/** A pasted report on its way into a draft: read by the server, and taken piece by piece by who pasted it. */
export function useReport(personId: string, proposalId: number) {
  const { changed, say, lists } = useForm();
  const area = useRef<HTMLTextAreaElement>(null);
  const link = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<(ReportReading & { text: string }) | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [waits, setWaits] = useState(false);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  /** The proposal that would replace what was typed, and has to be taken twice. */
  const [asking, setAsking] = useState<string | null>(null);
  /** What this box itself wrote into fields: that may be replaced without a question. */
  const written = useRef(new Map<string, string>());
  const { keepNow, typed } = useKeptReport({ personId, proposalId, area, link });

  const read = async () => {
    if (waits) return;
    keepNow();
    const text = area.current?.value ?? "";
    const problem = reportProblem(text);
    if (problem !== null) return refuse(problem);
    setWaits(true);
    const answer = await ask(proposalId, text, link.current?.value ?? "");
    setWaits(false);
    if ("refused" in answer) return refuse(answer.refused);
    setRefused(null);
    setAsking(null);
    setTaken(new Set());
    setReading({ text, ...answer });
    say(
      answer.proposals.length === 0
        ? "Nothing that an incident has was found in this text."
        : `${answer.proposals.length} proposals. Nothing is taken yet.`,
    );
  };
  const refuse = (why: string) => {
    setRefused(why);
    say(why);
  };

  const take = (proposals: readonly ReportProposal[]) => {
    const rows = new Map<string, ReportProposal[]>();
    for (const each of proposals) {
      if (shapeOf(each.field) !== "text") {
        rows.set(each.field, [...(rows.get(each.field) ?? []), each]);
        continue;
      }
      const control = document.getElementById(controlId([each.field]));
      if (!(control instanceof HTMLInputElement) || typeof each.value !== "string") continue;
      writeText(control, each.value);
      written.current.set(each.field, each.value);
    }
    for (const [field, of] of rows) {
      const list = lists.get(field);
      const held = new Set(list?.held().map(keyOf));
      // Texts of a list are told apart as they are; its rows by what they are rows of.
      const added = of.flatMap(({ value }): Typed[] =>
        typeof value === "string"
          ? [{ text: value }]
          : Array.isArray(value) || held.has(keyOf(value))
            ? []
            : [value],
      );
      if (added.length > 0) list?.append(added);
    }
    setTaken((before) => {
      const fields = new Set(
        proposals.flatMap(({ field }) => (shapeOf(field) === "text" ? [field] : [])),
      );
      // Of a field's choices only the one that stands in it is taken.
      const others = reading?.proposals.filter(({ field }) => fields.has(field)) ?? [];
      const after = new Set([...before].filter((id) => !others.some((other) => other.id === id)));
      for (const { id } of proposals) after.add(id);
      return after;
    });
    setAsking(null);
    changed();
  };

  return {
    area,
    link,
    reading,
    refused,
    waits,
    taken,
    asking,
    typed,
    read: () => void read(),
    /** Takes one; what somebody typed is only replaced by a second press. @returns whether it was taken */
    takeOne: (proposal: ReportProposal): boolean => {
      const there = heldIn(proposal.field);
      const own = written.current.get(proposal.field) === there;
      const replaces = shapeOf(proposal.field) === "text" && there !== "" && !own;
      if (replaces && there !== proposal.value && asking !== proposal.id) {
        setAsking(proposal.id);
        say(`${proposal.label} holds “${there}”. Take it again to replace that.`);
        return false;
      }
      take([proposal]);
      say(`${proposal.label}: ${proposal.said} was taken.`);
      return true;
    },
    /** Takes all that are left and replace nothing. */
    takeAll: () => {
      const left = reading?.proposals.filter(({ id }) => !taken.has(id)) ?? [];
      const all = allToTake(left, heldIn);
      take(all);
      say(`${all.length} were taken. Nothing that you typed was replaced.`);
    },
  };
}

/** What a field that holds one text holds at the moment. */
export function heldIn(field: string): string {
  const control = document.getElementById(controlId([field]));
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement
    ? control.value
    : "";
}

async function ask(
  proposalId: number,
  text: string,
  link: string,
): Promise<ReportReading | { refused: string }> {
  try {
    const answer = await fetch(`/desk/proposals/${proposalId}/report`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text, link }),
    });
    // Whatever the route answers is one of the two.
    return (await answer.json()) as ReportReading | { refused: string };
  } catch {
    return { refused: "There is no connection: the report was not read. It stays in the box." };
  }
}
