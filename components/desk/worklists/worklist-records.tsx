import { Age } from "@/components/desk/moment";
import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import { recordUrl } from "@/lib/desk/proposals/record-url";
import type { WorklistClaim } from "@/lib/desk/worklists/worklist-claim";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

interface WorklistRecordsProps {
  kind: RecordKind;
  records: readonly (FoundRecord & { lacks: string | null; href?: string })[];
  claims: ReadonlyMap<number, WorklistClaim>;
  /** Who reads it. */
  readerId: string;
  now: Date;
}

/** The form that a row's button sends; it stands outside the one that the rows are ticked in. */
export function rowFormId(recordId: number): string {
  return `row-${recordId}`;
}

/** The records of a worklist, to be ticked, each with who has claimed it. */
export function WorklistRecords({ kind, records, claims, readerId, now }: WorklistRecordsProps) {
  return (
    <ul className="mt-2 border-rule border-t">
      {records.map((record) => {
        const claim = claims.get(record.recordId);
        const isOwn = claim?.by.id === readerId;
        const button = claim === undefined ? "Claim" : isOwn ? "Release" : "Take over";
        return (
          <li
            key={record.recordId}
            className="flex flex-wrap gap-x-3 border-rule border-b py-2 [overflow-wrap:anywhere]"
          >
            <input
              type="checkbox"
              name="record"
              value={record.recordId}
              aria-label={`Select ${record.title}`}
              className="mt-1 size-5 shrink-0 accent-(--ink)"
            />
            <div className="min-w-0 flex-1 basis-60">
              <a
                href={record.href ?? `${recordUrl(kind, record)}#correct`}
                className="font-semibold"
              >
                {record.title}
              </a>
              <span className="block text-muted text-sm">{record.about}</span>
              {record.lacks !== null && <span className="block text-sm">{record.lacks}</span>}
            </div>
            <div className="flex items-baseline gap-3 text-sm max-sm:w-full max-sm:pl-8">
              {claim !== undefined && (
                <span>
                  <strong className="font-semibold">
                    claimed by {isOwn ? "you" : claim.by.name}
                  </strong>{" "}
                  <span className="text-muted">
                    since <Age at={claim.claimedAt} now={now} />
                  </span>
                </span>
              )}
              <button
                type="submit"
                form={rowFormId(record.recordId)}
                aria-label={`${button} ${record.title}`}
                className="min-h-6 cursor-pointer underline"
              >
                {button}
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
