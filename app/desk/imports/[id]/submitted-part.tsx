import { ImpactPart } from "@/app/desk/imports/[id]/impact-part";
import {
  type ImportParameters,
  ON_A_PAGE,
  pageOf,
} from "@/app/desk/imports/[id]/import-parameters";
import { RecordsPart } from "@/app/desk/imports/[id]/records-part";
import { TalkPart } from "@/app/desk/imports/[id]/talk-part";
import { WarningsPart } from "@/app/desk/imports/[id]/warnings-part";
import {
  claim,
  publish,
  release,
  returnToUploader,
  takeBack,
} from "@/app/desk/imports/import-actions";
import { DuplicateRows } from "@/components/desk/imports/duplicate-rows";
import { ImportFacts } from "@/components/desk/imports/import-facts";
import { DecisionForm } from "@/components/desk/ui/decision-form";
import { Notice } from "@/components/desk/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import type { Person } from "@/lib/desk/access/access";
import type { ImportInFull } from "@/lib/desk/imports/import";

interface SubmittedPartProps {
  found: ImportInFull;
  shown: ImportParameters;
  person: Person;
  /** Whether it is theirs who look at it. */
  own: boolean;
  /** Whether nobody else could review it. */
  only: boolean;
}

/** An import that waits to be published: all that is needed to judge it, and the decision. */
export function SubmittedPart({ found, shown, person, own, only }: SubmittedPartProps) {
  const { id, report } = found;
  const { duplicates, choice } = report;
  return (
    <div className="grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <p className="mb-4 lg:hidden">
          <a href="#decision">To the decision</a>
        </p>
        <ImportFacts report={report} />
        <PageSection id="note" title="What it is and where it comes from">
          <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{choice?.note}</p>
          {!found.prepared && (
            <p className="mt-3">
              <a href={`/desk/imports/${id}/file`} download>
                The file as it was uploaded
              </a>
            </p>
          )}
        </PageSection>
        <ImpactPart found={found} person={person} asked={shown.impact === "asked"} />
        <WarningsPart found={found} shown={shown} />
        {duplicates.length > 0 && (
          <PageSection
            id="duplicates"
            title={`Records that may be duplicates: ${duplicates.length.toLocaleString("en-GB")}`}
            note={`${found.by.name} has decided about each, as told below it.`}
          >
            <DuplicateRows
              rows={pageOf(duplicates, shown.duplicates)}
              decisions={null}
              choice={choice}
              apart={report.apart?.rows ?? []}
            />
            <PagesNav
              page={shown.duplicates}
              pages={Math.ceil(duplicates.length / ON_A_PAGE)}
              hrefOf={(number) => `/desk/imports/${id}?duplicates=${number}#duplicates`}
            />
          </PageSection>
        )}
        <RecordsPart found={found} shown={shown} />
        <TalkPart id={id} />
      </div>
      <aside id="decision" aria-label="Decision" className="min-w-0 max-lg:mt-10">
        {(!own || only) && <ClaimPart found={found} person={person} />}
        {(!own || only) && <ReviewerPart found={found} own={own} />}
        {own && <UploaderPart id={id} only={only} />}
      </aside>
    </div>
  );
}

/** Who reviews it, so that two do not read it beside each other. */
function ClaimPart({
  found: { id, reviewer },
  person,
}: Pick<SubmittedPartProps, "found" | "person">) {
  const isMine = reviewer?.id === person.id;
  const who = isMine
    ? "You have claimed this review."
    : `${reviewer?.name} has claimed this review.`;
  return (
    <PageSection id="claim" title="Who reviews it">
      <p className="mb-3">{reviewer === null ? "Nobody has claimed this review." : who}</p>
      <DecisionForm
        id="claiming"
        label={isMine ? "Release" : "Claim"}
        action={isMine ? release : claim}
        hidden={{ id: String(id), takeOverFrom: isMine ? "" : (reviewer?.id ?? "") }}
        submit={isMine ? "Release it" : reviewer === null ? "Claim it" : "Take it over"}
        kind="quiet"
      />
    </PageSection>
  );
}

function ReviewerPart({ found, own }: { found: ImportInFull; own: boolean }) {
  const { id, submittedAt } = found;
  const hidden = { id: String(id), submittedAt: submittedAt?.toISOString() ?? "" };
  return (
    <>
      <PageSection
        id="publish"
        title="Publish"
        note={own ? undefined : "All of it becomes one version of the record, or none of it."}
      >
        {own && (
          <Notice kind="mind" title="It is yours, and you are the only editor">
            <p>
              You may publish it yourself. Its version says then that nobody else has reviewed it.
            </p>
          </Notice>
        )}
        <DecisionForm
          id="publishing"
          label="Publish"
          action={publish}
          hidden={hidden}
          submit="Publish it as one version"
        />
      </PageSection>
      {!own && (
        <PageSection id="return" title="Return it">
          <DecisionForm
            id="returning"
            label="Return"
            action={returnToUploader}
            why={{
              hint: "The uploader reads this, and decides again or discards it.",
              maxLength: 4000,
            }}
            hidden={hidden}
            submit={`Return it to ${found.by.name}`}
            kind="danger"
          />
        </PageSection>
      )}
    </>
  );
}

function UploaderPart({ id, only }: { id: number; only: boolean }) {
  return (
    <PageSection id="own" title="Your import">
      {!only && (
        <p className="mb-3">
          It is your own, so somebody else publishes it: nobody reviews their own.
        </p>
      )}
      <DecisionForm
        id="take-back"
        label="Recall"
        action={takeBack}
        hidden={{ id: String(id) }}
        submit="Recall it to decide again"
        kind="quiet"
      />
    </PageSection>
  );
}
