/** What was just done at a review, by what its address says of it; that it is published is there anyway. */
export const SAID = {
  claimed: "You have claimed this review.",
  released: "You have released this review; it is in the queue for others.",
  commented: "Your comment is below.",
  returned: "It is returned to its author, with your reason.",
  takenBack: "You recalled it; it is a draft again.",
  fieldCommented: "Your comment is with its field.",
  answered: "Your answer is with the comment.",
  resolved: "The comment is resolved.",
  openAgain: "The comment is open again.",
  taken: "The suggested change is in the draft.",
  undone: "What was taken is undone; the suggestion waits again.",
  declined: "You declined the suggestion; the field stays as it is.",
  corrected: "It is corrected, and the activity says so.",
  withdrawn: "It is withdrawn. It stays here, and its author can reopen it.",
} as const;

export type Said = keyof typeof SAID;

export const saids = Object.keys(SAID) as [Said, ...Said[]];
