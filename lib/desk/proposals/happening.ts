/** What happens to a proposal. */
export type HappeningKind =
  | "created"
  | "submitted"
  | "claimed"
  | "released"
  | "commented"
  | "returned"
  | "withdrawn"
  | "merged"
  | "published";

/** What somebody did, as it stands after their name. */
export const HAPPENING_WORDS: Record<HappeningKind, string> = {
  created: "began it",
  submitted: "submitted it for review",
  claimed: "claimed the review",
  released: "released the review",
  commented: "wrote",
  returned: "returned it",
  withdrawn: "withdrew it",
  merged: "merged it with what was published since",
  published: "published it",
};
