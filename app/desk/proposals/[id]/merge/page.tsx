import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import {
  leaveCopy,
  mergeWithCopy,
  mergeWithRecord,
} from "@/app/desk/proposals/[id]/merge/merge-actions";
import { openProposal } from "@/app/desk/proposals/[id]/open-proposal";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { MergeForm } from "@/components/desk/merge-form";
import { MergedList } from "@/components/desk/merged-list";
import { Moment } from "@/components/desk/moment";
import { titleOf } from "@/components/desk/proposal-list";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { idSchema } from "@/lib/desk/proposals/correction";
import { besideCopy, findCopy, movedOn } from "@/lib/desk/proposals/merge-queries";
import { isOpen } from "@/lib/desk/proposals/proposal";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";
import { threeWay } from "@/lib/desk/proposals/three-way";

export const metadata: Metadata = { title: "Merge" };

const parametersSchema = z.object({ copy: idSchema.optional().catch(undefined) });

/** Two revisions of one draft side by side, to be made one. */
export default async function MergePage({
  params,
  searchParams,
}: PageProps<"/desk/proposals/[id]/merge">) {
  const person = await requirePerson("proposal.write");
  const proposal = await openProposal(person, (await params).id);
  const { copy } = parametersSchema.parse(await searchParams);
  return (
    <DeskFrame person={person} section="work">
      <p className="text-muted text-sm [overflow-wrap:anywhere]">
        <a href={`/desk/proposals/${proposal.id}`}>{titleOf(proposal)}</a>
      </p>
      {copy === undefined ? (
        <WithRecord person={person} proposal={proposal} />
      ) : (
        <WithCopy person={person} proposal={proposal} copyId={copy} />
      )}
    </DeskFrame>
  );
}

const RECORD_SIDES = { theirs: "Published now", mine: "In the draft" };

async function WithRecord({ person, proposal }: { person: Person; proposal: ProposalInFull }) {
  const db = database();
  const merge = await movedOn(db, proposal);
  if (merge === null) redirect(`/desk/proposals/${proposal.id}`);
  const { units, undecided } = threeWay(proposal.kind, merge, new Map(), merge.names);
  const settled = units.filter(({ status }) => status !== "conflict");
  const own = proposal.authorId === person.id;
  const mayMerge =
    own &&
    (isOpen(proposal.state) ||
      (proposal.state === "inReview" && (await isOnlyReviewer(db, person))));
  return (
    <>
      <h1 className="font-semibold text-3xl">The record has moved on</h1>
      <p className="mt-2 max-w-prose">
        The draft was written from revision {merge.written.revision}; since then revision{" "}
        {merge.current.revision} was published, in version {merge.current.version}. Nothing of
        either is lost: what only one of them changed is taken from it, and where both changed the
        same thing, its author decides.
      </p>
      {!mayMerge && (
        <Notice kind="know">
          <p>
            {own
              ? "Recall it from review first; then you can merge it here."
              : `${proposal.author?.name ?? "Its author"} can merge it, once it is returned.`}
          </p>
        </Notice>
      )}
      <PageSection
        id="conflicts"
        title={undecided.length === 0 ? "Nothing to decide" : `To decide: ${undecided.length}`}
        note={undecided.length === 0 ? "The two do not contradict each other." : undefined}
      >
        {mayMerge ? (
          <MergeForm
            conflicts={undecided}
            action={mergeWithRecord}
            hidden={{
              proposalId: String(proposal.id),
              saveNumber: String(proposal.saveNumber),
              revision: String(merge.current.revision),
            }}
            sides={RECORD_SIDES}
            base
            submit="Save the draft so merged"
          />
        ) : (
          <ul className="list-disc pl-5">
            {undecided.map(({ path, label, theirs, mine }) => (
              <li key={path} className="[overflow-wrap:anywhere]">
                {label}: published now {theirs ?? "nothing"}; in the draft {mine ?? "nothing"}
              </li>
            ))}
          </ul>
        )}
      </PageSection>
      {settled.length > 0 && (
        <PageSection
          id="settled"
          title="Taken over without asking"
          note="What only one of them changed, or both alike."
        >
          <MergedList units={settled} sides={RECORD_SIDES} />
        </PageSection>
      )}
    </>
  );
}

const COPY_SIDES = { theirs: "In the draft", mine: "In the other copy" };

async function WithCopy({
  person,
  proposal,
  copyId,
}: {
  person: Person;
  proposal: ProposalInFull;
  copyId: number;
}) {
  const db = database();
  const copy = await findCopy(db, person, proposal.id, copyId);
  if (copy === null) notFound();
  const merge = await besideCopy(db, proposal, copy.content);
  const { units, undecided } = threeWay(proposal.kind, merge, new Map(), merge.names);
  const settled = units.filter(({ status }) => status === "mine" || status === "theirs");
  const hidden = { proposalId: String(proposal.id), copySavedAt: copy.savedAt.toISOString() };
  return (
    <>
      <h1 className="font-semibold text-3xl">Typed twice</h1>
      <p className="mt-2 max-w-prose">
        This was typed in another tab or on another machine until <Moment at={copy.savedAt} />,
        after the draft had been saved from elsewhere. Both are kept until you have decided what the
        draft shall say.
      </p>
      {!isOpen(proposal.state) && (
        <Notice kind="mind">
          <p>
            The draft is not open for writing now. Recall it first to take something from the copy.
          </p>
        </Notice>
      )}
      <PageSection
        id="conflicts"
        title={undecided.length === 0 ? "Nothing to decide" : `To decide: ${undecided.length}`}
        note={undecided.length === 0 ? "The two do not contradict each other." : undefined}
      >
        <MergeForm
          conflicts={undecided}
          action={mergeWithCopy}
          hidden={{ ...hidden, saveNumber: String(proposal.saveNumber), copyId: String(copy.id) }}
          sides={COPY_SIDES}
          base={false}
          submit="Save the draft so merged"
        />
      </PageSection>
      {settled.length > 0 && (
        <PageSection id="settled" title="Only in one of them" note="Merging keeps it.">
          <MergedList units={settled} sides={COPY_SIDES} />
        </PageSection>
      )}
      <PageSection
        id="leave"
        title="Keep the draft as it is"
        note="If you need nothing of the other copy. It is archived, not deleted."
      >
        <PlainForm
          id="leave"
          label="Keep the draft as it is"
          action={leaveCopy}
          fields={[]}
          hidden={{ ...hidden, tab: copy.tab }}
          submit="Archive the other copy"
          kind="quiet"
        />
      </PageSection>
    </>
  );
}
