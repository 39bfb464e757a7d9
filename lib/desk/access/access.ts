/** What somebody may be at the desk; each may also do what those before it may. */
export const ROLES = ["contributor", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** What a program's key may be used for; each names actions below, and none holds another. */
export const KEY_SCOPES = ["draft", "submit", "publish"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** Somebody who is signed in, or for whom a program writes. */
export interface Person {
  id: string;
  email: string;
  /** The public name, as histories show it. */
  name: string;
  role: Role;
  /** The desk demands a second factor of them, and this session has none: they may do nothing but set one up. */
  lacksSecondFactor?: true;
  /** They entered their password so long ago that what `freshCommand` guards asks for it again. */
  hasOldPassword?: true;
  /** The key by which a program writes for them: they may no more than it may, and it may no more than they. */
  byKey?: { name: string; scopes: readonly KeyScope[] };
}

const contributors = ["contributor", "editor", "admin"] as const;
const editors = ["editor", "admin"] as const;
const admins = ["admin"] as const;
/** Also those who are not signed in. */
const everyone = ["nobody", ...contributors] as const;

/**
 * Who may do what: the one table of it. Every command, page and route of the desk names one of these
 * actions; whose a record is, is a further question that the command itself asks.
 */
export const ACCESS = {
  /** Enter a password, a second factor or a passkey. */
  "session.start": everyone,
  /** Follow an invitation, a link for a new password, or the address of somebody's private feed. */
  "link.use": everyone,
  /** Tell the desk of a missing incident or a mistake, and see what became of it. */
  "suggestion.send": everyone,
  /** Set up one's own second factor or a passkey, enter the password again, sign out. */
  "factor.setUp": contributors,
  /** One's own name, password, second factor, passkeys and sessions. */
  "account.keep": contributors,
  /** Ask the hub to send what changes about a public feed. */
  "feed.subscribe": everyone,
  /** Show a program's key; whose it is and what it may is asked from then on. */
  "key.use": everyone,
  /** Write, save and withdraw one's own proposals, and look for duplicates of them. */
  "proposal.write": contributors,
  /** Submit one's own proposals for review. */
  "proposal.submit": contributors,
  /** Read one's own proposals; editors read all. */
  "proposal.read": contributors,
  /** Comment on a proposal that one may read. */
  "proposal.comment": contributors,
  /** Watch records and hosts, and say that one has read what there was to tell. */
  "watching.keep": contributors,
  /** Claim and release records of worklists. */
  "worklist.claim": contributors,
  /** Claim, release and return what others have submitted. */
  "proposal.review": editors,
  "proposal.publish": editors,
  "suggestion.answer": editors,
  "import.run": editors,
  "people.manage": admins,
  /** Where what happens at the desk is sent to. */
  "webhook.manage": admins,
  /** Ask for a text to be taken out of the record by order of a court or a data-protection office. */
  "withholding.request": admins,
  /** Confirm or refuse what somebody else has asked for. */
  "withholding.decide": editors,
  "audit.read": admins,
} as const satisfies Record<string, readonly (Role | "nobody")[]>;
export type Action = keyof typeof ACCESS;

/** What those may do of whom a second factor is demanded and who have none yet; it is also all that they need for it. */
const WITHOUT_SECOND_FACTOR: readonly Action[] = [
  "session.start",
  "link.use",
  "suggestion.send",
  "factor.setUp",
];

/** The actions of each scope; what stands in none, no key may. */
const OF_SCOPE: Record<KeyScope, readonly Action[]> = {
  draft: ["proposal.read", "proposal.write"],
  submit: ["proposal.read", "proposal.submit"],
  publish: ["proposal.read", "proposal.publish"],
};

/** Whether a key with these scopes may do it, as far as its owner may. */
function scopesAllow(scopes: readonly KeyScope[], action: Action): boolean {
  return scopes.some((scope) => OF_SCOPE[scope].includes(action));
}

/** Whether somebody may do it; null is somebody who is not signed in. */
export function may(
  person: Pick<Person, "role" | "lacksSecondFactor" | "byKey"> | null,
  action: Action,
): boolean {
  if (person?.byKey !== undefined && !scopesAllow(person.byKey.scopes, action)) return false;
  if (person?.lacksSecondFactor === true && !WITHOUT_SECOND_FACTOR.includes(action)) return false;
  const allowed: readonly string[] = ACCESS[action];
  return allowed.includes(person?.role ?? "nobody");
}

/** Thrown where somebody does what they may not. */
export class Forbidden extends Error {
  constructor(
    readonly action: Action,
    /** Whether signing in might help. */
    readonly signedIn: boolean,
    message = signedIn ? `Your role may not do this (${action}).` : "Please sign in first.",
  ) {
    super(message);
    this.name = "Forbidden";
  }
}

/** Thrown where somebody of whom a second factor is demanded does something before they have set one up. */
export class SecondFactorMissing extends Forbidden {
  constructor(action: Action) {
    super(
      action,
      true,
      "This desk demands a second factor of you. Open the desk in another tab and set one up, then send this again.",
    );
    this.name = "SecondFactorMissing";
  }
}

/** Thrown where something asks for the password again, and it was not entered. */
export class PasswordNeeded extends Forbidden {
  constructor(action: Action) {
    super(action, true, "Enter your password again first.");
    this.name = "PasswordNeeded";
  }
}

/** Thrown where a key is used for what it or its owner may not do. */
export class KeyForbidden extends Forbidden {
  constructor(action: Action, by: Pick<Person, "role"> & { byKey: NonNullable<Person["byKey"]> }) {
    const { name, scopes } = by.byKey;
    super(
      action,
      true,
      scopesAllow(scopes, action)
        ? `The key “${name}” may do what its owner may, who is ${by.role === "contributor" ? "a" : "an"} ${by.role}: that role may not do this (${action}).`
        : `The key “${name}” may not do this (${action}): its scopes are ${scopes.join(", ")}.`,
    );
    this.name = "KeyForbidden";
  }
}
