import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { submit } from "@/app/desk/proposals/[id]/check/check-actions";
import { openProposal } from "@/app/desk/proposals/[id]/open-proposal";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { SubmitForm } from "@/components/desk/form/submit-form";
import { titleOf } from "@/components/desk/proposal-list";
import { TypedView } from "@/components/desk/typed-view";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { FORMS } from "@/lib/forms/forms";
import { rowOf } from "@/lib/forms/issue-words";
import { checkTyped } from "@/lib/proposals/check-queries";
import { questionKey } from "@/lib/proposals/problem";
import { isOpen } from "@/lib/proposals/proposal";

export const metadata: Metadata = { title: "Check before submitting" };

/** The last look at a draft: what it would move, what it may be a duplicate of, what is doubtful. */
export default async function CheckPage({ params }: PageProps<"/desk/proposals/[id]/check">) {
  const person = await requirePerson("proposal.write");
  const proposal = await openProposal(person, (await params).id);
  const here = `/desk/proposals/${proposal.id}`;
  if (!isOpen(proposal.state) || proposal.authorId !== person.id) redirect(here);
  const problems = await checkTyped(database(), proposal);
  if (problems.some(({ question }) => question !== true)) redirect(`${here}?check=1`);
  return (
    <DeskFrame person={person} section="work">
      <p className="text-muted text-sm [overflow-wrap:anywhere]">
        <a href={here}>{titleOf(proposal)}</a>
      </p>
      <h1 className="mb-6 font-semibold text-3xl">Check before submitting</h1>
      <SubmitForm
        action={submit}
        proposalId={proposal.id}
        saveNumber={proposal.saveNumber}
        questions={problems.map((problem) => ({
          key: questionKey(problem),
          where: rowOf(FORMS[proposal.kind], problem.path),
          message: problem.message,
        }))}
      />
      <PageSection id="typed" title="What it says">
        <TypedView kind={proposal.kind} content={proposal.content} />
      </PageSection>
    </DeskFrame>
  );
}
