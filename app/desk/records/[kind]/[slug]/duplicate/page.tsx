import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { beginMerging } from "@/app/desk/records/correction-actions";
import { openRecord } from "@/app/desk/records/open-record";
import { requirePerson } from "@/app/desk/signed-in";
import { DeskFrame } from "@/components/desk/desk-frame";
import { FoundRecordList } from "@/components/desk/found-record-list";
import { RecordSearch } from "@/components/desk/record-search";
import { EmptyState } from "@/components/desk/ui/empty-state";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { DifferenceTable } from "@/components/histories/difference-table";
import { PageSection } from "@/components/ui/page-section";
import { database } from "@/lib/db/client";
import { nameLikeness } from "@/lib/desk/duplicates/distinctive-words";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { itemsToCarry } from "@/lib/desk/proposals/carried-items";
import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import { namesIn } from "@/lib/desk/proposals/name-queries";
import { findRecords } from "@/lib/desk/proposals/record-search-queries";
import { recordUrl } from "@/lib/desk/proposals/record-url";
import { writeTyped } from "@/lib/desk/proposals/typed";
import { difference } from "@/lib/record/history/difference";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { mergedIntoOf } from "@/lib/record/publishing/entry-parts";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import { dateText } from "@/lib/values/dates/day";
import { slugSchema } from "@/lib/values/slugs/slug";

export const metadata: Metadata = { title: "Merge a duplicate" };

const parametersSchema = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  into: slugSchema.optional().catch(undefined),
});

/** How alike two names are at least, from 0 to 1, of which one is shown beside the other unasked. */
const NAMED_ALIKE = 0.5;

/** What merging a record of each kind does. */
const CONSEQUENCES: Partial<Record<RecordKind, string>> = {
  target:
    "The other one stays. All that befell this one befell the other then, and its address leads there. Older versions do not change.",
  incident:
    "The other one stays. This one leaves every total, and its address leads to the other. Tick what the other takes over with the merging; whatever else it says has to be added there.",
  actor:
    "The other one stays. All that is attributed to this one is attributed to the other then, and its address leads there. Tick the sources that the other takes over. Older versions do not change.",
  figure:
    "The other one stays. This one is shown to readers no longer, and leads to the other here at the desk. What it says that the other does not has to be added there.",
};

/** Which other record this one turned out to be: found by name, then both side by side. */
export default async function DuplicatePage({
  params,
  searchParams,
}: PageProps<"/desk/records/[kind]/[slug]/duplicate">) {
  const person = await requirePerson("proposal.write");
  const { kind, record } = await openRecord(await params);
  // A service and the coverage are duplicates of nothing.
  const consequences = CONSEQUENCES[kind];
  if (consequences === undefined) notFound();
  const { q, into } = parametersSchema.parse(await searchParams);
  const address = recordUrl(kind, record);
  const other = into === undefined ? null : await findRecord(database(), kind, into);
  return (
    <DeskFrame person={person} section="records">
      <p className="text-muted text-sm">
        <a href={address}>{record.title}</a>
      </p>
      <h1 className="font-semibold text-3xl">Which {kind} is it a duplicate of?</h1>
      <p className="mt-2 mb-4 max-w-prose text-muted">{consequences}</p>
      <RecordSearch
        action={`${address}/duplicate`}
        kind={null}
        text={q ?? ""}
        label={`Find the other ${kind}`}
      />
      {other !== null ? (
        <Both kind={kind} record={record} other={other} />
      ) : (
        <Candidates kind={kind} record={record} text={q ?? record.title} given={q !== undefined} />
      )}
    </DeskFrame>
  );
}

/** The incidents that one may be, the likeliest first, each with why it is thought so. */
async function likelyOnes({ entry, recordId }: PublishedEntry): Promise<FoundRecord[]> {
  const found = await findDuplicates(database(), writeTyped(entry), recordId);
  return found.flatMap(({ of, name, occurredOn, reasons }) =>
    of.where === "record"
      ? {
          recordId: of.recordId,
          slug: of.slug,
          title: name,
          about: [...(occurredOn === null ? [] : [dateText(occurredOn)]), ...reasons].join("; "),
          status: null,
        }
      : [],
  );
}

async function Candidates({
  kind,
  record,
  text,
  given,
}: {
  kind: RecordKind;
  record: PublishedEntry;
  text: string;
  /** Whether somebody asked for it, or it is only this one's own name. */
  given: boolean;
}) {
  const { records } = await findRecords(database(), kind, text);
  const likely = given || kind !== "incident" ? [] : await likelyOnes(record);
  // Unasked, only what is named alike by its own words: "hot-wallet theft" is in the names of a hundred.
  const isNamedAlike = (title: string) =>
    given || kind === "figure" || nameLikeness(record.title, title) >= NAMED_ALIKE;
  const named = records.filter(
    ({ recordId, title, status }) =>
      recordId !== record.recordId &&
      status !== "merged" &&
      isNamedAlike(title) &&
      likely.every((one) => one.recordId !== recordId),
  );
  const others = [...likely, ...named];
  if (others.length === 0) {
    return (
      <EmptyState>
        <p>
          {given
            ? `No other ${kind} has a name like that.`
            : `No other ${kind} looks much like this one. Search for the other by its name.`}
        </p>
      </EmptyState>
    );
  }
  return (
    <PageSection id="others" title={given ? "Found" : "Much like it"}>
      <FoundRecordList
        kind={kind}
        records={others}
        hrefOf={(other) => `${recordUrl(kind, record)}/duplicate?into=${placeOf(other)}#both`}
      />
    </PageSection>
  );
}

async function Both({
  kind,
  record,
  other,
}: {
  kind: RecordKind;
  record: PublishedEntry;
  other: PublishedEntry;
}) {
  if (other.recordId === record.recordId) {
    return (
      <Notice kind="mind">
        <p>That is this {kind} itself. Search for the other.</p>
      </Notice>
    );
  }
  if (mergedIntoOf(other.entry) !== null) {
    return (
      <Notice kind="mind">
        <p>
          {other.title} is merged into another itself.{" "}
          <a href={`?into=${mergedIntoOf(other.entry)}#both`}>Take that one</a>
        </p>
      </Notice>
    );
  }
  const records = [other.entry.record, record.entry.record] as const;
  const names = await namesIn(database(), records);
  const carried = itemsToCarry(kind, ...records, names);
  return (
    <PageSection
      id="both"
      title={`Merge into ${other.title}`}
      note={
        <>
          What <a href={recordUrl(kind, other)}>{other.title}</a> says, struck through, and what
          this one says instead. Make sure that both are one.
        </>
      }
    >
      <PlainForm
        id="merge"
        label="Merge"
        action={beginMerging}
        fields={carried.map(({ path, label, said }, place) => ({
          name: `carry-${place}`,
          label,
          ...(said !== null && { hint: said }),
          type: "check" as const,
          value: path,
        }))}
        legend={`What ${other.title} lacks and takes over`}
        hidden={{ kind, recordId: String(record.recordId), into: placeOf(other) }}
        submit={`Draft the merging into ${other.title}`}
        kind="danger"
      />
      <div className="mt-6">
        <DifferenceTable differences={difference(kind, ...records, names)} />
      </div>
    </PageSection>
  );
}

/** What a record is named by: its slug, or its lasting id where it has none. */
function placeOf({ slug, recordId }: { slug: string | null; recordId: number }): string {
  return slug ?? String(recordId);
}
