import { notFound } from "next/navigation";
import { database } from "@/lib/db/client";
import { kindSchema } from "@/lib/proposals/correction";
import type { PublishedEntry } from "@/lib/proposals/placed-entry";
import type { RecordKind } from "@/lib/proposals/proposal";
import { findRecord } from "@/lib/proposals/published-entry-queries";
import { slugSchema } from "@/lib/record/slug";

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
