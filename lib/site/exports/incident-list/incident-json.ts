import { LICENCE_NAME, LICENCE_URL } from "@/lib/site/citations/licence";
import { coverageBlock } from "@/lib/site/exports/chart-document";
import { incidentObject } from "@/lib/site/exports/incident-list/incident-cells";
import { INCIDENT_COLUMNS } from "@/lib/site/exports/incident-list/incident-columns";
import type { IncidentDocument } from "@/lib/site/exports/incident-list/incident-document";
import { NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";

/** A list of incidents as JSON, some rows at a time: what it is, its rule and source, and each incident with its lists. */
export async function* incidentJson(document: IncidentDocument): AsyncGenerator<string> {
  const { title, rule, filters, sort, version, total, address, citation, shortId } = document;
  const head = {
    title,
    source: `Lossline, version ${version.number} of the record`,
    version: version.number,
    publishedOn: version.publishedOn,
    countingRules: NEWEST_RULES,
    coverage: coverageBlock(document),
    licence: { name: LICENCE_NAME, address: LICENCE_URL },
    citation,
    address,
    shortId,
    rule: { text: rule, ...filters, sort },
    incidents: total.incidents,
    totals:
      filters.q === undefined
        ? {
            lossUsd: total.lossUsd,
            unknownSize: total.unknownSize,
            returnedUsd: total.returnedUsd,
            returnedIncidents: total.returnedIncidents,
          }
        : null,
    columns: INCIDENT_COLUMNS.map(({ name, title, unit, kind }) => ({ name, title, unit, kind })),
  };
  yield `${JSON.stringify(head, null, 2).replace(/\n\}$/, "")},\n  "rows": [`;
  let isFirst = true;
  for await (const some of document.incidents()) {
    const rows = some.map((incident) =>
      JSON.stringify(incidentObject(incident, document.urlOf(incident.slug))),
    );
    if (rows.length > 0) yield `${isFirst ? "\n" : ",\n"}    ${rows.join(",\n    ")}`;
    isFirst = false;
  }
  yield isFirst ? "]\n}\n" : "\n  ]\n}\n";
}
