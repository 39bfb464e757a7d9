import { z } from "zod";
import type { NamedActor } from "@/lib/record/actors/legal-status";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { daySchema, partialDateSchema } from "@/lib/values/dates/day";
import { usdSchema } from "@/lib/values/money/usd-schema";
import { slugSchema } from "@/lib/values/slugs/slug";
import { textSchema, webUrlSchema } from "@/lib/values/sources/source";
import { categorySchema } from "@/lib/values/taxonomy/taxonomy";

export const FIGURE_QUALIFIERS = ["exact", "about", "over", "nearly"] as const;

export const FIGURE_SELECTIONS = ["named", "part", "net", "more"] as const;
export type FigureSelection = (typeof FIGURE_SELECTIONS)[number];

/** Totals that nothing of ours is held against, and why. */
export const FIGURE_SELECTION_TERMS: readonly {
  value: FigureSelection;
  label: string;
  definition: string;
}[] = [
  {
    value: "named",
    label: "named thefts",
    definition: "Adds up thefts that its publisher names, and nothing else of its days.",
  },
  {
    value: "part",
    label: "only a part",
    definition:
      "Counts a part of its scope, such as exchanges, large losses or the low end of a range.",
  },
  {
    value: "net",
    label: "net of returns",
    definition: "What was returned is taken off.",
  },
  {
    value: "more",
    label: "more than thefts",
    definition: "Counts what is no theft, such as collapses or frauds of other kinds.",
  },
];

/** A total that someone else published, to hold the record's own against. */
export const publishedFigureSchema = z
  .strictObject({
    publisher: textSchema(200),
    title: textSchema(500),
    /** Null for a total over everything; `exploit-any` for contract exploits and wallet compromises together. */
    category: z.union([categorySchema, z.literal("exploit-any")]).nullable(),
    actor: slugSchema.nullable(),
    from: daySchema,
    to: daySchema,
    amountUsd: usdSchema,
    qualifier: z.enum(FIGURE_QUALIFIERS),
    publishedOn: partialDateSchema,
    source: webUrlSchema,
    note: textSchema(2000).or(z.literal("")),
    /** What it counts otherwise than its days, category and actor say; null where nothing of the kind is known. */
    selection: z.enum(FIGURE_SELECTIONS).nullable().default(null),
  })
  .refine((figure) => figure.from <= figure.to, {
    path: ["to"],
    message: "must not be before from",
  });
export type PublishedFigure = z.infer<typeof publishedFigureSchema>;

/** What the starting dataset once called an article, whose figures go by its publisher's name now. */
const FORMER_TITLE = /^Seed article: /;

/**
 * What makes two statements of a figure the same figure: its publisher, its title, its period and where it was published.
 * A figure whose title the dataset has changed is the same one, and is revised.
 */
export function publishedFigureKey(figure: PublishedFigure): string {
  const title = figure.title.replace(FORMER_TITLE, `${figure.publisher}: `);
  return JSON.stringify([figure.publisher, title, figure.from, figure.to, figure.source]);
}

/** A figure's lasting id as others name it: it has no slug. */
export const figureIdSchema = z.string().regex(/^[1-9]\d{0,8}$/, "must be the number of a figure");

/** A published figure as the desk publishes it: what the dataset says of one, and whether it is active. */
export const publishedFigureEntrySchema = publishedFigureSchema.safeExtend({
  /** Why it is held against the record's own totals no longer; null while it is active. */
  retraction: textSchema(2000).nullable().default(null),
  /** The lasting id of the figure that it turned out to be a duplicate of. */
  mergedInto: figureIdSchema.nullable().default(null),
});
export type PublishedFigureEntry = z.infer<typeof publishedFigureEntrySchema>;
export type FigureToPublish = ToPublish<"figure", PublishedFigureEntry>;

/** A total that someone else published, as pages show it. */
export interface PublishedFigureRow extends Omit<PublishedFigure, "actor"> {
  /** Its lasting id, by which its line in the list of all of them is found. */
  figureId: number;
  /** Whom it is about, as the version names them; null where it is about nobody in particular. */
  actor: (NamedActor & { slug: string }) | null;
  /** Why it is held against the record no longer; null while it stands. */
  retraction: string | null;
}

/** A total that someone else published and that is held against the record no longer. */
export interface RetractedPublishedFigure extends PublishedFigureRow {
  retraction: string;
}

/** Active figures, to be held against the record's own, and those that were retracted, which are only listed. */
export function activeAndRetracted(figures: readonly PublishedFigureRow[]): {
  active: PublishedFigureRow[];
  retracted: RetractedPublishedFigure[];
} {
  return {
    active: figures.filter(({ retraction }) => retraction === null),
    retracted: figures.flatMap((figure) =>
      figure.retraction === null ? [] : [{ ...figure, retraction: figure.retraction }],
    ),
  };
}
