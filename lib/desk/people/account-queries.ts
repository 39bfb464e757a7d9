import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";

export interface OwnSession {
  id: string;
  userAgent: string | null;
  /** The client IP that it began from; null where that is unknown. */
  address: string | null;
  startedAt: Date;
  /** When it was last used, give or take five minutes. */
  seenAt: Date;
}

/** One's sessions that have not ended, the one last used first. */
export async function ownSessions(db: Queryable, by: Person): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { userId: by.id, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: "desc" },
    take: 100,
  });
  return rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    userAgent,
    address: ipAddress === "" ? null : ipAddress,
    startedAt: createdAt,
    seenAt: updatedAt,
  }));
}

export interface OwnAccount {
  /** Begun is set up, but not confirmed by a code yet. */
  secondFactor: "none" | "begun" | "on";
  passkeys: { id: string; name: string; addedAt: Date | null }[];
}

/** How somebody signs in, beside their password. */
export async function ownAccount(db: Queryable, by: Person): Promise<OwnAccount> {
  const { twoFactorEnabled, twoFactors, passkeys } = await db.user.findUniqueOrThrow({
    where: { id: by.id },
    include: {
      passkeys: { orderBy: { createdAt: "asc" } },
      twoFactors: { select: { id: true } },
    },
  });
  return {
    secondFactor: twoFactorEnabled ? "on" : twoFactors.length > 0 ? "begun" : "none",
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? "a passkey",
      addedAt: createdAt,
    })),
  };
}
