import { reopen } from "@/app/desk/proposals/[id]/proposal-actions";
import {
  claim,
  publish,
  release,
  returnToAuthor,
  takeBack,
  withdraw,
} from "@/app/desk/proposals/[id]/review/review-actions";
import { DecisionForm } from "@/components/desk/ui/decision-form";
import { Notice } from "@/components/desk/ui/notice";
import { type FieldSpec, PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import type { Person } from "@/lib/desk/access/access";
import { type UnresolvedComment, unresolvedText } from "@/lib/desk/proposals/field-comment";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";

interface ReviewerPartProps {
  person: Person;
  proposal: ProposalInFull;
  /** Whether they wrote it themselves: then nobody else could review it. */
  own: boolean;
  movedOn: boolean;
  /** Whether something in it keeps it from being published. */
  wrong: boolean;
  /** The comments on its fields that nobody has settled. */
  unresolved: readonly UnresolvedComment[];
}

/** What a reviewer can do about a proposal. */
export function ReviewerPart(props: ReviewerPartProps) {
  const { person, proposal, own, movedOn, wrong, unresolved } = props;
  const { id, reviewer, saveNumber, note } = proposal;
  const hidden = { proposalId: String(id), saveNumber: String(saveNumber) };
  const others = reviewer !== null && reviewer.id !== person.id;
  return (
    <>
      <PageSection id="claim" title="The review">
        {own && (
          <Notice kind="mind" title="You wrote it, and you are the only editor">
            <p>
              You may publish it yourself. Its version and its history say then that nobody else has
              reviewed it.
            </p>
          </Notice>
        )}
        {reviewer === null && !own && (
          <DecisionForm
            id="claim"
            label="Claim"
            action={claim}
            hidden={hidden}
            submit="Claim this review"
            kind="quiet"
          />
        )}
        {others && (
          <>
            <p className="mb-3">
              {reviewer.name} has claimed this review. To publish or return it you have to take it
              over, after a word with them.
            </p>
            <DecisionForm
              id="take-over"
              label="Take over"
              action={claim}
              hidden={{ ...hidden, takeOverFrom: reviewer.id }}
              submit={`Take it over from ${reviewer.name}`}
              kind="quiet"
            />
          </>
        )}
        {reviewer?.id === person.id && !own && (
          <DecisionForm
            id="release"
            label="Release"
            action={release}
            hidden={hidden}
            submit="Release it to others"
            kind="quiet"
          />
        )}
      </PageSection>
      {!others && (
        <PageSection id="publish" title="Publish">
          {movedOn || wrong ? (
            <p>
              {movedOn
                ? "It cannot be published before it is merged with what was published since."
                : "It cannot be published while something in it is wrong; see the checks."}
            </p>
          ) : (
            <PlainForm
              id="publishing"
              label="Publish"
              action={publish}
              fields={[
                {
                  name: "note",
                  label: "What it changes and why",
                  hint: "Readers see this in the history.",
                  type: "area",
                  initial: note,
                  maxLength: 2000,
                  optional: true,
                },
                ...confirmed(unresolved),
              ]}
              hidden={hidden}
              submit="Publish"
            />
          )}
        </PageSection>
      )}
      {!others && !own && (
        <PageSection id="return" title="Return it">
          <DecisionForm
            id="returning"
            label="Return"
            action={returnToAuthor}
            why={{
              hint: "The author reads this, corrects it and submits it again.",
              maxLength: 4000,
              initial: movedOn
                ? "The record has been published again since you began. Please merge your draft with it."
                : "",
            }}
            hidden={hidden}
            submit="Return to the author"
            kind="danger"
          />
        </PageSection>
      )}
    </>
  );
}

/** Asks whether it shall be published although comments wait, naming them; nothing where none do. */
function confirmed(unresolved: readonly UnresolvedComment[]): FieldSpec[] {
  if (unresolved.length === 0) return [];
  return [
    {
      name: "despite",
      label: "Publish it all the same",
      hint: unresolvedText(unresolved),
      type: "check",
      value: unresolved.map(({ id }) => id).join(","),
    },
  ];
}

interface AuthorPartProps {
  proposal: ProposalInFull;
  /** Whether nobody else could review it. */
  only: boolean;
  mayReview: boolean;
}

/** What its author can do about a proposal. */
export function AuthorPart({ proposal: { id, state }, only, mayReview }: AuthorPartProps) {
  const hidden = { proposalId: String(id) };
  return (
    <PageSection id="own" title="Your proposal">
      {state === "inReview" && !only && (
        <p className="mb-3">
          {mayReview
            ? "You wrote it, so somebody else reviews it: nobody reviews their own."
            : "An editor reads it before it is published."}
        </p>
      )}
      {state === "inReview" && (
        <DecisionForm
          id="take-back"
          label="Recall"
          action={takeBack}
          hidden={hidden}
          submit="Recall it to keep writing"
          kind="quiet"
        />
      )}
      {state === "withdrawn" && (
        <DecisionForm
          id="reopen"
          label="Reopen it"
          action={reopen}
          hidden={hidden}
          submit="Reopen it"
          kind="quiet"
        />
      )}
      <details className="mt-4" hidden={state === "withdrawn"}>
        <summary className="font-semibold">Withdraw it</summary>
        <div className="mt-3">
          <DecisionForm
            id="withdraw"
            label="Withdraw"
            action={withdraw}
            why={{
              hint: "It stays readable, with the reason; you can reopen it.",
              maxLength: 2000,
            }}
            hidden={hidden}
            submit="Withdraw"
            kind="danger"
          />
        </div>
      </details>
    </PageSection>
  );
}
