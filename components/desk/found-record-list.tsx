import type { ReactNode } from "react";
import type { FoundRecord } from "@/lib/desk/proposals/found-record";
import { recordUrl } from "@/lib/desk/proposals/record-url";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

interface FoundRecordListProps {
  kind: RecordKind;
  records: readonly FoundRecord[];
  /** Where each leads; to the record at the desk where it is not given. */
  hrefOf?: (record: FoundRecord) => string;
  /** Whether each can be ticked, within a form that sends its lasting id as `record`. */
  selectable?: boolean;
  /** What is behind each. */
  beside?: (record: FoundRecord) => ReactNode;
}

/** Published records as lines. */
export function FoundRecordList({
  kind,
  records,
  hrefOf,
  beside,
  selectable = false,
}: FoundRecordListProps) {
  if (records.length === 0) return null;
  return (
    <ul className="mt-2 border-rule border-t">
      {records.map((record) => (
        <li
          key={record.recordId}
          className="flex gap-3 border-rule border-b py-2 [overflow-wrap:anywhere]"
        >
          {selectable && (
            <input
              type="checkbox"
              name="record"
              value={record.recordId}
              aria-label={`Select ${record.title}`}
              className="mt-1 size-5 shrink-0 accent-(--ink)"
            />
          )}
          <div className="min-w-0">
            <a href={hrefOf?.(record) ?? recordUrl(kind, record)} className="font-semibold">
              {record.title}
            </a>{" "}
            {record.status !== null && (
              <span className="text-negative text-sm">{record.status}</span>
            )}
            <span className="block text-muted text-sm">{record.about}</span>
            {beside?.(record)}
          </div>
        </li>
      ))}
    </ul>
  );
}
