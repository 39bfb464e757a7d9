import { notFound } from "next/navigation";
import { database } from "@/lib/db/client";
import { kindSchema } from "@/lib/desk/proposals/correction";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import { slugSchema } from "@/lib/values/slugs/slug";

/** The published record that an address of the desk names; answers 404 where there is none. */
export async function openRecord(given: {
  kind: string;
  slug: string;
}): Promise<{ kind: RecordKind; record: PublishedEntry }> {
  const kind = kindSchema.safeParse(given.kind);
  const slug = slugSchema.safeParse(given.slug);
  if (!kind.success || !slug.success) notFound();
  const record = await findRecord(database(), kind.data, slug.data);
  if (record === null) notFound();
  return { kind: kind.data, record };
}
