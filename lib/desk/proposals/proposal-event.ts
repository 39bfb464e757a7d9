/** What can happen to a proposal. */
export type ProposalEventKind =
  | "created"
  | "submitted"
  | "claimed"
  | "released"
  | "commented"
  | "returned"
  | "withdrawn"
  | "merged"
  | "published"
  | "corrected"
  | "took";

/** What somebody did, as it is written after their name. */
export const EVENT_TEXT: Record<ProposalEventKind, string> = {
  created: "began it",
  submitted: "submitted it for review",
  claimed: "claimed the review",
  released: "released the review",
  commented: "wrote",
  returned: "returned it",
  withdrawn: "withdrew it",
  merged: "merged it with what was published since",
  published: "published it",
  corrected: "corrected it as the reviewer",
  took: "took a suggested change",
};
