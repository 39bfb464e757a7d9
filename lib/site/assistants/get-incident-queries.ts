import { answerText } from "@/lib/site/assistants/answer-text";
import { actorsText } from "@/lib/site/assistants/find-incidents-queries";
import { refuse } from "@/lib/site/assistants/tool";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { oneAt } from "@/lib/site/open-data/answer-queries";
import type { IncidentAnswer } from "@/lib/site/open-data/shapes/answers";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import { chainLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";

/** Of a list in a table's cell; how many more there are is said. */
const MOST_NAMED = 10;

/** A name that records of the interface are asked for by. */
export const RECORD_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const getIncident: Tool = {
  title: "Get an incident",
  description: "One theft by slug or id: loss with its range, who said who did it, sources.",
  parameters: { id: { type: "string", description: "Slug or id" } },
  required: ["id"],
  async answer({ db, version, origin }, given) {
    const id = given.get("id") ?? "";
    const found = RECORD_NAME.test(id) ? await oneAt(db, version.number, "incident", id) : null;
    if (found === null)
      return refuse(
        `id=${id.slice(0, 200)}: version ${version.number} of the record holds no such incident. Allowed is a slug or id as find_incidents says it.`,
      );
    const incident = found as unknown as IncidentAnswer;
    const url = `${origin}${pathOf(incident.url)}`;
    const { summary, ...others } = incident;
    return {
      ok: true,
      text: answerText({
        finding: findingOf(incident),
        version,
        url,
        shortId: null,
        table: { columns: ["Field", "Value"], rows: rowsOf(incident) },
        notes: [
          summary,
          `As data: ${origin}/api/v1/incidents/${incident.id}?version=${version.number}`,
        ],
      }),
      // Addresses may be hundreds: the interface has all of them.
      data: { ...others, summary, addresses: incident.addresses.slice(0, 50), url },
    };
  },
};

/** The path of a record's page, whatever its URL begins with. */
export function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, "");
}

function findingOf(incident: IncidentAnswer): string {
  const { name, occurred_on, loss_usd, status, retraction, merged_into_slug } = incident;
  if (status === "retracted")
    return `${name} was withdrawn from the record and counts in nothing: ${retraction ?? "no reason is given"}`;
  if (status === "merged")
    return `${name} turned out to be ${merged_into_slug ?? "another incident"} and counts there alone`;
  const when = `${occurred_on.length === 10 ? "on" : "in"} ${dateText(occurred_on)}`;
  const lost = loss_usd === null ? "a loss of unknown size" : `a loss of ${formatUsd(loss_usd)}`;
  const whom = actorsText(incident);
  return `${name}: ${lost} ${when}, ${whom === "nobody" ? "attributed to nobody on record" : `attributed by others to ${whom}`}`;
}

function some(texts: readonly string[]): string {
  if (texts.length === 0) return "none on record";
  const more = texts.length - MOST_NAMED;
  return `${texts.slice(0, MOST_NAMED).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

function rowsOf(incident: IncidentAnswer): [string, string | null][] {
  const { loss_usd, loss_usd_low, loss_usd_high, returned_usd, actors } = incident;
  const money = (usd: number | null) => (usd === null ? null : formatUsdExact(usd));
  const nameOf = (id: number) => actors.find((actor) => actor.id === id)?.name ?? String(id);
  return [
    ["Status", incident.status],
    ["Target", incident.target_name ?? incident.target],
    ["Category", termLabel(incident.category)],
    ["Technique", incident.technique],
    ["Chains", some(incident.chains.map(chainLabel))],
    ["Loss, US dollars", money(loss_usd)],
    [
      "Low and high",
      `${money(loss_usd_low) ?? "not known"} to ${money(loss_usd_high) ?? "not known"}`,
    ],
    ["Returned", money(returned_usd)],
    [
      "Statements about who did it",
      some(
        incident.attributions.map(
          ({ actor_id, by, on, confidence }) =>
            `${nameOf(actor_id)}, ${confidence}, said by ${by}${on === null ? "" : ` (${dateText(on)})`}`,
        ),
      ),
    ],
    [
      "Addresses",
      some(incident.addresses.map(({ chain, address, role }) => `${address} (${chain}, ${role})`)),
    ],
    [
      "Sources",
      some(incident.sources.map(({ publisher, title, url }) => `${publisher}: ${title}, ${url}`)),
    ],
    ["Revision", `${incident.revision}, of version ${incident.version}`],
  ];
}
