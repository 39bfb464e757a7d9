import type { Metadata } from "next";
import { z } from "zod";
import { upload } from "@/app/desk/imports/import-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { ColumnTable } from "@/components/desk/imports/column-table";
import { UploadForm } from "@/components/desk/imports/upload-form";
import { Moment } from "@/components/desk/moment";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { IMPORTS_PAGE, recentImports } from "@/lib/desk/imports/import-queries";
import { IMPORT_STATE_LABELS } from "@/lib/desk/imports/import-state";

export const metadata: Metadata = { title: "Import" };

const parametersSchema = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** Files of records on their way in. */
export default async function ImportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const person = await requirePerson("import.run");
  const { page } = parametersSchema.parse(await searchParams);
  const { imports, count } = await recentImports(database(), page);
  return (
    <DeskFrame person={person} section="imports">
      <h1 className="font-semibold text-3xl">Import</h1>
      <p className="mt-2 max-w-prose text-muted">
        A file is checked first: every problem with its line and field, and every record that may be
        a duplicate. Only then you decide whether it becomes drafts or one version of the record,
        which another editor reads first. It is all of it or nothing.
      </p>
      <PageSection id="upload" title="Check a file">
        <UploadForm action={upload} />
        <p className="mt-4 max-w-prose">
          Any table of thefts will do: you say once what each of its columns is, and that is kept
          for the next file of its source. What is in{" "}
          <a href="/desk/imports/template.csv">the template’s columns</a> is checked at once; so is
          JSON in the dataset’s format: an array of incidents, or an object with lists named
          incidents, targets, actors, figures, knownAddresses and coverage.
        </p>
        <details className="mt-3">
          <summary className="w-fit py-1">How each column is written</summary>
          <ColumnTable />
        </details>
      </PageSection>
      <PageSection id="imports" title="Imports so far">
        {imports.length === 0 ? (
          <EmptyState>Nothing has been imported yet.</EmptyState>
        ) : (
          <ul className="max-w-3xl border-rule border-t">
            {imports.map(({ id, fileName, state, by, createdAt, rows, publishedIn }) => (
              <li key={id} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
                <a href={`/desk/imports/${id}`} className="font-semibold">
                  {fileName}
                </a>
                <span className="block text-muted text-sm">
                  {IMPORT_STATE_LABELS[state]}
                  {publishedIn !== null && ` in version ${publishedIn}`} ·{" "}
                  {rows === 1 ? "1 record" : `${rows.toLocaleString("en-GB")} records`} · {by.name},{" "}
                  <Moment at={createdAt} />
                </span>
              </li>
            ))}
          </ul>
        )}
        <PagesNav
          page={page}
          pages={Math.ceil(count / IMPORTS_PAGE)}
          hrefOf={(number) => `/desk/imports?page=${number}`}
        />
      </PageSection>
    </DeskFrame>
  );
}
