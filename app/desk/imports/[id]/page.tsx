import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { importId } from "@/app/desk/imports/[id]/import-id";
import { checkAgain, decide, discard, startAgain } from "@/app/desk/imports/import-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { DecideForm } from "@/components/desk/imports/decide-form";
import { DuplicateRows } from "@/components/desk/imports/duplicate-rows";
import { FileProblems } from "@/components/desk/imports/file-problems";
import { ImportOutcome } from "@/components/desk/imports/import-outcome";
import { ProgressLine } from "@/components/desk/imports/import-progress";
import { Moment } from "@/components/desk/moment";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { Fact, FactList } from "@/components/ui/fact-list";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { database } from "@/lib/db/client";
import { isUnderWay, MOST_CHOSEN, MOST_PROBLEMS } from "@/lib/imports/import";
import { draftsOfImport, findImport, type ImportInFull } from "@/lib/imports/import-queries";
import { IMPORT_STATE_WORDS } from "@/lib/imports/import-state";

export const metadata: Metadata = { title: "Import" };

/** Problems, and records that look like duplicates, on one page. */
const ON_A_PAGE = 100;

const page = z.coerce.number().int().min(1).max(100_000).catch(1);
const parametersSchema = z.object({ page, doubts: page, duplicates: page });
type Shown = z.infer<typeof parametersSchema>;

interface Asked {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One import: how far it is, what was found, and what becomes of it. */
export default async function ImportPage({ params, searchParams }: Asked) {
  const person = await requirePerson("import.run");
  const id = importId((await params).id);
  const found = id === null ? null : await findImport(database(), id);
  if (found === null) notFound();
  const shown = parametersSchema.parse(await searchParams);
  return (
    <DeskFrame person={person} section="imports">
      <p className="text-muted text-sm">
        <a href="/desk/imports">Imports</a>
      </p>
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{found.fileName}</h1>
      <p className="mb-6 text-muted">
        {IMPORT_STATE_WORDS[found.state]} · uploaded by {found.by}, <Moment at={found.createdAt} />
      </p>
      <State found={found} shown={shown} />
      {["checking", "checked", "failed"].includes(found.state) && (
        <details className="mt-10">
          <summary className="w-fit py-1 text-muted">Let go of this file</summary>
          <div className="mt-2">
            <PlainForm
              id="discard"
              label="Discard"
              action={discard}
              hidden={{ id: String(found.id) }}
              fields={[]}
              submit="Discard it"
              kind="danger"
            />
          </div>
        </details>
      )}
    </DeskFrame>
  );
}

async function State({ found, shown }: { found: ImportInFull; shown: Shown }) {
  const { id, state, report, cutOff } = found;
  if (cutOff)
    return (
      <Notice kind="mind" title="It was cut off">
        <p className="mb-3">
          Whatever ran it has ended before it was done; nothing was stored by half. It can be begun
          again from the file.
        </p>
        <AgainForm id={id} again="start" />
      </Notice>
    );
  if (isUnderWay(state)) return <ProgressLine id={id} progress={found} />;
  if (state === "imported")
    return (
      <ImportOutcome
        report={report}
        publishedIn={found.publishedIn}
        drafts={await draftsOfImport(database(), id)}
      />
    );
  if (state === "discarded") return <p>This file was let go of; nothing of it was imported.</p>;
  if (state === "failed")
    return (
      <Notice kind="mind" title="It could not be done">
        <p className="mb-3">{report.failure}</p>
        <AgainForm id={id} again="check" />
      </Notice>
    );
  return <Checked found={found} shown={shown} />;
}

function AgainForm({ id, again }: { id: number; again: "start" | "check" }) {
  return (
    <PlainForm
      id="again"
      label={again === "start" ? "Begin again" : "Check again"}
      action={again === "start" ? startAgain : checkAgain}
      hidden={{ id: String(id) }}
      fields={[]}
      submit={again === "start" ? "Begin it again" : "Check it again"}
      kind="quiet"
    />
  );
}

function Checked({ found, shown }: { found: ImportInFull; shown: Shown }) {
  const { id, rows, report } = found;
  const { counts, problems, problemCount, doubts, doubtCount, duplicates } = report;
  const choosable = duplicates.length <= MOST_CHOSEN;
  const perPage = choosable ? MOST_CHOSEN : ON_A_PAGE;
  return (
    <>
      <FactList>
        <Fact label="Incidents">{counts.incidents.toLocaleString("en-GB")}</Fact>
        {(["actors", "figures", "knownAddresses"] as const).map(
          (list) =>
            counts[list] > 0 && (
              <Fact key={list} label={LIST_WORDS[list]}>
                {counts[list].toLocaleString("en-GB")}
              </Fact>
            ),
        )}
        <Fact label="In the record already, by their slug">
          {report.revised.toLocaleString("en-GB")}
        </Fact>
        <Fact label="Problems">{problemCount.toLocaleString("en-GB")}</Fact>
        <Fact label="May be duplicates">{duplicates.length.toLocaleString("en-GB")}</Fact>
      </FactList>
      {problemCount > 0 && (
        <PageSection
          id="problems"
          title={`Problems: ${problemCount.toLocaleString("en-GB")}`}
          note={
            <>
              Put them right in the file and upload it again.{" "}
              <a href={`/desk/imports/${id}/problems.csv`}>All of them as CSV</a>
              {problemCount > MOST_PROBLEMS &&
                ` (the first ${MOST_PROBLEMS.toLocaleString("en-GB")})`}
            </>
          }
        >
          <FileProblems
            caption="Problems"
            problems={problems.slice((shown.page - 1) * ON_A_PAGE, shown.page * ON_A_PAGE)}
          />
          <PagesNav
            page={shown.page}
            pages={Math.ceil(problems.length / ON_A_PAGE)}
            hrefOf={(number) => `/desk/imports/${id}?page=${number}#problems`}
          />
        </PageSection>
      )}
      {doubtCount > 0 && (
        <PageSection
          id="doubts"
          title={`To look at: ${doubtCount.toLocaleString("en-GB")}`}
          note="Doubts only: they hold nothing up."
        >
          <FileProblems
            caption="Doubts"
            problems={doubts.slice((shown.doubts - 1) * ON_A_PAGE, shown.doubts * ON_A_PAGE)}
          />
          <PagesNav
            page={shown.doubts}
            pages={Math.ceil(doubts.length / ON_A_PAGE)}
            hrefOf={(number) => `/desk/imports/${id}?doubts=${number}#doubts`}
          />
        </PageSection>
      )}
      {rows > 0 && (problemCount === 0 || report.draftable) ? (
        <DecideForm
          id={id}
          action={decide}
          records={rows}
          duplicates={duplicates.length}
          choosable={choosable}
          mayPublish={problemCount === 0}
          mayDraft={report.draftable}
        >
          <DuplicateRows
            rows={duplicates.slice((shown.duplicates - 1) * perPage, shown.duplicates * perPage)}
            choosable={choosable}
          />
          <PagesNav
            page={shown.duplicates}
            pages={Math.ceil(duplicates.length / perPage)}
            hrefOf={(number) => `/desk/imports/${id}?duplicates=${number}#duplicates`}
          />
        </DecideForm>
      ) : null}
      <details className="mt-10">
        <summary className="w-fit py-1 text-muted">Check it again</summary>
        <div className="mt-2">
          <p className="mb-3 max-w-prose text-sm">
            Against the record as it stands now; somebody may have published since.
          </p>
          <AgainForm id={id} again="check" />
        </div>
      </details>
    </>
  );
}

const LIST_WORDS = {
  actors: "Actors",
  figures: "Figures of others",
  knownAddresses: "Known addresses",
};
