import { AgainForm } from "@/app/desk/imports/[id]/again-form";
import { DuplicatesPart } from "@/app/desk/imports/[id]/duplicates-part";
import {
  type ImportParameters,
  ON_A_PAGE,
  pageOf,
} from "@/app/desk/imports/[id]/import-parameters";
import { RecordsPart } from "@/app/desk/imports/[id]/records-part";
import { WarningsPart } from "@/app/desk/imports/[id]/warnings-part";
import { decide, mapTableAgain } from "@/app/desk/imports/import-actions";
import { DecideForm } from "@/components/desk/imports/decide-form";
import { FileProblems } from "@/components/desk/imports/file-problems";
import { ImportFacts } from "@/components/desk/imports/import-facts";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { groupedProblems } from "@/lib/desk/imports/grouped-problems";
import type { ImportInFull } from "@/lib/desk/imports/import";
import { MOST_PROBLEMS } from "@/lib/desk/imports/import";

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
  const { id, rows, report, decisions } = found;
  const { problems, problemCount, duplicates, choice } = report;
  const groups = groupedProblems(problems);
  const ready = rows - report.wrong.length;
  const open = duplicates.filter(({ record }) => decisions[record] === undefined).length;
  return (
    <>
      <ImportFacts report={{ ...report, choice: null }} />
      {problemCount > 0 && (
        <PageSection
          id="problems"
          title={`Problems: ${problemCount.toLocaleString("en-GB")}`}
          note={
            <>
              {found.prepared ? (
                "Discard these changes and prepare them anew. "
              ) : found.mapping === null ? (
                "Put them right in the file and upload it again. "
              ) : (
                <>
                  Say what is missing under <a href="#how-it-is-read">Change how it is read</a>, or
                  go on: rows with a problem become an import of their own, and the others do not
                  wait for them.{" "}
                </>
              )}
              <a href={`/desk/imports/${id}/problems.csv`}>All of them as CSV</a>
              {problemCount > MOST_PROBLEMS &&
                ` (the first ${MOST_PROBLEMS.toLocaleString("en-GB")})`}
            </>
          }
        >
          <FileProblems caption="Problems" problems={pageOf(groups, shown.page)} />
          <PagesNav
            page={shown.page}
            pages={Math.ceil(groups.length / ON_A_PAGE)}
            hrefOf={(number) => `/desk/imports/${id}?page=${number}#problems`}
          />
        </PageSection>
      )}
      <WarningsPart found={found} shown={shown} />
      <RecordsPart found={found} shown={shown} />
      {duplicates.length > 0 && <DuplicatesPart found={found} shown={shown} own={own} />}
      {!own && (
        <p className="mt-10 max-w-prose">
          {found.by.name} {found.prepared ? "prepared" : "uploaded"} it and decides what becomes of
          it.
        </p>
      )}
      {own && rows > 0 && (problemCount === 0 || report.draftable || ready > 0) && (
        <DecideForm
          id={id}
          action={decide}
          records={rows}
          duplicates={open}
          apart={found.mapping === null ? null : report.wrong.length}
          mayPublish={problemCount === 0 || (found.mapping !== null && ready > 0)}
          mayDraft={report.draftable}
          only={only}
          note={choice?.note ?? ""}
        />
      )}
      {own && found.mapping !== null && (
        <details className="mt-10">
          <summary className="w-fit py-1 text-muted">Change how it is read</summary>
          <div id="how-it-is-read" className="mt-2">
            <p className="mb-3 max-w-prose text-sm">
              Its columns and values are shown as they were said; the rows are checked again
              afterwards. What was decided of single rows is kept.
            </p>
            <PlainForm
              id="map-again"
              label="Change how it is read"
              action={mapTableAgain}
              hidden={{ id: String(id) }}
              fields={[]}
              submit="Back to columns and values"
              kind="quiet"
            />
          </div>
        </details>
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
