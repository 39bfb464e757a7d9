import { notFound } from "next/navigation";
import { database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { idSchema } from "@/lib/desk/proposals/correction";
import { findProposal, type ProposalInFull } from "@/lib/desk/proposals/proposal-queries";

/** The proposal that an address names; answers 404 where there is none or somebody may not read it. */
export async function openProposal(person: Person, given: string): Promise<ProposalInFull> {
  const id = idSchema.safeParse(given);
  const proposal = id.success ? await findProposal(database(), person, id.data) : null;
  if (proposal === null) notFound();
  return proposal;
}
