import { audit, command, freshCommand } from "@/lib/desk/access/guarded-command";
import type { Done } from "@/lib/desk/people/people-commands";
import { withhold } from "@/lib/desk/withholding/withhold-command";
import type { WithholdingGiven } from "@/lib/desk/withholding/withholding";

const GONE = "Somebody has decided about it already.";
const TIMEOUT = { timeout: 600_000, maxWait: 60_000 };

/** Asks for texts to be withheld; nothing happens to them before somebody else confirms it. */
export const requestWithholding = freshCommand(
  "withholding.request",
  (db, by, { texts, orderedBy, reason }: WithholdingGiven): Promise<Done> =>
    db.$transaction(async (tx) => {
      const { id } = await tx.withholdingRequest.create({
        data: { byId: by.id, texts, orderedBy, reason },
        select: { id: true },
      });
      // The audit is kept for ever, so it says nothing of the texts.
      await audit(tx, by, "withholding.request", `withholding ${id}`, `by order of ${orderedBy}`);
      return { done: "Somebody else has to confirm it: an editor or another admin." };
    }),
);

/** Withholds what somebody else has asked for, in every version, and publishes that as the next one. */
export const confirmWithholding = freshCommand(
  "withholding.decide",
  async (db, by, id: number): Promise<Done> => {
    const outcome = await db.$transaction(async (tx): Promise<Done> => {
      const request = await tx.withholdingRequest.findUnique({
        where: { id },
        include: { by: { select: { name: true } } },
      });
      if (request === null || request.decidedAt !== null) return { refused: GONE };
      if (request.byId === by.id)
        return { refused: "Somebody else than who asked for it has to confirm it." };
      const { texts, orderedBy, reason } = request;
      const { count } = await tx.withholdingRequest.updateMany({
        where: { id, decidedAt: null },
        data: { texts: [], decidedAt: new Date(), decidedById: by.id },
      });
      if (count === 0) return { refused: GONE };
      const credit = { enteredBy: request.by.name, reviewedBy: by.name };
      const { version, places } = await withhold(tx, { texts, orderedBy, reason, ...credit });
      await tx.withholdingRequest.update({ where: { id }, data: { publishedIn: version } });
      await audit(tx, by, "withholding.decide", `withholding ${id}`, `version ${version}`);
      const stood = `${places} ${places === 1 ? "place" : "places"}`;
      return { done: `Withheld since version ${version}, in ${stood}.` };
    }, TIMEOUT);
    // What was written over still lies in the tables' files until they are written anew.
    if ("done" in outcome) await db.$executeRawUnsafe("VACUUM (FULL)");
    return outcome;
  },
);

/** Leaves texts alone that somebody asked to be withheld; the request forgets them. */
export const refuseWithholding = command(
  "withholding.decide",
  (db, by, id: number): Promise<Done> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.withholdingRequest.updateMany({
        where: { id, decidedAt: null },
        data: { texts: [], decidedAt: new Date(), decidedById: by.id },
      });
      if (count === 0) return { refused: GONE };
      await audit(tx, by, "withholding.decide", `withholding ${id}`, "left alone");
      return { done: "The texts stay as they are; the request has forgotten them." };
    }),
);
