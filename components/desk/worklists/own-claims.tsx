import { recordUrl } from "@/lib/desk/proposals/record-url";
import type { OwnClaim } from "@/lib/desk/worklists/worklist-claim";
import { ageText } from "@/lib/values/dates/moment";

/** What the reader has claimed, what ends first at first. */
export function OwnClaims({ claims, now }: { claims: readonly OwnClaim[]; now: Date }) {
  return (
    <ul className="border-rule border-t">
      {claims.map(({ list, expiresAt, href, ...record }) => (
        <li
          key={`${list.kind} ${record.recordId}`}
          className="border-rule border-b py-2 [overflow-wrap:anywhere]"
        >
          <a href={href ?? `${recordUrl(list.kind, record)}#correct`} className="font-semibold">
            {record.title}
          </a>
          <span className="block text-muted text-sm">
            <a href={`/desk/worklists/${list.name}`}>{list.title}</a> · {record.about} · ends in{" "}
            {ageText(now, expiresAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
