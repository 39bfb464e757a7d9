import type { Queryable } from "@/lib/db/client";
import type { KeyScope, Person } from "@/lib/desk/access/access";
import { audit, command, freshCommand, openCommand } from "@/lib/desk/access/guarded-command";
import {
  hashOfKey,
  isApiKey,
  keyNameSchema,
  keyState,
  newApiKey,
  scopesSchema,
} from "@/lib/desk/keys/api-key";
import { countAttempt, type Limit } from "@/lib/desk/people/attempt-command";
import { lacksSecondFactor } from "@/lib/desk/people/second-factor-demand";
import { addressKey } from "@/lib/desk/people/visitor";
import { environment } from "@/lib/environment/current-environment";
import { dateText } from "@/lib/values/dates/day";

const DAY = 24 * 60 * 60 * 1000;
/** No key holds longer than this, unless it holds until it is revoked. Days. */
const LONGEST = 3650;
/** Keys that somebody may have at a time. */
const MOST = 50;

interface KeyToMake {
  name: string;
  personId: string;
  scopes: readonly KeyScope[];
  /** In how many days it stops; null where it holds until it is revoked. */
  days: number | null;
}

type KeyMade =
  /** The key itself, to be shown once. */
  { secret: string } | { refused: string; field: "name" | "person" | "scopes" | "expires" };

/** Makes a key by which programs write for somebody. */
export const makeKey = freshCommand(
  "people.manage",
  async (db, by, given: KeyToMake): Promise<KeyMade> => {
    const name = keyNameSchema.safeParse(given.name);
    if (!name.success)
      return {
        field: "name",
        refused: "Say in one line of at most 100 characters what the key is for.",
      };
    const scopes = scopesSchema.safeParse(given.scopes);
    if (!scopes.success) return { field: "scopes", refused: "Choose what the key may do." };
    const { days, personId } = given;
    if (days !== null && (!Number.isInteger(days) || days < 1 || days > LONGEST))
      return { field: "expires", refused: "Choose how long the key may be used." };
    return db.$transaction(async (tx): Promise<KeyMade> => {
      // Held, so that somebody's access does not end while they get a key.
      await tx.$queryRaw`SELECT 1 FROM desk.person WHERE id = ${personId} FOR UPDATE`;
      const person = await tx.user.findUnique({ where: { id: personId } });
      if (person === null) return { field: "person", refused: "There is no such person." };
      if (person.deactivatedAt !== null)
        return { field: "person", refused: `${person.name} has no access. Give it back first.` };
      if (scopes.data.includes("publish") && person.role === "contributor")
        return {
          field: "scopes",
          refused: `${person.name} is a contributor, who may not publish: no key of theirs may.`,
        };
      const held = await tx.apiKey.count({ where: { personId, revokedAt: null } });
      if (held >= MOST)
        return { field: "person", refused: `${person.name} has ${MOST} keys. Revoke some first.` };
      const { secret, prefix, keyHash } = newApiKey();
      await tx.apiKey.create({
        data: {
          name: name.data,
          personId,
          scopes: [...new Set(scopes.data)],
          prefix,
          keyHash,
          createdById: by.id,
          expiresAt: days === null ? null : new Date(Date.now() + days * DAY),
        },
      });
      const may = scopes.data.join(", ");
      await audit(
        tx,
        by,
        "people.manage",
        person.email,
        `made the key “${name.data}” (${prefix}…): ${may}`,
      );
      return { secret };
    });
  },
);

/** Ends a key for good; what is under way by it is finished. */
export const revokeKey = command(
  "people.manage",
  async (db, by, keyId: number): Promise<{ done: string } | { refused: string }> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.apiKey.updateMany({
        where: { id: keyId, revokedAt: null },
        data: { revokedAt: new Date(), revokedById: by.id },
      });
      if (count === 0) return { refused: "There is no such key, or it has been revoked already." };
      const key = await tx.apiKey.findUniqueOrThrow({
        where: { id: keyId },
        include: { person: true },
      });
      await audit(
        tx,
        by,
        "people.manage",
        key.person.email,
        `revoked the key “${key.name}” (${key.prefix}…)`,
      );
      return { done: `The key “${key.name}” no longer works.` };
    }),
);

/** What a program may send by one key. */
const BY_KEY: Limit = { name: "keyed", times: 120, seconds: 60 };
/** Keys that are none, from one address. A key cannot be guessed: this only bounds the work. */
const WRONG: Limit = { name: "keyed-wrong", times: 300, seconds: 600 };
/** A use is noted once in this time, in milliseconds: it tells an admin which keys are idle, and no more. */
const USE_NOTED = 60 * 60 * 1000;

export type KeyUse =
  | { person: Person; keyId: number }
  /** Why it is no key that works, in plain words only where the key itself was right. */
  | { unknown: string }
  | { waitSeconds: number };

/**
 * For whom a program writes that shows a key, with what both may.
 * @param given.secret null where it shows none
 * @param given.address the client IP, under which wrong keys are counted
 */
export const acceptKey = openCommand(
  "key.use",
  async (
    db,
    _by,
    { secret, address }: { secret: string | null; address: string },
  ): Promise<KeyUse> => {
    if (secret === null)
      return { unknown: "Send the header “Authorization: Bearer ll_…” with a key of the desk." };
    const key = isApiKey(secret)
      ? await db.apiKey.findUnique({
          where: { keyHash: hashOfKey(secret) },
          include: { person: { include: { _count: { select: { passkeys: true } } } } },
        })
      : null;
    if (key === null) {
      const wait = await countAttempt(db, WRONG, addressKey(address));
      return wait === null
        ? { unknown: "This is no key of this desk." }
        : { waitSeconds: wait.seconds };
    }
    const { person } = key;
    if (person.deactivatedAt !== null)
      return {
        unknown: `The key “${key.name}” is refused: its owner no longer has access to the desk.`,
      };
    const state = keyState(key);
    if (state !== "open") {
      const on = (state === "revoked" ? key.revokedAt : key.expiresAt) ?? new Date();
      const day = dateText(on.toISOString().slice(0, 10));
      return {
        unknown: `The key “${key.name}” ${state === "revoked" ? "was revoked" : "expired"} on ${day}. Ask an admin for another.`,
      };
    }
    const wait = await countAttempt(db, BY_KEY, String(key.id));
    if (wait !== null) return { waitSeconds: wait.seconds };
    await noteUse(db, key);
    const { id, email, name, role } = person;
    // A program cannot enter a second factor; its owner must have one all the same, or a key would be the way around it.
    const lacks = lacksSecondFactor(environment().LOSSLINE_REQUIRE_SECOND_FACTOR, person, {
      byPasskey: person._count.passkeys > 0,
    });
    return {
      keyId: key.id,
      person: {
        ...{ id, email, name, role },
        ...(lacks ? { lacksSecondFactor: true } : {}),
        byKey: { name: key.name, scopes: scopesSchema.parse(key.scopes) },
      },
    };
  },
);

async function noteUse(
  db: Queryable,
  { id, lastUsedAt }: { id: number; lastUsedAt: Date | null },
): Promise<void> {
  const now = new Date();
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < USE_NOTED) return;
  await db.apiKey.update({ where: { id }, data: { lastUsedAt: now } });
}
