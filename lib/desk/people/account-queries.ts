import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { OwnAccount, OwnSession } from "@/lib/desk/people/own-account";
import { environment } from "@/lib/environment/current-environment";

/** One's sessions that have not ended, the one last used first. */
export async function ownSessions(db: Queryable, by: Person): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: {
      userId: by.id,
      expiresAt: { gt: new Date() },
      updatedAt: { gt: new Date(Date.now() - environment().LOSSLINE_IDLE_HOURS * 60 * 60_000) },
    },
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
