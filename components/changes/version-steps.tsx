import type { Links } from "@/lib/site/urls/links";
import type { ChangesView } from "@/lib/statistics/changes/changes-view";
import { type Day, dateText } from "@/lib/values/dates/day";

interface VersionStepsProps {
  versions: readonly { number: number; publishedOn: Day; note: string }[];
  view: ChangesView;
  links: Links;
}

/** Each publication between two versions, leading to what it alone did to the figure. */
export function VersionSteps({ versions, view, links }: VersionStepsProps) {
  return (
    <ol>
      {versions.map(({ number, publishedOn, note }) => (
        <li key={number} className="border-rule border-b py-2">
          {number === 1 ? (
            <span className="font-semibold">Version 1</span>
          ) : (
            <a
              href={links.changes({ ...view, from: number - 1, to: number })}
              className="font-semibold"
            >
              Version {number}
            </a>
          )}
          <span className="text-muted">, {dateText(publishedOn)}</span>
          <span className="block text-sm">{note}</span>
        </li>
      ))}
    </ol>
  );
}
