import { linksFor } from "@/lib/site/urls/links";
import { changeText } from "@/lib/statistics/changes/amount-text";
import { type ChangedField, changedFields } from "@/lib/statistics/changes/changed-fields";
import { CHANGE_KINDS, type ChangedIncident } from "@/lib/statistics/changes/changes";
import type { ChangesView } from "@/lib/statistics/changes/changes-view";
import { dateInShort } from "@/lib/values/dates/day";
import { isBounded, lossText } from "@/lib/values/money/loss-text";

interface ChangedIncidentsProps {
  incidents: readonly ChangedIncident[];
  view: ChangesView;
  caption: string;
}

/** Incidents one by one: what each adds to the difference, and what the two versions tell differently. */
export function ChangedIncidents({ incidents, view, caption }: ChangedIncidentsProps) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Incident
          </th>
          <th scope="col" className="hidden py-2 pr-3 font-normal md:table-cell">
            What changed
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Adds
          </th>
        </tr>
      </thead>
      <tbody>
        {incidents.map((incident) => (
          <tr
            key={`${incident.kind} ${(incident.after ?? incident.before)?.slug}`}
            className="border-rule border-b align-top"
          >
            <th
              scope="row"
              className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere] md:w-2/5"
            >
              <Name incident={incident} view={view} />
              <div className="mt-1 md:hidden">
                <WhatChanged incident={incident} view={view} />
              </div>
            </th>
            <td className="hidden py-2 pr-3 md:table-cell">
              <WhatChanged incident={incident} view={view} />
            </td>
            <td className="whitespace-nowrap py-2 text-right">
              {incident.kind === "unmoved" ? (
                <span className="text-muted">–</span>
              ) : (
                <span title={changeText(view.rule.measure, incident.amount, true)}>
                  {changeText(view.rule.measure, incident.amount)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface PartProps {
  incident: ChangedIncident;
  view: ChangesView;
}

/** The incident's name, leading to what each of the two versions tells of it. */
function Name({ incident: { before, after }, view }: PartProps) {
  const shown = after ?? before;
  if (shown === null) return null;
  const at = (version: number, slug: string) => linksFor({ version, pinned: true }).incident(slug);
  return (
    <>
      <a href={at(after === null ? view.from : view.to, shown.slug)} className="font-semibold">
        {shown.name}
      </a>{" "}
      <span className="whitespace-nowrap text-muted text-sm">{dateInShort(shown.occurredOn)}</span>
      {before !== null && after !== null && before.publishedIn !== after.publishedIn && (
        <span className="block text-muted text-sm">
          <a href={at(view.from, before.slug)}>as in version {view.from}</a>, changed in version{" "}
          {after.publishedIn}
        </span>
      )}
    </>
  );
}

function WhatChanged({ incident }: PartProps) {
  const { kind, before, after } = incident;
  const fields = changedFields(incident);
  return (
    <div className="text-sm">
      {kind !== "unmoved" && <p className="font-semibold">{CHANGE_KINDS[kind].label}</p>}
      {kind === "added" && after?.lossUsd === null && (
        <p>
          {isBounded(after)
            ? `No best estimate is known: ${lossText(after)}.`
            : "Nobody has put a figure on it yet."}
        </p>
      )}
      {after?.mergedInto != null && <p>Now part of {after.mergedInto.name}.</p>}
      {after?.retraction != null && <p>{after.retraction}</p>}
      {fields.length > 0 && (
        <ul>
          {fields.map((field) => (
            <li key={field.label}>
              <Field field={field} />
            </li>
          ))}
        </ul>
      )}
      {kind === "recounted" && before !== null && (
        <p>
          {before.counted
            ? "The rules of the later version count it, those of the earlier did not."
            : "The rules of the earlier version counted it, those of the later do not."}
        </p>
      )}
      {kind === "reattributed" &&
        before !== null &&
        after !== null &&
        before.publishedIn === after.publishedIn && (
          <p>The incident is as it was; which actor is part of which was corrected.</p>
        )}
    </div>
  );
}

function Field({ field: { label, before, after } }: { field: ChangedField }) {
  if (before === null && after === null) return <>{label} changed</>;
  return (
    <>
      {label}: {before !== null && <s className="text-muted">{before}</s>}
      {before !== null && after !== null && (
        <>
          {" "}
          <span aria-hidden="true">→</span>
          <span className="sr-only">became</span>{" "}
        </>
      )}
      {before === null && "new: "}
      {after ?? " withdrawn"}
    </>
  );
}
