import type { Metadata } from "next";
import { z } from "zod";
import { openProposal } from "@/app/desk/proposals/[id]/open-proposal";
import { AuthorPart, ReviewerPart } from "@/app/desk/proposals/[id]/review/deciding";
import { ImpactPart } from "@/app/desk/proposals/[id]/review/impact-part";
import { comment } from "@/app/desk/proposals/[id]/review/review-actions";
import { SAID, saids } from "@/app/desk/proposals/[id]/review/said";
import { requirePerson } from "@/app/desk/signed-in";
import { CopyNotices } from "@/components/desk/copy-notices";
import { DeskFrame } from "@/components/desk/desk-frame";
import { DuplicateList } from "@/components/desk/duplicate-list";
import { EventList } from "@/components/desk/event-list";
import { Moment } from "@/components/desk/moment";
import { ProblemList } from "@/components/desk/problem-list";
import { titleOf, whatItIs } from "@/components/desk/proposal-list";
import { RestoredReferencesNotice } from "@/components/desk/restored-references-notice";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { DifferenceTable } from "@/components/histories/difference-table";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { openCopies } from "@/lib/desk/proposals/conflicting-save-queries";
import { isOpen, STATE_LABELS } from "@/lib/desk/proposals/proposal";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { eventsOf } from "@/lib/desk/proposals/queue-queries";
import { publicUrl } from "@/lib/desk/proposals/record-url";
import { underReview } from "@/lib/desk/proposals/review-queries";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";

export const metadata: Metadata = { title: "Review" };

const parametersSchema = z.object({
  said: z.enum(saids).optional().catch(undefined),
});

/** A proposal as it is read before it is published, and what was said about it. */
export default async function ReviewPage({
  params,
  searchParams,
}: PageProps<"/desk/proposals/[id]/review">) {
  const person = await requirePerson("proposal.read");
  const proposal = await openProposal(person, (await params).id);
  const { said } = parametersSchema.parse(await searchParams);
  const db = database();
  const { id, state, author } = proposal;
  const own = author?.id === person.id;
  const [review, events, only] = await Promise.all([
    underReview(db, proposal),
    eventsOf(db, id),
    isOnlyReviewer(db, person),
  ]);
  const { differences, problems, movedOnTo, slug } = review;
  const mayReview = may(person, "proposal.review");
  return (
    <DeskFrame person={person} section={mayReview ? "queue" : "work"}>
      <p className="text-muted text-sm first-letter:uppercase">
        {whatItIs(proposal)}
        {proposal.suggestionId !== null && mayReview && (
          <>
            {" "}
            (<a href={`/desk/suggestions/${proposal.suggestionId}`}>read the suggestion</a>)
          </>
        )}
        , by {own ? "you" : (author?.name ?? "a reader")}
        {proposal.submittedAt !== null && (
          <>
            , submitted <Moment at={proposal.submittedAt} />
          </>
        )}
      </p>
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{titleOf(proposal)}</h1>
      {said !== undefined && (
        <Notice kind="done" live>
          <p>{SAID[said]}</p>
        </Notice>
      )}
      <State proposal={proposal} slug={slug} own={own} />
      <p className="mt-1 lg:hidden">
        <a href="#decision">To the decision and what was said</a>
      </p>
      {own && <CopyNotices proposalId={id} copies={await openCopies(db, id)} />}
      {movedOnTo !== null && state !== "withdrawn" && (
        <Notice kind="mind" title="The record has moved on">
          <p>
            Revision {movedOnTo.revision} was published in version {movedOnTo.version} after this
            was begun. It has to be merged with that before it can be published.{" "}
            <a href={`/desk/proposals/${id}/merge`}>See both side by side</a>
          </p>
        </Notice>
      )}
      <RestoredReferencesNotice merging={review.undoes} />
      <div className="mt-6 grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {proposal.note !== "" && (
            <PageSection id="note" title="Why, in its author’s words">
              <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
                {proposal.note}
              </p>
            </PageSection>
          )}
          <PageSection
            id="differences"
            title={proposal.recordId === null ? "What it says" : "What it changes"}
            note={
              proposal.recordId === null
                ? undefined
                : `Against revision ${proposal.baseRevision}, which it was written from.`
            }
          >
            <DifferenceTable
              differences={differences}
              none="It says what it was written from: nothing is changed."
              marks={proposal.recordId !== null}
            />
          </PageSection>
          {state !== "published" && (
            <PageSection id="checks" title="Checks">
              {problems.length === 0 ? (
                <p>Everything that can be checked by itself is right.</p>
              ) : (
                <ProblemList kind={proposal.kind} problems={problems} />
              )}
            </PageSection>
          )}
          {proposal.kind === "incident" && state !== "published" && (
            <Duplicates proposal={proposal} mayReview={mayReview} />
          )}
          {review.identified !== null && state !== "published" && movedOnTo === null && (
            <div className="mt-10">
              <ImpactPart person={person} identified={review.identified} />
            </div>
          )}
        </div>
        <aside id="decision" aria-label="Decision" className="min-w-0 max-lg:mt-10">
          {state === "inReview" && mayReview && (!own || only) && (
            <ReviewerPart
              person={person}
              proposal={proposal}
              own={own}
              movedOn={movedOnTo !== null}
              wrong={problems.some(({ question }) => question !== true)}
            />
          )}
          {own && state !== "published" && (
            <AuthorPart proposal={proposal} only={only} mayReview={mayReview} />
          )}
          <PageSection id="events" title="Activity">
            <EventList events={events} />
            <div className="mt-4">
              <PlainForm
                id="comment"
                label="Comment"
                action={comment}
                fields={[
                  {
                    name: "text",
                    label: "Comment",
                    hint: "Its author and all editors read this.",
                    type: "area",
                    maxLength: 4000,
                  },
                ]}
                hidden={{ proposalId: String(id) }}
                submit="Comment"
                kind="quiet"
              />
            </div>
          </PageSection>
        </aside>
      </div>
    </DeskFrame>
  );
}

/** What a proposed incident may be the same as. */
async function Duplicates({
  proposal: { id, recordId, content },
  mayReview,
}: {
  proposal: ProposalInFull;
  mayReview: boolean;
}) {
  const duplicates = await findDuplicates(database(), content, recordId, id);
  return (
    <PageSection id="duplicates" title="Possible duplicates">
      {duplicates.length === 0 ? (
        <p>No other incident looks much like it.</p>
      ) : (
        <DuplicateList duplicates={duplicates} mayReview={mayReview} />
      )}
    </PageSection>
  );
}

/** Where it stands, in a sentence, with the ways on. */
function State({
  proposal: { id, kind, state, publishedIn, reviewer, note },
  slug,
  own,
}: {
  proposal: ProposalInFull;
  slug: string | null;
  own: boolean;
}) {
  if (state === "published" && publishedIn !== null) {
    const address = publicUrl(kind, slug);
    return (
      <Notice kind="done" title={`Published in version ${publishedIn}`}>
        <p>
          {address !== null && (
            <>
              <a href={address}>Its public page</a> · <a href={`${address}/history`}>its history</a>{" "}
              ·{" "}
            </>
          )}
          {publishedIn > 1 && (
            <a href={`/changes?from=${publishedIn - 1}&to=${publishedIn}`}>
              what version {publishedIn} changed
            </a>
          )}
          {note === "" && publishedIn <= 1 && address === null && "It is published."}
        </p>
      </Notice>
    );
  }
  return (
    <p className="mt-2">
      It is <strong className="font-semibold">{STATE_LABELS[state]}</strong>
      {state === "inReview" &&
        (reviewer === null ? ", and nobody has claimed it yet" : `, claimed by ${reviewer.name}`)}
      . {own && isOpen(state) && <a href={`/desk/proposals/${id}`}>Go on writing it</a>}
    </p>
  );
}
