import type { Queryable } from "@/lib/db/client";
import type { Role } from "@/lib/desk/access/access";
import type { OpenInvitation } from "@/lib/desk/people/listed-person";
import {
  hashOfSecret,
  isLinkSecret,
  type LinkState,
  linkState,
} from "@/lib/desk/people/one-time-link";
import { hasAdmin } from "@/lib/desk/people/people-queries";

/** A link as whoever follows it finds it. */
interface FoundLink {
  id: number;
  state: LinkState;
  expiresAt: Date;
}
/** @param email null where the invited one says it */
type FoundInvitation = FoundLink & { email: string | null; role: Role };
type FoundPasswordLink = FoundLink & {
  person: { id: string; email: string; name: string; deactivatedAt: Date | null };
};

/** The invitation with a secret, open or not; null where there is none. */
export async function findInvitation(
  db: Queryable,
  secret: string,
): Promise<FoundInvitation | null> {
  if (!isLinkSecret(secret)) return null;
  const link = await db.oneTimeLink.findUnique({ where: { tokenHash: hashOfSecret(secret) } });
  if (link === null || link.purpose !== "invitation" || link.role === null) return null;
  const { id, email, role, expiresAt } = link;
  const state = linkState(link);
  // A set-up link is for a desk without an admin; another may have come in otherwise.
  const late = state === "open" && email === null && (await hasAdmin(db));
  return { id, state: late ? "revoked" : state, expiresAt, email, role };
}

/** The link for a new password with a secret, open or not; null where there is none. */
export async function findPasswordLink(
  db: Queryable,
  secret: string,
): Promise<FoundPasswordLink | null> {
  if (!isLinkSecret(secret)) return null;
  const link = await db.oneTimeLink.findUnique({
    where: { tokenHash: hashOfSecret(secret) },
    include: { person: { select: { id: true, email: true, name: true, deactivatedAt: true } } },
  });
  if (link === null || link.purpose !== "password" || link.person === null) return null;
  const { id, expiresAt, person } = link;
  return { id, state: linkState(link), expiresAt, person };
}

/** The invitations that can still be followed, newest first. */
export async function openInvitations(db: Queryable): Promise<OpenInvitation[]> {
  const rows = await db.oneTimeLink.findMany({
    where: {
      purpose: "invitation",
      ...((await hasAdmin(db)) ? { email: { not: null } } : {}),
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: new Date() },
    },
    include: { madeBy: { select: { name: true } } },
    orderBy: { id: "desc" },
    take: 200,
  });
  return rows.map(({ id, email, role, createdAt, expiresAt, madeBy }) => ({
    id,
    email,
    role: role ?? "contributor",
    createdAt,
    expiresAt,
    madeBy: madeBy?.name ?? null,
  }));
}
