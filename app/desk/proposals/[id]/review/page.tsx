import type { Metadata } from "next";
import { z } from "zod";
import { openProposal } from "@/app/desk/proposals/[id]/open-proposal";
import { CommentsPart } from "@/app/desk/proposals/[id]/review/comments-part";
import { AuthorPart, ReviewerPart } from "@/app/desk/proposals/[id]/review/deciding";
import { ImpactPart } from "@/app/desk/proposals/[id]/review/impact-part";
import { comment } from "@/app/desk/proposals/[id]/review/review-actions";
import { SAID, saids } from "@/app/desk/proposals/[id]/review/said";
import { requirePerson } from "@/app/desk/signed-in";
import { CopyNotices } from "@/components/desk/copy-notices";
import { DeskFrame } from "@/components/desk/desk-frame";
import { DuplicateList } from "@/components/desk/duplicate-list";
import { EventList } from "@/components/desk/event-list";
import { ProblemList } from "@/components/desk/problem-list";
import { ForgetReport } from "@/components/desk/report/forget-report";
import { RestoredReferencesNotice } from "@/components/desk/restored-references-notice";
import { CommentForm } from "@/components/desk/review/comment-form";
import { CommentLinks } from "@/components/desk/review/comment-links";
import { EvidenceLines } from "@/components/desk/review/evidence-lines";
import { MovedOnNotice } from "@/components/desk/review/moved-on-notice";
import { ProposalLead } from "@/components/desk/review/proposal-lead";
import { ProposalStanding } from "@/components/desk/review/proposal-standing";
import { ProposedChange } from "@/components/desk/review/proposed-change";
import { SinceReturnedPart } from "@/components/desk/review/since-returned";
import { Notice } from "@/components/desk/ui/notice";
import { DifferenceTable } from "@/components/histories/difference-table";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { openCopies } from "@/lib/desk/proposals/conflicting-save-queries";
import { takesComments } from "@/lib/desk/proposals/field-comment";
import { commentsOn } from "@/lib/desk/proposals/field-comment-queries";
import { isOpen } from "@/lib/desk/proposals/proposal";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { eventsOf } from "@/lib/desk/proposals/queue-queries";
import { underReview } from "@/lib/desk/proposals/review-queries";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";

import { sinceReturned } from "@/lib/desk/proposals/round-queries";

export const metadata: Metadata = { title: "Review" };

const parametersSchema = z.object({
  said: z.enum(saids).optional().catch(undefined),
  /** The field that somebody means to comment on. */
  on: z.string().max(10_000).optional().catch(undefined),
});

/** A proposal as it is read before it is published, and what was said about it. */
export default async function ReviewPage({
  params,
  searchParams,
}: PageProps<"/desk/proposals/[id]/review">) {
  const person = await requirePerson("proposal.read");
  const proposal = await openProposal(person, (await params).id);
  const { said, on = null } = parametersSchema.parse(await searchParams);
  const db = database();
  const { id, state, author } = proposal;
  const own = author?.id === person.id;
  const [review, events, only, comments, since] = await Promise.all([
    underReview(db, proposal),
    eventsOf(db, id),
    isOnlyReviewer(db, person),
    commentsOn(db, id),
    state === "published" ? null : sinceReturned(db, proposal),
  ]);
  const unresolved = comments.filter((comment) => comment.state === "open");
  const { differences, problems, movedOnTo, slug } = review;
  const mayReview = may(person, "proposal.review");
  return (
    <DeskFrame person={person} section={mayReview ? "queue" : "work"}>
      <ProposalLead proposal={proposal} own={own} mayReview={mayReview} />
      {said !== undefined && (
        <Notice kind="done" live>
          <p>{SAID[said]}</p>
        </Notice>
      )}
      <ProposalStanding proposal={proposal} slug={slug} own={own} />
      <p className="mt-1 lg:hidden">
        <a href="#decision">To the decision and what was said</a>
      </p>
      {own && !isOpen(state) && <ForgetReport personId={person.id} proposalId={id} />}
      {own && <CopyNotices proposalId={id} copies={await openCopies(db, id)} />}
      {movedOnTo !== null && state !== "withdrawn" && (
        <MovedOnNotice proposalId={id} to={movedOnTo} />
      )}
      <RestoredReferencesNotice merging={review.undoes} />
      <div className="mt-6 grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {since !== null && state === "inReview" && <SinceReturnedPart since={since} />}
          <ProposedChange
            proposal={proposal}
            differences={differences}
            beside={({ path, label }) => (
              <>
                <EvidenceLines evidence={review.evidence(path)} path={path} />
                <CommentLinks
                  proposalId={id}
                  path={path}
                  label={label}
                  comments={comments.filter((one) => isAt(one.path, path))}
                  isDiscussed={takesComments(state)}
                />
              </>
            )}
          />
          {review.carried !== null && (
            <PageSection
              id="carried"
              title={`What ${review.carried.title} takes over`}
              note="Published with the merging, as a revision of the record that stays."
            >
              <DifferenceTable differences={review.carried.differences} />
            </PageSection>
          )}
          <CommentsPart person={person} proposal={proposal} comments={comments} on={on} />
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
              <ImpactPart
                person={person}
                identified={review.identified}
                beside={review.carried?.revised ?? null}
              />
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
              unresolved={unresolved}
              wrong={problems.some(({ question }) => question !== true)}
            />
          )}
          {own && state !== "published" && (
            <AuthorPart proposal={proposal} only={only} mayReview={mayReview} />
          )}
          <PageSection id="events" title="Activity">
            <EventList events={events} />
            <CommentForm
              about={{ proposalId: String(id) }}
              comment={comment}
              hint="Its author and all editors read this. “@” and a name tells that person."
            />
          </PageSection>
        </aside>
      </div>
    </DeskFrame>
  );
}

/** Whether a comment is on that field, or on a field of that row. */
function isAt(comment: string, path: string): boolean {
  return comment === path || comment.startsWith(`${path}/`);
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
        <p>No similar incident was found.</p>
      ) : (
        <DuplicateList duplicates={duplicates} mayReview={mayReview} />
      )}
    </PageSection>
  );
}
