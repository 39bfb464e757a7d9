import type { Role } from "@/lib/desk/access/access";
import type { Environment } from "@/lib/environment/environment";

/** Of whom a second factor is demanded, by the setting's words. */
type Demand = Environment["LOSSLINE_REQUIRE_SECOND_FACTOR"];

const DEMANDED: Record<Demand, readonly Role[]> = {
  nobody: [],
  admins: ["admin"],
  editors: ["editor", "admin"],
  everyone: ["contributor", "editor", "admin"],
};

/**
 * Whether a session lacks the second factor that is demanded of its owner. A passkey counts in a session that it began:
 * beside one, the password alone would still let somebody in.
 */
export function lacksSecondFactor(
  demand: Demand,
  person: { role: Role; twoFactorEnabled: boolean | null },
  session: { byPasskey: boolean },
): boolean {
  return DEMANDED[demand].includes(person.role) && !person.twoFactorEnabled && !session.byPasskey;
}
