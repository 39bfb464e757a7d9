import type { Action } from "@/lib/desk/access/access";

/** What each action is called in the list of who did what. */
export const ACTION_TEXT: Record<Action, string> = {
  "session.start": "signing in",
  "link.use": "following a link",
  "suggestion.send": "suggestions from outside",
  "factor.setUp": "setting up a second factor",
  "account.keep": "one’s own account",
  "key.use": "using a key",
  "proposal.write": "writing proposals",
  "proposal.submit": "submitting proposals",
  "proposal.read": "reading proposals",
  "proposal.comment": "comments",
  "watching.keep": "watching",
  "worklist.claim": "claiming records of worklists",
  "proposal.review": "reviewing",
  "proposal.publish": "publishing",
  "suggestion.answer": "answering suggestions",
  "import.run": "imports",
  "feed.subscribe": "following a feed",
  "webhook.manage": "managing webhooks",
  "people.manage": "managing people",
  "withholding.request": "asking to withhold",
  "withholding.decide": "deciding about withholding",
  "audit.read": "reading the audit",
};

/** An action in words; as it is stored where it is one that the desk no longer has. */
export function actionText(action: string): string {
  return Object.entries(ACTION_TEXT).find(([name]) => name === action)?.[1] ?? action;
}

/** Where what a line is about can be read; null where it has no page of its own, as a person has none. */
export function subjectEmail(subject: string): string | null {
  const [, kind, id] = /^(proposal|suggestion|import) (\d{1,10})$/.exec(subject) ?? [];
  if (id === undefined) return null;
  return kind === "proposal" ? `/desk/proposals/${id}/review` : `/desk/${kind}s/${id}`;
}
