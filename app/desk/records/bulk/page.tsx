import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formOptions } from "@/app/desk/proposals/[id]/form-options";
import { prepareSeveral } from "@/app/desk/records/bulk/bulk-edit-action";
import { requirePerson } from "@/app/desk/signed-in";
import { BulkForm } from "@/components/desk/bulk/bulk-form";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Button } from "@/components/desk/ui/button";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { Field } from "@/components/desk/ui/field";
import { Select } from "@/components/desk/ui/select";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { askedFields, bulkOptions, saysNow, valuesOf } from "@/lib/desk/bulk/bulk-change";
import { bulkOption, counted, LONGEST_WHY, MOST_TOGETHER } from "@/lib/desk/bulk/bulk-edit";
import { allFound, selectedRecords } from "@/lib/desk/bulk/selected-records-queries";
import { idSchema, kindSchema } from "@/lib/desk/proposals/correction";
import { recordUrl } from "@/lib/desk/proposals/record-url";
import { writeTyped } from "@/lib/desk/proposals/typed";

export const metadata: Metadata = { title: "Edit several records" };

const parametersSchema = z.object({
  kind: kindSchema.catch("incident"),
  /** Those that were ticked; or, with `all`, those that a search finds. */
  record: z
    .union([idSchema.transform((id) => [id]), z.array(idSchema).max(MOST_TOGETHER)])
    .catch([]),
  all: z.literal("found").optional().catch(undefined),
  q: z.string().trim().max(500).catch(""),
  change: z.string().max(100).catch(""),
});

/** As many records as are listed; all are counted. */
const SHOWN = 200;

/** Several records, and one change of all of them. */
export default async function BulkEditPage({ searchParams }: PageProps<"/desk/records/bulk">) {
  const person = await requirePerson("import.run");
  const { kind, record, all, q, change } = parametersSchema.parse(await searchParams);
  const db = database();
  const back = `/desk/records?${new URLSearchParams({ kind, q })}`;
  const options = bulkOptions(kind);
  if (options.length === 0) redirect(back);
  const ids = all === "found" ? await allFound(db, kind, q) : record;
  const records = await selectedRecords(db, kind, ids ?? []);
  const option = bulkOption(kind, change);
  const typed = records.map(({ entry }) => writeTyped(entry));
  const values = option === null || option.column === null ? null : valuesOf(typed, option);
  return (
    <DeskFrame person={person} section="records">
      <p className="text-muted text-sm">
        <a href={back}>Records</a>
      </p>
      <h1 className="font-semibold text-3xl">Edit several records</h1>
      {records.length === 0 ? (
        <EmptyState>
          <p>
            {ids === null
              ? `More than ${MOST_TOGETHER.toLocaleString("en-GB")} records were found: so many are changed by a file.`
              : "No record is selected."}{" "}
            <a href={back}>Select some</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p className="mt-2 mb-6 max-w-prose text-muted">
            One change of all of them, which another editor reads, published as one version. What it
            does to totals is shown before it is handed in.
          </p>
          <form method="get" className="mb-6 flex max-w-xl flex-wrap items-end gap-3">
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="q" value={q} />
            {all === "found" ? (
              <input type="hidden" name="all" value="found" />
            ) : (
              records.map(({ recordId }) => (
                <input key={recordId} type="hidden" name="record" value={recordId} />
              ))
            )}
            <div className="min-w-0 flex-1 basis-60">
              <Field id="change" label={`What is to change of ${counted(records.length, kind)}`}>
                {(wired) => (
                  <Select
                    {...wired}
                    name="change"
                    defaultValue={option?.name ?? ""}
                    nothing="Choose …"
                    options={options.map(({ name, label }) => ({ value: name, label }))}
                  />
                )}
              </Field>
            </div>
            <Button kind={option === null ? "primary" : "quiet"}>
              {option === null ? "Continue" : "Change this instead"}
            </Button>
          </form>
          {option !== null && (
            <PageSection id="what" title={option.label}>
              {values !== null && values.length === 0 ? (
                <EmptyState>None of these records has such a row.</EmptyState>
              ) : (
                <BulkForm
                  key={option.name}
                  action={prepareSeveral}
                  hidden={{
                    kind,
                    change: option.name,
                    records: records.map(({ recordId }) => recordId).join(" "),
                  }}
                  from={values === null ? null : { label: option.column?.label ?? "", values }}
                  fields={askedFields(option)}
                  options={await formOptions(db, kind)}
                  longestWhy={LONGEST_WHY}
                  submit={`Prepare the change of ${counted(records.length, kind)}`}
                />
              )}
            </PageSection>
          )}
          <PageSection
            id="selected"
            title={`Selected: ${counted(records.length, kind)}`}
            {...(option === null ? {} : { note: "With what each says now." })}
          >
            <ul className="border-rule border-t">
              {records.slice(0, SHOWN).map((each, place) => (
                <li
                  key={each.recordId}
                  className="border-rule border-b py-2 [overflow-wrap:anywhere]"
                >
                  <a href={recordUrl(kind, each)}>{each.title}</a>
                  {option !== null && (
                    <span className="block text-muted text-sm">
                      {saysNow(typed[place] ?? {}, option) || "says nothing of it"}
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {records.length > SHOWN && (
              <p className="mt-2 text-muted">
                … and {(records.length - SHOWN).toLocaleString("en-GB")} more.
              </p>
            )}
          </PageSection>
        </>
      )}
    </DeskFrame>
  );
}
