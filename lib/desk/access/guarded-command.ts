import type { Database, Queryable } from "@/lib/db/client";
import {
  type Action,
  Forbidden,
  KeyForbidden,
  may,
  PasswordNeeded,
  type Person,
  SecondFactorMissing,
} from "@/lib/desk/access/access";
import { finishBeforeStop } from "@/lib/site/running/under-way";

type Run<By, Rest extends unknown[], Result> = (
  db: Database,
  by: By,
  ...rest: Rest
) => Promise<Result>;

/** A command that nobody can run past the table of who may do what. */
type Guarded<Rest extends unknown[], Result> = Run<Person | null, Rest, Result> & {
  readonly action: Action;
};

/**
 * A command for people who are signed in: refuses, before it touches anything, whoever may not do it.
 * @throws {Forbidden} from the command that is returned
 */
export function command<Rest extends unknown[], Result>(
  action: Action,
  run: Run<Person, Rest, Result>,
): Guarded<Rest, Result> {
  return guard(action, (db, by, ...rest) => {
    if (by === null) throw new Forbidden(action, false);
    return run(db, by, ...rest);
  });
}

/**
 * A command that an open desk is not enough for: it gives others access, takes something away for good, or changes how
 * one signs in. It refuses whoever entered their password too long ago.
 * @throws {Forbidden} from the command that is returned
 */
export function freshCommand<Rest extends unknown[], Result>(
  action: Action,
  run: Run<Person, Rest, Result>,
): Guarded<Rest, Result> & { readonly isFresh: true } {
  const guarded = command<Rest, Result>(action, (db, by, ...rest) => {
    if (by.hasOldPassword === true) throw new PasswordNeeded(action);
    return run(db, by, ...rest);
  });
  return Object.assign(guarded, { isFresh: true as const });
}

/** A command that also those may run who are not signed in. @throws {Forbidden} from what is returned */
export function openCommand<Rest extends unknown[], Result>(
  action: Action,
  run: Run<Person | null, Rest, Result>,
): Guarded<Rest, Result> {
  return guard(action, run);
}

function guard<Rest extends unknown[], Result>(
  action: Action,
  run: Run<Person | null, Rest, Result>,
): Guarded<Rest, Result> {
  const guarded: Run<Person | null, Rest, Result> = async (db, by, ...rest) => {
    if (!may(by, action)) {
      if (by?.lacksSecondFactor === true) throw new SecondFactorMissing(action);
      if (by?.byKey !== undefined) throw new KeyForbidden(action, { ...by, byKey: by.byKey });
      throw new Forbidden(action, by !== null);
    }
    // Whoever asked may have left meanwhile: what is being written is finished all the same.
    return finishBeforeStop(run(db, by, ...rest));
  };
  return Object.assign(guarded, { action });
}

/** Adds to the list of who did what, and by which key. Ask within the transaction of what was done. @param by null for the server's console and for outsiders */
export async function audit(
  transaction: Queryable,
  by: Person | null,
  action: Action,
  subject: string,
  detail = "",
): Promise<void> {
  const key = by?.byKey === undefined ? [] : [`by the key “${by.byKey.name}”`];
  const said = [...(detail === "" ? [] : [detail]), ...key].join(", ");
  await transaction.auditEntry.create({
    data: { personId: by?.id ?? null, action, subject, detail: said },
  });
}
