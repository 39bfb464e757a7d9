import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { begin } from "@/app/desk/new/[kind]/new-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { type FieldSpec, PlainForm } from "@/components/desk/ui/plain-form";
import { database } from "@/lib/db/client";
import { COVERAGE_ID } from "@/lib/record/coverage/coverage";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";

export const metadata: Metadata = { title: "New" };

const kindSchema = z.enum(RECORD_KINDS);
const text = z.string().max(200).optional().catch(undefined);
const parametersSchema = z.object({ name: text });

const TITLES: Record<RecordKind, string> = {
  incident: "A new incident",
  target: "A new target",
  service: "A new service",
  coverage: "The coverage",
  actor: "A new actor",
  figure: "A new published figure",
};

/** Begins a draft: a few words that name it, and the form opens. */
export default async function NewPage({ params, searchParams }: PageProps<"/desk/new/[kind]">) {
  const person = await requirePerson("proposal.write");
  const kind = kindSchema.safeParse((await params).kind);
  if (!kind.success) notFound();
  // There is one statement of the coverage, which is revised.
  if (
    kind.data === "coverage" &&
    (await publishedEntry(database(), "coverage", COVERAGE_ID)) !== null
  )
    redirect(`/desk/records/coverage/${COVERAGE_ID}`);
  const { name } = parametersSchema.parse(await searchParams);
  return (
    <DeskFrame person={person} section="work">
      <h1 className="font-semibold text-3xl">{TITLES[kind.data]}</h1>
      <p className="mt-2 mb-4 max-w-prose text-muted">
        This begins a draft that only you {person.role === "contributor" ? "and editors " : ""}see.
        Everything can be changed in the form that follows, where it is saved as you type.
      </p>
      <PlainForm
        id="new"
        label={TITLES[kind.data]}
        action={begin}
        hidden={{ kind: kind.data }}
        fields={fieldsFor(kind.data, name)}
        submit="Start the draft"
      />
    </DeskFrame>
  );
}

function fieldsFor(kind: RecordKind, name = ""): FieldSpec[] {
  const shared = { optional: true, maxLength: 2000 };
  if (kind === "incident")
    return [
      { name: "target", label: "Target", hint: "Who was robbed", ...shared },
      { name: "occurredOn", label: "Day", hint: "As in Sept 12th, 2023 or 2023-09", ...shared },
    ];
  if (kind === "service")
    return [
      { name: "label", label: "What it is", initial: name, ...shared },
      { name: "address", label: "Address", ...shared },
    ];
  if (kind === "coverage") return [{ name: "coveredThrough", label: "Covered through", ...shared }];
  if (kind === "actor" || kind === "target")
    return [{ name: "name", label: "Name", initial: name, ...shared }];
  return [
    { name: "publisher", label: "Publisher", ...shared },
    { name: "title", label: "Title", ...shared },
  ];
}
