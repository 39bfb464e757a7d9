import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formOptions } from "@/app/desk/proposals/[id]/form-options";
import { openProposal } from "@/app/desk/proposals/[id]/open-proposal";
import {
  createNamed,
  lookUpPasted,
  settleFromForm,
} from "@/app/desk/proposals/[id]/proposal-actions";
import { shownRowChange } from "@/app/desk/proposals/[id]/shown-row-change";
import { requirePerson } from "@/app/desk/signed-in";
import { CopyNotices } from "@/components/desk/copy-notices";
import { DeskFrame } from "@/components/desk/desk-frame";
import { DuplicateNotes } from "@/components/desk/duplicate-notes";
import type { FormComment } from "@/components/desk/form/form-comment";
import { RecordForm } from "@/components/desk/form/record-form";
import { titleOf, whatItIs } from "@/components/desk/proposal-list";
import { SectionNav } from "@/components/desk/section-nav";
import { Notice } from "@/components/desk/ui/notice";
import { database } from "@/lib/db/client";
import { may, type Person } from "@/lib/desk/access/access";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { openCopies } from "@/lib/desk/proposals/conflicting-save-queries";
import { commentsOn } from "@/lib/desk/proposals/field-comment-queries";
import { placeFinder } from "@/lib/desk/proposals/field-place";
import { movedOn } from "@/lib/desk/proposals/merge-queries";
import { isOpen } from "@/lib/desk/proposals/proposal";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { eventsOf } from "@/lib/desk/proposals/queue-queries";

export const metadata: Metadata = { title: "Draft" };

const text = z.string().max(2000).optional().catch(undefined);
const parametersSchema = z.object({
  check: text,
  add: text,
  pasted: text,
  said: text,
  settled: text,
});
type Parameters = z.infer<typeof parametersSchema>;

/** The form of a proposal, for its author while it is open; whoever else may read it is led to its review. */
export default async function ProposalPage({
  params,
  searchParams,
}: PageProps<"/desk/proposals/[id]">) {
  const person = await requirePerson("proposal.read");
  const proposal = await openProposal(person, (await params).id);
  const writing =
    isOpen(proposal.state) && proposal.authorId === person.id && may(person, "proposal.write");
  if (!writing) redirect(`/desk/proposals/${proposal.id}/review`);
  return (
    <DeskFrame person={person} section="work">
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{titleOf(proposal)}</h1>
      <p className="mb-4 text-muted first-letter:uppercase">
        {whatItIs(proposal)}
        {proposal.suggestionId !== null && may(person, "suggestion.answer") && (
          <>
            : <a href={`/desk/suggestions/${proposal.suggestionId}`}>what the reader sent</a>
          </>
        )}
      </p>
      <Writing
        person={person}
        proposal={proposal}
        asked={parametersSchema.parse(await searchParams)}
      />
    </DeskFrame>
  );
}

interface WritingProps {
  person: Person;
  proposal: ProposalInFull;
  asked: Parameters;
}

async function Writing({ person, proposal, asked }: WritingProps) {
  const db = database();
  const { id, kind, recordId, content, note } = proposal;
  const revises = recordId !== null;
  const problems = asked.check === undefined ? null : await checkTyped(db, proposal);
  const options = await formOptions(db, kind);
  return (
    <>
      {asked.settled !== undefined && (
        <Notice kind="know" live>
          <p>{asked.settled}</p>
        </Notice>
      )}
      <Notices proposal={proposal} />
      <RecordForm
        kind={kind}
        proposalId={id}
        personId={person.id}
        revises={revises}
        content={content}
        note={note}
        saveNumber={proposal.saveNumber}
        savedAt={proposal.savedAt.toISOString()}
        options={options}
        createNamed={createNamed}
        lookUp={lookUpPasted}
        problems={problems}
        pasteSaid={
          asked.pasted !== undefined && asked.said !== undefined
            ? { list: asked.pasted, words: asked.said }
            : null
        }
        added={asked.add ?? null}
        comments={await waitingComments(proposal)}
        settle={settleFromForm}
      >
        <SectionNav kind={kind} revises={revises} />
        {kind === "incident" && (
          <div className="mt-6">
            <DuplicateNotes
              proposalId={id}
              duplicates={await findDuplicates(db, content, recordId, id)}
              mayReview={may(person, "proposal.review")}
            />
          </div>
        )}
      </RecordForm>
      <p className="mt-10 text-sm">
        <a href={`/desk/proposals/${id}/review`}>Activity on this draft</a>; there it can be
        withdrawn, too.
      </p>
    </>
  );
}

/** The comments on its fields that wait, and what was taken with the last save, each where its field stands in the form. */
async function waitingComments({
  id,
  kind,
  content,
  savedAt,
}: ProposalInFull): Promise<FormComment[]> {
  const find = placeFinder(kind, content);
  const comments = await commentsOn(database(), id);
  return comments.flatMap((comment): FormComment[] => {
    const { id: commentId, path, label, by, text, said, suggested, state, settledAt } = comment;
    const isTaken = state === "taken" && settledAt !== null && settledAt >= savedAt;
    if (state !== "open" && !isTaken) return [];
    const place = find(path);
    const at = place?.typedPath ?? [path.split("/", 1)[0] ?? path];
    const saysNow = place?.said ?? null;
    const row = shownRowChange(kind, comment);
    return [
      { id: commentId, at, label, by: by.name, text, said, saysNow, suggested, row, isTaken },
    ];
  });
}

/**
 * What its author should know before typing: why it came back, which saves are in conflict, what was published
 * meanwhile.
 */
async function Notices({ proposal }: { proposal: ProposalInFull }) {
  const db = database();
  const events = await eventsOf(db, proposal.id);
  const copies = await openCopies(db, proposal.id);
  const moved = await movedOn(db, proposal);
  const copied = events.find(({ kind, text }) => kind === "created" && text !== "");
  const returned =
    proposal.state === "returned" ? events.findLast(({ kind }) => kind === "returned") : undefined;
  return (
    <>
      {copied !== undefined && (
        <Notice kind="know">
          <p className="[overflow-wrap:anywhere]">{copied.text}</p>
        </Notice>
      )}
      {returned !== undefined && (
        <Notice kind="mind" title={`Returned by ${returned.by?.name ?? "a reviewer"}`}>
          <p className="whitespace-pre-line">{returned.text}</p>
          <p className="mt-1 text-sm">
            <a href={`/desk/proposals/${proposal.id}/review`}>The review so far</a>
          </p>
        </Notice>
      )}
      <CopyNotices proposalId={proposal.id} copies={copies} />
      {moved !== null && (
        <Notice kind="mind">
          <p>
            The record has moved on since this was begun:{" "}
            <a href={`/desk/proposals/${proposal.id}/merge`}>see what was published and merge</a>.
          </p>
        </Notice>
      )}
    </>
  );
}
