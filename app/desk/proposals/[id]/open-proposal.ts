import { notFound } from "next/navigation";
import type { Person } from "@/lib/access/access";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/proposals/correction";
import { findProposal, type ProposalInFull } from "@/lib/proposals/proposal-queries";

/** The proposal that an address names; answers 404 where there is none or somebody may not read it. */
export async function openProposal(person: Person, given: string): Promise<ProposalInFull> {
  const id = idSchema.safeParse(given);
  const proposal = id.success ? await findProposal(database(), person, id.data) : null;
  if (proposal === null) notFound();
  return proposal;
}
