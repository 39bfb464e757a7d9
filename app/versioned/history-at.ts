import { notFound } from "next/navigation";
import { cache } from "react";
import { type OpenVersion, openVersion } from "@/app/versioned/open-version";
import { type History, historyOf } from "@/lib/record/history/history-queries";
import type { PagedKind } from "@/lib/record/kinds/record-kind";

/** The history that an address names, asked for once a rendering. */
export const historyAt = cache(
  async (
    reference: string,
    kind: PagedKind,
    slug: string,
  ): Promise<Omit<OpenVersion, "db"> & { history: History }> => {
    const { db, ...opened } = await openVersion(reference);
    const history = await historyOf(db, opened.version.number, kind, slug);
    if (history === null) notFound();
    return { ...opened, history };
  },
);
