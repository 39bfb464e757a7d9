import { Moment } from "@/components/desk/moment";
import { Notice } from "@/components/desk/ui/notice";
import type { ImportReport } from "@/lib/desk/imports/import";

/** Why an import was returned, the latest first; nothing where it never was. */
export function ImportReturns({ returns }: Pick<ImportReport, "returns">) {
  return [...returns].reverse().map(({ by, at, reason }) => (
    <Notice
      key={at}
      kind="mind"
      title={
        <>
          {by} returned it, <Moment at={new Date(at)} />
        </>
      }
    >
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{reason}</p>
    </Notice>
  ));
}
