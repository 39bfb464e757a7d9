import type { Metadata } from "next";
import { z } from "zod";
import {
  beginCopy,
  beginRestoration,
  beginRetraction,
  beginRevision,
} from "@/app/desk/records/correction-actions";
import { openRecord } from "@/app/desk/records/open-record";
import { requirePerson } from "@/app/desk/signed-in";
import { stopWatching, watchRecord } from "@/app/desk/watching/watching-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { Moment } from "@/components/desk/moment";
import { OpenProposals } from "@/components/desk/open-proposals";
import { RestoredReferencesNotice } from "@/components/desk/restored-references-notice";
import { buttonClass } from "@/components/desk/ui/button";
import { DecisionForm } from "@/components/desk/ui/decision-form";
import { Notice } from "@/components/desk/ui/notice";
import { WatchButton } from "@/components/desk/watching/watch-button";
import { ClaimOnRecord } from "@/components/desk/worklists/claim-on-record";
import { DifferenceTable } from "@/components/histories/difference-table";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/desk/proposals/correction";
import { namesIn } from "@/lib/desk/proposals/name-queries";
import { openProposalsOn } from "@/lib/desk/proposals/queue-queries";
import { type RevisionLine, revisionLines } from "@/lib/desk/proposals/record-history-queries";
import { publicUrl, recordUrl } from "@/lib/desk/proposals/record-url";
import { mergingUndone } from "@/lib/desk/proposals/review-queries";
import { watchOf } from "@/lib/desk/watching/watching-queries";
import { claimsOn } from "@/lib/desk/worklists/worklist-claim-queries";
import { difference } from "@/lib/record/history/difference";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { mergedIntoOf, retractionOf } from "@/lib/record/publishing/entry-parts";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

export const metadata: Metadata = { title: "Record" };

const parametersSchema = z.object({ restore: idSchema.optional().catch(undefined) });

/** What retracting does, and who reads why. */
const RETRACTING: Partial<Record<RecordKind, { what: string; hint: string }>> = {
  service: {
    what: "For an address that only one person uses. Links between incidents may rest on it again.",
    hint: "Readers of its history read this.",
  },
  incident: {
    what: "For what did not happen, or is not a theft. Its page stays, marked, and leaves every total.",
    hint: "Readers of its page read this.",
  },
  figure: {
    what: "For what its publisher withdrew, or never said. It stays where it was shown, marked, and is held against the record no longer.",
    hint: "Readers see this where the figure stood.",
  },
};

type RecordPageProps = PageProps<"/desk/records/[kind]/[slug]">;

/** A published record: what it says, how it came about, and the ways to correct it. */
export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const person = await requirePerson("proposal.write");
  const { kind, record } = await openRecord(await params);
  const { restore } = parametersSchema.parse(await searchParams);
  const db = database();
  const [lines, open, names, watch, claims] = await Promise.all([
    revisionLines(db, kind, record.recordId),
    openProposalsOn(db, kind, record.recordId),
    namesIn(db, [record.entry.record]),
    watchOf(db, person, { kind, recordId: record.recordId }),
    claimsOn(db, kind, [record.recordId]),
  ]);
  const claim = claims.get(record.recordId);
  const address = publicUrl(kind, record.slug);
  const retracting = RETRACTING[kind];
  const hidden = { kind, recordId: String(record.recordId) };
  return (
    <DeskFrame person={person} section="records">
      <p className="text-muted text-sm">
        Published {kind}, revision {record.revision}
      </p>
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{record.title}</h1>
      {address !== null && (
        <p className="mt-1">
          <a href={address}>Its public page</a> · <a href={`${address}/history`}>its history</a>
        </p>
      )}
      <div className="mt-3">
        <WatchButton
          watch={watch}
          watched={hidden}
          name={record.title}
          begin={watchRecord}
          end={stopWatching}
        />
      </div>
      <Status record={record} names={names} />
      <OpenProposals person={person} proposals={open} />
      {claim !== undefined && <ClaimOnRecord claim={claim} readerId={person.id} now={new Date()} />}
      {restore !== undefined && <Restoration kind={kind} record={record} revision={restore} />}
      <PageSection
        id="correct"
        title="Correct it"
        note="Each begins a draft that somebody else reads before it is published. Nothing is ever deleted."
      >
        <div className="space-y-8">
          <DecisionForm
            id="revise"
            label="Revise"
            action={beginRevision}
            hidden={hidden}
            submit="Revise"
          />
          {retracting !== undefined && (
            <div>
              <h3 className="font-semibold">Retract it</h3>
              <p className="mt-1 mb-3 max-w-prose text-muted text-sm">{retracting.what}</p>
              <DecisionForm
                id="retract"
                label="Retract"
                action={beginRetraction}
                why={{
                  hint: retracting.hint,
                  maxLength: 2000,
                }}
                hidden={hidden}
                submit="Draft the retraction"
                kind="danger"
              />
            </div>
          )}
          {kind === "incident" && (
            <div>
              <h3 className="font-semibold">Use it as a template</h3>
              <p className="mt-1 mb-3 max-w-prose text-muted text-sm">
                For another theft from the same target, or of the same kind. The new draft begins
                with the target, its kind, the category, the technique and the chains; everything
                else is the new incident’s own.
              </p>
              <DecisionForm
                id="copy"
                label="Copy"
                action={beginCopy}
                hidden={hidden}
                submit="Copy as a new incident"
                kind="quiet"
              />
            </div>
          )}
          {"mergedInto" in record.entry.record && (
            <p>
              <a href={`${recordUrl(kind, record)}/duplicate`} className={buttonClass("quiet")}>
                Mark as a duplicate of another
              </a>
            </p>
          )}
        </div>
      </PageSection>
      <PageSection id="revisions" title="Revisions">
        <Revisions kind={kind} record={record} lines={lines} />
      </PageSection>
      <PageSection id="content" title="What it says">
        <DifferenceTable
          differences={difference(kind, null, record.entry.record, names)}
          marks={false}
        />
      </PageSection>
    </DeskFrame>
  );
}

function Status({ record, names }: { record: PublishedEntry; names: Record<string, string> }) {
  const { entry } = record;
  const mergedInto = mergedIntoOf(entry);
  const retraction = retractionOf(entry);
  if (mergedInto === null && retraction === null) return null;
  return (
    <Notice kind="mind" title={mergedInto === null ? "Retracted" : "Merged into another"}>
      {retraction !== null && <p className="whitespace-pre-line">{retraction}</p>}
      {mergedInto !== null && (
        <p>
          It turned out to be{" "}
          <a href={`/desk/records/${entry.kind}/${mergedInto}`}>
            {names[mergedInto] ?? mergedInto}
          </a>
          .
        </p>
      )}
    </Notice>
  );
}

function Revisions({
  kind,
  record,
  lines,
}: {
  kind: RecordKind;
  record: PublishedEntry;
  lines: readonly RevisionLine[];
}) {
  const address = recordUrl(kind, record);
  return (
    <ol reversed className="border-rule border-t">
      {lines.map(({ revision, version, publishedAt, note, enteredBy, reviewedBy }) => (
        <li key={revision} className="border-rule border-b py-2 [overflow-wrap:anywhere]">
          Revision {revision}, in version {version}, <Moment at={publishedAt} />
          {enteredBy !== null && (
            <span className="text-muted">
              , by {enteredBy}
              {reviewedBy === null ? ", without a second reviewer" : `, reviewed by ${reviewedBy}`}
            </span>
          )}
          <span className="block text-muted text-sm">{note}</span>
          {revision === record.revision ? (
            <span className="text-sm">This is published now.</span>
          ) : (
            <a href={`${address}?restore=${revision}#restore`} className="text-sm">
              Restore revision {revision}
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What restoring an earlier revision would change, before anything is begun. */
async function Restoration({
  kind,
  record,
  revision,
}: {
  kind: RecordKind;
  record: PublishedEntry;
  revision: number;
}) {
  const db = database();
  const earlier = await publishedEntry(db, kind, record.recordId, revision);
  if (earlier === null || earlier.revision === record.revision) return null;
  const names = await namesIn(db, [record.entry.record, earlier.entry.record]);
  return (
    <PageSection
      id="restore"
      title={`Restore revision ${revision}`}
      note="This is what would change from what is published now."
    >
      <DifferenceTable
        differences={difference(kind, record.entry.record, earlier.entry.record, names)}
        none="It says what is published now."
      />
      <RestoredReferencesNotice merging={await mergingUndone(db, record.recordId, earlier.entry)} />
      <div className="mt-4">
        <DecisionForm
          id="restoration"
          label="Restore"
          action={beginRestoration}
          hidden={{ kind, recordId: String(record.recordId), revision: String(revision) }}
          submit="Draft the restoration"
        />
      </div>
    </PageSection>
  );
}
