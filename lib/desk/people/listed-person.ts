import type { Role } from "@/lib/desk/access/access";

/** Somebody of the desk, as admins see them. */
export interface ListedPerson {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  /** When they last used the desk, give or take five minutes; null where no session of theirs is left. */
  seenAt: Date | null;
  secondFactor: boolean;
  /** When an admin ended their access; null while they have it. */
  deactivatedAt: Date | null;
}

/** An invitation that nobody has followed yet. */
export interface OpenInvitation {
  id: number;
  email: string | null;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  /** Null for one made at the server's console. */
  madeBy: string | null;
}
