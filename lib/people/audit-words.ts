import type { Action } from "@/lib/access/access";

/** What each action is called in the list of who did what. */
export const ACTION_WORDS: Record<Action, string> = {
  "session.start": "signing in",
  "link.use": "following a link",
  "suggestion.send": "suggestions from outside",
  "account.keep": "one’s own account",
  "proposal.write": "writing proposals",
  "proposal.read": "reading proposals",
  "proposal.comment": "comments",
  "proposal.review": "reviewing",
  "proposal.publish": "publishing",
  "suggestion.answer": "answering suggestions",
  "import.run": "imports",
  "people.manage": "managing people",
  "audit.read": "reading the audit",
};

/** An action in words; as it is stored where it is one that the desk no longer has. */
export function actionInWords(action: string): string {
  return Object.entries(ACTION_WORDS).find(([name]) => name === action)?.[1] ?? action;
}
