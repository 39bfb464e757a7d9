import {
  answer,
  commentField,
  correct,
  decline,
  openAgain,
  resolve,
  take,
  undo,
} from "@/app/desk/proposals/[id]/review/comment-actions";
import { rowForm } from "@/app/desk/proposals/[id]/review/row-form";
import { shownRowChange } from "@/app/desk/proposals/[id]/shown-row-change";
import { CommentOnField } from "@/components/desk/review/comment-on-field";
import { FieldCommentList } from "@/components/desk/review/field-comment-list";
import { PlaceChooser } from "@/components/desk/review/place-chooser";
import { Notice } from "@/components/desk/ui/notice";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { may, type Person } from "@/lib/desk/access/access";
import { takesComments } from "@/lib/desk/proposals/field-comment";
import type { FieldCommentInFull } from "@/lib/desk/proposals/field-comment-queries";
import { placeFinder, placesIn } from "@/lib/desk/proposals/field-place";
import { isOpen } from "@/lib/desk/proposals/proposal";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";

interface CommentsPartProps {
  person: Person;
  proposal: ProposalInFull;
  comments: readonly FieldCommentInFull[];
  /** The path of the field that somebody chose to speak about; null where they chose none. */
  on: string | null;
}

/** What was said about single fields of a proposal, and the form to say something about one. */
export async function CommentsPart({ person, proposal, comments, on }: CommentsPartProps) {
  const { id, kind, content, state, authorId, reviewer, saveNumber } = proposal;
  const find = placeFinder(kind, content);
  const isDiscussed = takesComments(state);
  const own = authorId === person.id;
  const chosen = on === null || !isDiscussed ? null : find(on);
  const waiting = comments.filter((comment) => comment.state === "open").length;
  if (comments.length === 0 && !isDiscussed) return null;
  return (
    <PageSection
      id="comments"
      title={waiting === 0 ? "Comments on fields" : `Comments on fields: ${waiting} not resolved`}
    >
      {on !== null && chosen === null && isDiscussed && (
        <Notice kind="mind">
          <p>It has no such field any more. Choose one below.</p>
        </Notice>
      )}
      {chosen !== null && (
        <CommentOnField
          proposal={{ id, saveNumber }}
          place={{ ...chosen, isSingle: chosen.field !== null }}
          maySuggest={!own}
          row={own ? null : await rowForm(database(), kind, content, chosen)}
          mayCorrect={
            !own &&
            state === "inReview" &&
            may(person, "proposal.review") &&
            (reviewer === null || reviewer.id === person.id)
          }
          comment={commentField}
          correct={correct}
        />
      )}
      {comments.length === 0 ? (
        <p className="text-muted">None yet.</p>
      ) : (
        <FieldCommentList
          comments={comments.map((comment) => ({
            ...comment,
            saysNow: find(comment.path)?.said ?? null,
            row: shownRowChange(kind, comment),
          }))}
          proposal={{ id, saveNumber }}
          isDiscussed={isDiscussed}
          mayTake={own && isOpen(state) && may(person, "proposal.write")}
          actions={{ answer, resolve, openAgain, take, decline, undo }}
        />
      )}
      {isDiscussed && <PlaceChooser proposalId={id} places={placesIn(kind, content)} />}
    </PageSection>
  );
}
