import { AgainForm } from "@/app/desk/imports/[id]/again-form";
import {
  type ImportParameters,
  ON_A_PAGE,
  pageOf,
} from "@/app/desk/imports/[id]/import-parameters";
import { RecordsPart } from "@/app/desk/imports/[id]/records-part";
import { WarningsPart } from "@/app/desk/imports/[id]/warnings-part";
import { decide } from "@/app/desk/imports/import-actions";
import { DecideForm } from "@/components/desk/imports/decide-form";
import { DuplicateRows } from "@/components/desk/imports/duplicate-rows";
import { FileProblems } from "@/components/desk/imports/file-problems";
import { ImportFacts } from "@/components/desk/imports/import-facts";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import type { ImportInFull } from "@/lib/desk/imports/import";
import { MOST_CHOSEN, MOST_PROBLEMS } from "@/lib/desk/imports/import";

interface CheckedPartProps {
  found: ImportInFull;
  shown: ImportParameters;
  /** Whether it is theirs who look at it. */
  own: boolean;
  /** Whether nobody else could review it. */
  only: boolean;
}

/** What was found in a file; for who uploaded it, also what is to become of it. */
export function CheckedPart({ found, shown, own, only }: CheckedPartProps) {
  const { id, rows, report } = found;
  const { problems, problemCount, duplicates, choice } = report;
  const choosable = duplicates.length <= MOST_CHOSEN && own;
  const perPage = choosable ? MOST_CHOSEN : ON_A_PAGE;
  const list = (
    <>
      <DuplicateRows
        rows={pageOf(duplicates, shown.duplicates, perPage)}
        choosable={choosable}
        leftOut={null}
      />
      <PagesNav
        page={shown.duplicates}
        pages={Math.ceil(duplicates.length / perPage)}
        hrefOf={(number) => `/desk/imports/${id}?duplicates=${number}#duplicates`}
      />
    </>
  );
  return (
    <>
      <ImportFacts report={{ ...report, choice: null }} />
      {problemCount > 0 && (
        <PageSection
          id="problems"
          title={`Problems: ${problemCount.toLocaleString("en-GB")}`}
          note={
            <>
              {found.prepared
                ? "Discard these changes and prepare them anew. "
                : "Put them right in the file and upload it again. "}
              <a href={`/desk/imports/${id}/problems.csv`}>All of them as CSV</a>
              {problemCount > MOST_PROBLEMS &&
                ` (the first ${MOST_PROBLEMS.toLocaleString("en-GB")})`}
            </>
          }
        >
          <FileProblems caption="Problems" problems={pageOf(problems, shown.page)} />
          <PagesNav
            page={shown.page}
            pages={Math.ceil(problems.length / ON_A_PAGE)}
            hrefOf={(number) => `/desk/imports/${id}?page=${number}#problems`}
          />
        </PageSection>
      )}
      <WarningsPart found={found} shown={shown} />
      <RecordsPart found={found} shown={shown} />
      {!own && (
        <>
          {duplicates.length > 0 && (
            <PageSection
              id="duplicates"
              title={`Records that may be duplicates: ${duplicates.length.toLocaleString("en-GB")}`}
            >
              {list}
            </PageSection>
          )}
          <p className="mt-10 max-w-prose">
            {found.by.name} {found.prepared ? "prepared" : "uploaded"} it and decides what becomes
            of it.
          </p>
        </>
      )}
      {own && rows > 0 && (problemCount === 0 || report.draftable) && (
        <DecideForm
          id={id}
          action={decide}
          records={rows}
          duplicates={duplicates.length}
          choosable={choosable}
          mayPublish={problemCount === 0}
          mayDraft={report.draftable}
          only={only}
          note={choice?.note ?? ""}
        >
          {list}
        </DecideForm>
      )}
      {own && (
        <details className="mt-10">
          <summary className="w-fit py-1 text-muted">Check it again</summary>
          <div className="mt-2">
            <p className="mb-3 max-w-prose text-sm">
              Against the record as it is now; somebody may have published since.
            </p>
            <AgainForm id={id} again="check" />
          </div>
        </details>
      )}
    </>
  );
}
