import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { submit } from "@/app/desk/proposals/[id]/check/check-actions";
import { openProposal } from "@/app/desk/proposals/[id]/open-proposal";
import { ImpactPart } from "@/app/desk/proposals/[id]/review/impact-part";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { DuplicateList } from "@/components/desk/duplicate-list";
import { SubmitForm } from "@/components/desk/form/submit-form";
import { titleOf } from "@/components/desk/proposal-list";
import { RestoredReferencesNotice } from "@/components/desk/restored-references-notice";
import { Notice } from "@/components/desk/ui/notice";
import { DifferenceTable } from "@/components/histories/difference-table";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { may } from "@/lib/desk/access/access";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { FORMS } from "@/lib/desk/forms/forms";
import { rowOf } from "@/lib/desk/forms/issue-text";
import { isOpen } from "@/lib/desk/proposals/proposal";
import { underReview } from "@/lib/desk/proposals/review-queries";
import { type Problem, warningKey } from "@/lib/record/publishing/problem";

export const metadata: Metadata = { title: "Check before submitting" };

/** The last look at a draft: what it would move, what it may be a duplicate of, what is doubtful. */
export default async function CheckPage({ params }: PageProps<"/desk/proposals/[id]/check">) {
  const person = await requirePerson("proposal.write");
  const proposal = await openProposal(person, (await params).id);
  const here = `/desk/proposals/${proposal.id}`;
  if (!isOpen(proposal.state) || proposal.authorId !== person.id) redirect(here);
  const review = await underReview(database(), proposal);
  const { problems } = review;
  const duplicates =
    proposal.kind === "incident"
      ? await findDuplicates(database(), proposal.content, proposal.recordId, proposal.id)
      : [];
  if (problems.some(({ question }) => question !== true)) redirect(`${here}?check=1`);
  const told = (problem: Problem) => ({
    key: warningKey(problem),
    where: rowOf(FORMS[proposal.kind], problem.path),
    message: problem.message,
  });
  return (
    <DeskFrame person={person} section="work">
      <p className="text-muted text-sm [overflow-wrap:anywhere]">
        <a href={here}>{titleOf(proposal)}</a>
      </p>
      <h1 className="mb-6 font-semibold text-3xl">Check before submitting</h1>
      {duplicates.length > 0 && (
        <Notice kind="mind" title="Is it in the record already?">
          <DuplicateList duplicates={duplicates} mayReview={may(person, "proposal.review")} />
        </Notice>
      )}
      <RestoredReferencesNotice merging={review.undoes} />
      <SubmitForm
        action={submit}
        proposalId={proposal.id}
        saveNumber={proposal.saveNumber}
        warnings={problems.filter(({ informs }) => informs !== true).map(told)}
        notes={problems.filter(({ informs }) => informs === true).map(told)}
      />
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-2">
        {review.identified !== null && review.movedOnTo === null && (
          <ImpactPart
            person={person}
            identified={review.identified}
            beside={review.carried?.revised ?? null}
          />
        )}
        <div>
          <PageSection
            id="differences"
            title={proposal.recordId === null ? "What it says" : "What it changes"}
          >
            <DifferenceTable
              differences={review.differences}
              none="It says the same as the record."
              marks={proposal.recordId !== null}
            />
          </PageSection>
        </div>
      </div>
    </DeskFrame>
  );
}
