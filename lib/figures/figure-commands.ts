import { isDeepStrictEqual } from "node:util";
import { actorIds, requireActor } from "@/lib/actors/actor-commands";
import type { Queryable } from "@/lib/db/client";
import type { Figure } from "@/lib/figures/figure";
import { figuresAsPublished } from "@/lib/figures/figure-queries";
import type { Put } from "@/lib/record/publish-command";

/** What makes two statements of a figure the same figure: its publisher, its title, its period and where it was published. */
export function figureKey(figure: Figure): string {
  return JSON.stringify([figure.publisher, figure.title, figure.from, figure.to, figure.source]);
}

/** Adds or revises published figures in the version being published. */
export async function putFigures(
  transaction: Queryable,
  version: number,
  figures: readonly Figure[],
): Promise<Put> {
  const put: Put = { added: 0, revised: 0, unchanged: 0 };
  if (figures.length === 0) return put;
  const ids = await actorIds(transaction);
  const published = new Map(
    (await figuresAsPublished(transaction)).map((current) => [figureKey(current.figure), current]),
  );
  for (const figure of figures) {
    const current = published.get(figureKey(figure));
    if (current !== undefined && isDeepStrictEqual(current.figure, figure)) {
      put.unchanged += 1;
      continue;
    }
    const { actor, from, to, ...plain } = figure;
    const actorId = actor === null ? null : requireActor(ids, actor, `figure "${figure.title}"`);
    if (current !== undefined) {
      await transaction.figureRevision.update({
        where: { id: current.rowId },
        data: { supersededIn: version },
      });
    }
    const figureId = current?.figureId ?? (await transaction.figure.create({ data: {} })).id;
    await transaction.figureRevision.create({
      data: {
        ...plain,
        figureId,
        revision: (current?.revision ?? 0) + 1,
        publishedIn: version,
        actorId,
        fromDay: new Date(from),
        toDay: new Date(to),
      },
    });
    put[current === undefined ? "added" : "revised"] += 1;
  }
  return put;
}
