import { symmetricDecrypt } from "better-auth/crypto";
import type { Queryable } from "@/lib/db/client";
import { deskSecret } from "@/lib/desk/people/secret";

/** Whose second factor cannot be checked, as they read it after their password was right. */
export const SECRET_CHANGED =
  "Your password is right, but this server’s secret has changed since your second factor was set up, so no code can be checked. An admin can turn it off under People, or at the server’s console: npm run people -- reset --email … --without-second-factor. Then set it up anew.";

/**
 * Whether the second factor of somebody opens with the present secret: it does not where LOSSLINE_SECRET,
 * or its file, was lost or changed. Also true where they have none.
 */
export async function secondFactorOpens(db: Queryable, personId: string): Promise<boolean> {
  const factor = await db.twoFactor.findFirst({ where: { userId: personId } });
  return factor === null || opens(factor.secret, deskSecret());
}

/** The addresses of those with access whose second factor does not open with a secret. */
export async function closedSecondFactors(db: Queryable, secret: string): Promise<string[]> {
  const factors = await db.twoFactor.findMany({
    where: { user: { twoFactorEnabled: true, deactivatedAt: null } },
    include: { user: { select: { email: true } } },
    orderBy: { user: { email: "asc" } },
  });
  const opened = await Promise.all(factors.map((factor) => opens(factor.secret, secret)));
  return factors.filter((_, index) => !opened[index]).map(({ user }) => user.email);
}

/** By trying: what is sealed says itself whether it was opened with the right key. */
async function opens(sealed: string, secret: string): Promise<boolean> {
  return symmetricDecrypt({ key: secret, data: sealed }).then(
    () => true,
    () => false,
  );
}
