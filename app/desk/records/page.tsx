import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { FoundRecordList } from "@/components/desk/found-record-list";
import { RecordSearch } from "@/components/desk/record-search";
import { Button } from "@/components/desk/ui/button";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { bulkOptions } from "@/lib/desk/bulk/bulk-change";
import { MOST_TOGETHER } from "@/lib/desk/bulk/bulk-edit";
import { kindSchema } from "@/lib/desk/proposals/correction";
import { findRecords, RECORDS_PAGE } from "@/lib/desk/proposals/record-search-queries";

export const metadata: Metadata = { title: "Records" };

const parametersSchema = z.object({
  kind: kindSchema.catch("incident"),
  q: z.string().trim().max(500).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** What is published, to be corrected. */
export default async function RecordsPage({ searchParams }: PageProps<"/desk/records">) {
  const person = await requirePerson("proposal.write");
  const { kind, q, page } = parametersSchema.parse(await searchParams);
  const { records, count } = await findRecords(database(), kind, q, page);
  const together = may(person, "import.run") && bulkOptions(kind).length > 0;
  // A page past the end counts nothing itself.
  if (count === 0 && page > 1) redirect(`/desk/records?${new URLSearchParams({ kind, q })}`);
  return (
    <DeskFrame person={person} section="records">
      <h1 className="font-semibold text-3xl">Records</h1>
      <p className="mt-2 mb-4 max-w-prose text-muted">
        Everything that is published. Find a record to correct, retract, merge or restore it, see
        which <a href="/desk/sources">links of sources</a> are gone
        {may(person, "import.run") && (
          <>
            , or take back <a href="/desk/publications">a whole publication</a>
          </>
        )}
        .
      </p>
      <RecordSearch action="/desk/records" kind={kind} text={q} />
      <p className="mt-6 text-muted text-sm" role="status">
        {count === 0
          ? ""
          : `${count.toLocaleString("en-GB")} ${count === 1 ? kind : `${kind}s`}${q === "" ? ", those published last first" : " found"}`}
      </p>
      {count === 0 && (
        <EmptyState>
          <p>
            {q === ""
              ? `The record holds no ${kind} yet.`
              : `No ${kind} has a name like “${q}”. Try fewer words, a target or part of a name.`}{" "}
            <a href={`/desk/new/${kind}`}>Begin a new {kind}</a>
          </p>
        </EmptyState>
      )}
      {count > 0 && together ? (
        <form action="/desk/records/bulk" method="get">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="q" value={q} />
          <FoundRecordList kind={kind} records={records} selectable />
          <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button kind="quiet">Edit the selected together</Button>
            {count > 1 && count <= MOST_TOGETHER && (
              <button
                type="submit"
                name="all"
                value="found"
                className="min-h-6 cursor-pointer underline"
              >
                Edit all {count.toLocaleString("en-GB")} together
              </button>
            )}
          </div>
        </form>
      ) : (
        <FoundRecordList kind={kind} records={records} />
      )}
      {count > 0 && may(person, "import.run") && (
        <p className="mt-4 max-w-prose text-muted text-sm">
          Take {q === "" ? "all of them" : "what was found"} out to edit and{" "}
          <a href="/desk/imports">import</a> again:{" "}
          {kind === "incident" && (
            <>
              <a href={`/desk/records/export.csv?${new URLSearchParams({ kind, q })}`}>CSV</a>,{" "}
            </>
          )}
          <a href={`/desk/records/export.json?${new URLSearchParams({ kind, q })}`}>JSON</a>, or{" "}
          <a href="/desk/records/export.json?kind=all">the whole record</a>. What somebody revises
          meanwhile is not overwritten.
        </p>
      )}
      <PagesNav
        page={page}
        pages={Math.ceil(count / RECORDS_PAGE)}
        hrefOf={(number) =>
          `/desk/records?${new URLSearchParams({ kind, q, page: String(number) })}`
        }
      />
    </DeskFrame>
  );
}
