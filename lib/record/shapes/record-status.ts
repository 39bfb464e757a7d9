/** What is said of each revision beside its content, and from which its status follows. */
interface Stored {
  slug?: string;
  merged_into: number | null;
  retraction: string | null;
}

const MARKS =
  /\[withheld since version (\d+) by order of |https:\/\/withheld\.invalid\/(\d+)(?!\w)/g;

/** The versions in which orders took texts out of a revision, the first first: what stands in their place says so. */
export function withheldSince(revision: Pick<Stored, "slug">): number[] {
  const found = new Set<number>();
  for (const [, text, url] of JSON.stringify(revision).matchAll(MARKS))
    found.add(Number(text ?? url));
  for (const [, slug] of (revision.slug ?? "").matchAll(/(?<![a-z0-9])withheld-(\d+)/g))
    found.add(Number(slug));
  return [...found].sort((one, other) => one - other);
}

/** A merged record is merged whatever else it is, and a retracted one retracted: neither counts. */
export function statusOf(
  { merged_into, retraction }: Stored,
  withheld: readonly number[],
): "active" | "retracted" | "merged" | "withheld" {
  if (merged_into !== null) return "merged";
  if (retraction !== null) return "retracted";
  return withheld.length > 0 ? "withheld" : "active";
}
