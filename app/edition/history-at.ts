import { notFound } from "next/navigation";
import { cache } from "react";
import { type OpenEdition, openEdition } from "@/app/edition/open-edition";
import { type History, historyOf } from "@/lib/record/history/history-queries";

/** The history that an address names, asked for once a rendering. */
export const historyAt = cache(
  async (
    edition: string,
    kind: "incident" | "actor",
    slug: string,
  ): Promise<Omit<OpenEdition, "db"> & { history: History }> => {
    const { db, ...opened } = await openEdition(edition);
    const history = await historyOf(db, opened.version.number, kind, slug);
    if (history === null) notFound();
    return { ...opened, history };
  },
);
