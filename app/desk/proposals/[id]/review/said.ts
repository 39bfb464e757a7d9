/** What was just done at a review, by what its address says of it; that it is published is there anyway. */
export const SAID = {
  claimed: "You have claimed this review.",
  released: "You have released this review; it is in the queue for others.",
  commented: "Your comment is below.",
  returned: "It is returned to its author, with your reason.",
  takenBack: "You recalled it; it is a draft again.",
  withdrawn: "It is withdrawn. It stays here, and its author can reopen it.",
} as const;

export type Said = keyof typeof SAID;

export const saids = Object.keys(SAID) as [Said, ...Said[]];
