import type { Typed } from "@/lib/desk/forms/typed";
import type { KnownSource } from "@/lib/desk/sources/known-source";
import type { PageText } from "@/lib/desk/sources/page-text";
import { dateText } from "@/lib/values/dates/day";
import { archivedOriginal, isArchivedCopy } from "@/lib/values/links/archives";
import { dayInLink, dayOfPost } from "@/lib/values/links/day-in-link";
import { isUrl } from "@/lib/values/links/is-url";
import { tidyLink } from "@/lib/values/links/tidy-link";

/** What a source's row holds, as typed. */
export type SourceRow = Readonly<
  Record<"url" | "publisher" | "title" | "publishedOn" | "archivedUrl", string>
>;

/** Something that a source's row could be filled with; nothing is until somebody takes it. */
export interface SourceProposal {
  /** Which one it is, among those of a row. */
  name: "copy" | "link" | "publisher" | "title" | "day" | "archived";
  /** What would be written, by field. */
  fills: Partial<Record<keyof SourceRow, string>>;
  /** What is taken, as a button says it. */
  label: string;
  /** Why: what it was read from. */
  why: string;
}

/** What is known of a row's link besides the link itself; each null until it was asked for. */
export interface SourceFacts {
  known: KnownSource | null;
  page: PageText | null;
  /** An archived copy that was asked for. */
  copy: string | null;
}

export const NO_FACTS: SourceFacts = { known: null, page: null, copy: null };

/**
 * What a source's row could be filled with: from its link, from what the record knows of it, and from the page where that
 * was read. What is filled in already is left alone, but for what the page itself says otherwise.
 */
export function sourceProposals(
  row: SourceRow,
  { known, page, copy }: SourceFacts,
  now = new Date(),
): SourceProposal[] {
  const link = row.url.trim();
  if (!/^https?:\/\//i.test(link) || !isUrl(link)) return [];
  const empty = (field: keyof SourceRow) => row[field].trim() === "";
  const proposals: SourceProposal[] = [];
  const original = archivedOriginal(new URL(link));
  if (original !== null && isUrl(original))
    proposals.push({
      name: "copy",
      fills: { url: tidyLink(original), ...(empty("archivedUrl") && { archivedUrl: link }) },
      label: `Web address: ${tidyLink(original)}`,
      why: "this link is its archived copy",
    });
  else if (tidyLink(link) !== link)
    proposals.push({
      name: "link",
      fills: { url: tidyLink(link) },
      label: `Web address: ${tidyLink(link)}`,
      why: "the page itself, without tracking",
    });
  const publisher = publisherProposed(known, page);
  if (empty("publisher") && publisher !== null) proposals.push(publisher);
  const title = page?.title ?? null;
  if (title !== null && title !== row.title.trim())
    proposals.push({
      name: "title",
      fills: { title },
      label: `Title: ${title}`,
      why: "as the page says",
    });
  const day = dayProposed(link, page, now);
  if (day !== null && row.publishedOn.trim() !== day.day && (empty("publishedOn") || day.isSaid))
    proposals.push({
      name: "day",
      fills: { publishedOn: day.day },
      label: `Published on ${dateText(day.day)}`,
      why: day.why,
    });
  const archived = copy ?? known?.archivedUrl ?? null;
  if (empty("archivedUrl") && archived !== null && original === null)
    proposals.push({
      name: "archived",
      fills: { archivedUrl: archived },
      label: `Archived copy: ${archived}`,
      why: copy === null ? "the record has it beside this page" : "as the archive says",
    });
  return proposals;
}

/** What a link is beside a source, where nothing can be proposed for it: words for whoever typed it; null for most. */
export function sourceRemark(row: SourceRow): string | null {
  const link = row.url.trim();
  if (!isUrl(link)) return null;
  const url = new URL(link);
  return isArchivedCopy(url) && archivedOriginal(url) === null
    ? "An archived copy that does not say of which page. Enter the page’s own web address, and this one as its archived copy."
    : null;
}

function publisherProposed(
  known: KnownSource | null,
  page: PageText | null,
): SourceProposal | null {
  const held = known?.publisher ?? null;
  if (held !== null)
    return {
      name: "publisher",
      fills: { publisher: held.publisher },
      label: `Publisher: ${held.publisher}`,
      why: `${held.count.toLocaleString("en-GB")} of the record’s ${held.of.toLocaleString("en-GB")} at ${held.among}`,
    };
  if (page?.site == null) return null;
  return {
    name: "publisher",
    fills: { publisher: page.site },
    label: `Publisher: ${page.site}`,
    why: "as the page calls its site",
  };
}

/** @property isSaid whether the page itself says it */
function dayProposed(
  link: string,
  page: PageText | null,
  now: Date,
): { day: string; why: string; isSaid: boolean } | null {
  if (page?.publishedOn != null)
    return { day: page.publishedOn, why: "as the page says", isSaid: true };
  const inLink = dayInLink(archivedOriginal(new URL(link)) ?? link, now);
  if (inLink !== null) return { day: inLink, why: "in the web address", isSaid: false };
  const ofPost = dayOfPost(link, now);
  return ofPost === null ? null : { day: ofPost, why: "by the post’s number", isSaid: false };
}

/** A source's row of a form; what it does not hold is empty. */
export function readSourceRow(typed: Typed): SourceRow {
  const text = (name: keyof SourceRow) => {
    const value = typed[name];
    return typeof value === "string" ? value : "";
  };
  return {
    url: text("url"),
    publisher: text("publisher"),
    title: text("title"),
    publishedOn: text("publishedOn"),
    archivedUrl: text("archivedUrl"),
  };
}
