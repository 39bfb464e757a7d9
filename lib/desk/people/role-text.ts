import { ROLES, type Role } from "@/lib/desk/access/access";

/** What somebody of a role does, in a sentence. */
export const ROLE_DOES: Record<Role, string> = {
  contributor: "A contributor drafts records and submits them for review.",
  editor: "An editor drafts records, and reviews and publishes those of others.",
  admin: "An admin does what editors do, and also manages people.",
};

const ROLE_SHORT: Record<Role, string> = {
  contributor: "contributor: drafts and submits",
  editor: "editor: also reviews and publishes",
  admin: "admin: also manages people",
};

export const ROLE_OPTIONS: readonly { value: Role; label: string }[] = ROLES.map((role) => ({
  value: role,
  label: ROLE_SHORT[role],
}));
