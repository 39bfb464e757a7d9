import type { Metadata } from "next";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { OwnClaims } from "@/components/desk/worklists/own-claims";
import { WorklistTable } from "@/components/desk/worklists/worklist-table";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { claimCounts, ownClaims } from "@/lib/desk/worklists/worklist-claim-queries";
import { worklistCountsSoon } from "@/lib/desk/worklists/worklist-queries";

export const metadata: Metadata = { title: "Worklists" };

/** What the record lacks, as lists to work through. */
export default async function WorklistsPage() {
  const person = await requirePerson("proposal.write");
  const db = database();
  const [{ counts, areAllAddressesChecked }, claimed, own] = await Promise.all([
    worklistCountsSoon(db),
    claimCounts(db),
    ownClaims(db, person),
  ]);
  return (
    <DeskFrame person={person} section="worklists">
      <h1 className="font-semibold text-3xl">Worklists</h1>
      <p className="mt-2 mb-6 max-w-prose text-muted">
        What published records lack, or where they are doubtful. Claim some, so that nobody else
        works on the same; a record leaves its list with the version that mends it.
      </p>
      <WorklistTable counts={counts} claimed={claimed} isChecking={!areAllAddressesChecked} />
      {own.length > 0 && (
        <PageSection
          id="own"
          title={`Claimed by you: ${own.length.toLocaleString("en-GB")}`}
          note="A claim ends by itself once the record has left its list, or its days have passed."
        >
          <OwnClaims claims={own} now={new Date()} />
        </PageSection>
      )}
    </DeskFrame>
  );
}
