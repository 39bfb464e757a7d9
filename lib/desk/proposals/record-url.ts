import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { isPagedKind } from "@/lib/record/kinds/record-kind";

/** Where a record is at the desk: by its slug, or by its lasting id where it has none. */
export function recordUrl(
  kind: RecordKind,
  { slug, recordId }: { slug: string | null; recordId: number },
): string {
  return `/desk/records/${kind}/${slug ?? recordId}`;
}

/** Where readers find it; null for a figure, which has no page of its own. */
export function publicUrl(kind: RecordKind, slug: string | null): string | null {
  return slug === null || !isPagedKind(kind) ? null : `/${kind}s/${slug}`;
}
