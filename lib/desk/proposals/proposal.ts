import type { Person } from "@/lib/desk/access/access";

/** Where a proposal stands; in this order it is told, published and withdrawn are final. */
export const PROPOSAL_STATES = ["draft", "inReview", "returned", "published", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** The state as it is written after “it is”. */
export const STATE_LABELS: Record<ProposalState, string> = {
  draft: "a draft",
  inReview: "in review",
  returned: "returned",
  published: "published",
  withdrawn: "withdrawn",
};

/** What may follow what. A withdrawn proposal stays readable; its author may take it up again. */
const FOLLOWS: Record<ProposalState, readonly ProposalState[]> = {
  draft: ["inReview", "withdrawn"],
  inReview: ["returned", "published", "withdrawn", "draft"],
  returned: ["inReview", "withdrawn"],
  withdrawn: ["draft"],
  published: [],
};

export function mayFollow(from: ProposalState, to: ProposalState): boolean {
  return FOLLOWS[from].includes(to);
}

/** Whether its content may still be typed into. In review it may not: the author takes it back first. */
export function isOpen(state: ProposalState): boolean {
  return state === "draft" || state === "returned";
}

/** Whose proposals somebody may read: their own; editors and admins everybody's. */
export function mayRead(person: Person, proposal: { authorId: string | null }): boolean {
  return person.role !== "contributor" || proposal.authorId === person.id;
}
