import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgainForm } from "@/app/desk/imports/[id]/again-form";
import { CheckedPart } from "@/app/desk/imports/[id]/checked-part";
import { importId } from "@/app/desk/imports/[id]/import-id";
import {
  type ImportParameters,
  importParametersSchema,
} from "@/app/desk/imports/[id]/import-parameters";
import { MappingPart } from "@/app/desk/imports/[id]/mapping-part";
import { RecordsPart } from "@/app/desk/imports/[id]/records-part";
import { SubmittedPart } from "@/app/desk/imports/[id]/submitted-part";
import { TalkPart } from "@/app/desk/imports/[id]/talk-part";
import { discard } from "@/app/desk/imports/import-actions";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { ImportOutcome } from "@/components/desk/imports/import-outcome";
import { ProgressLine } from "@/components/desk/imports/import-progress";
import { ImportReturns } from "@/components/desk/imports/import-returns";
import { Moment } from "@/components/desk/moment";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { type ImportInFull, isUnderWay } from "@/lib/desk/imports/import";
import { draftsOfImport, findImport } from "@/lib/desk/imports/import-queries";
import { IMPORT_STATE_LABELS } from "@/lib/desk/imports/import-state";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";

export const metadata: Metadata = { title: "Import" };

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
  const shown = importParametersSchema.parse(await searchParams);
  const own = found.by.id === person.id;
  return (
    <DeskFrame person={person} section="imports">
      <p className="text-muted text-sm">
        <a href="/desk/imports">Imports</a>
      </p>
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{found.fileName}</h1>
      <p className="mb-6 text-muted">
        {IMPORT_STATE_LABELS[found.state]} · {found.prepared ? "prepared" : "uploaded"} by{" "}
        {own ? "you" : found.by.name}, <Moment at={found.createdAt} />
        {found.state === "submitted" && found.submittedAt !== null && (
          <>
            , handed in <Moment at={found.submittedAt} />
          </>
        )}
        {found.readAs !== "" && ` · read as ${found.readAs}`}
      </p>
      {found.report.apart !== null && (
        <p className="mb-6">
          {found.report.apart.rows.length.toLocaleString("en-GB")}{" "}
          {found.report.apart.rows.length === 1 ? "row that was" : "rows that were"} not ready went
          on as <a href={`/desk/imports/${found.report.apart.importId}`}>an import of their own</a>.
        </p>
      )}
      {found.report.setBack !== null && ["checked", "submitted"].includes(found.state) && (
        <Notice kind="mind" title="It was begun and could not be done">
          <p>{found.report.setBack}</p>
        </Notice>
      )}
      {["checked", "submitted"].includes(found.state) && (
        <ImportReturns returns={found.report.returns} />
      )}
      <State found={found} shown={shown} person={person} own={own} />
      {own && ["mapping", "checking", "checked", "failed"].includes(found.state) && (
        <details className="mt-10">
          <summary className="w-fit py-1 text-muted">
            {found.prepared ? "Discard these changes" : "Discard this file"}
          </summary>
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

interface StateProps {
  found: ImportInFull;
  shown: ImportParameters;
  person: Person;
  own: boolean;
}

async function State({ found, shown, person, own }: StateProps) {
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
  if (state === "mapping")
    return own ? <MappingPart id={id} /> : <p>{found.by.name} still says what its columns are.</p>;
  if (isUnderWay(state)) return <ProgressLine id={id} progress={found} />;
  if (state === "imported")
    return (
      <>
        <ImportOutcome found={found} drafts={await draftsOfImport(database(), id)} />
        {found.publishedIn !== null && <RecordsPart found={found} shown={shown} />}
      </>
    );
  if (state === "discarded") return <p>It was discarded; nothing of it was imported.</p>;
  if (state === "failed")
    return (
      <Notice kind="mind" title="It could not be done">
        <p className="mb-3">{report.failure}</p>
        {own && <AgainForm id={id} again="check" />}
      </Notice>
    );
  const only = await isOnlyReviewer(database(), person);
  return state === "submitted" ? (
    <SubmittedPart {...{ found, shown, person, own, only }} />
  ) : (
    <>
      <CheckedPart {...{ found, shown, own, only }} />
      <TalkPart id={id} />
    </>
  );
}
