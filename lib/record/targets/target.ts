import { z } from "zod";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { identifiersSchema } from "@/lib/values/identifiers/identifier";
import { slugSchema } from "@/lib/values/slugs/slug";
import { textSchema, webUrlSchema } from "@/lib/values/sources/source";
import { isTargetKind, targetKindSchema } from "@/lib/values/taxonomy/taxonomy";

/** `target=` in URLs takes a kind of target or one target, so no target is called like a kind; nor like what means none. */
const targetSlugSchema = slugSchema.refine(
  (slug) => !isTargetKind(slug) && slug !== "none",
  "must not be a kind of target, such as exchange, nor none: addresses say these in the same place",
);

/** Whoever was robbed: an exchange, a bridge, a protocol. Private persons are no targets. */
export const targetSchema = z.strictObject({
  slug: targetSlugSchema,
  name: textSchema(200),
  kind: targetKindSchema,
  /** Other names that it bears now. */
  aliases: z.array(textSchema(200)).max(100),
  /** Names that it gave up. */
  formerly: z.array(textSchema(200)).max(100),
  /** The slug of the target that carried on under another name. */
  successor: slugSchema.nullable(),
  website: webUrlSchema.nullable(),
  identifiers: identifiersSchema,
});
export type Target = z.infer<typeof targetSchema>;

/** A target as the desk publishes it: what the dataset says of one, and whether it is active. */
export const targetEntrySchema = targetSchema.safeExtend({
  /** The slug of the target that it turned out to be. */
  mergedInto: slugSchema.nullable().default(null),
});
export type TargetEntry = z.infer<typeof targetEntrySchema>;
export type TargetToPublish = ToPublish<"target", TargetEntry>;

/** Another target as a version calls it. */
export interface NamedRecord {
  slug: string;
  name: string;
}

/** Everything that a version says of a target itself. */
export interface TargetDetail extends Omit<TargetEntry, "successor" | "mergedInto"> {
  targetId: number;
  /** Who carried on under another name. */
  successor: NamedRecord | null;
  /** Whom it carried on, the nearest first, and whom these did. */
  predecessors: NamedRecord[];
}
