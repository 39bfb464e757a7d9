import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { answerText } from "@/lib/site/assistants/answer-text";
import { FILTER_PARAMETERS } from "@/lib/site/assistants/filter-parameters";
import { aboutAsked, listShortId, readOperation } from "@/lib/site/assistants/rule-queries";
import { refuse } from "@/lib/site/assistants/tool";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { permanentPath } from "@/lib/site/open-data/about";
import { listPage } from "@/lib/site/open-data/answer-queries";
import { listOfCursor } from "@/lib/site/open-data/asked";
import { writeCursor } from "@/lib/site/open-data/cursor";
import type { IncidentAnswer } from "@/lib/site/open-data/shapes/answers";
import { statsAt } from "@/lib/site/open-data/stat-queries";
import { linksFor } from "@/lib/site/urls/links";
import { SORTS } from "@/lib/statistics/rules/parameters";
import { isOfStatements } from "@/lib/statistics/rules/views";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

const USUAL_LIMIT = "20";
const MOST_ROWS = 50;

export const findIncidents: Tool = {
  title: "Find incidents",
  description:
    "Thefts under filters or by words, each with day, loss, whom others attribute it to, and its slug for get_incident.",
  parameters: {
    q: { type: "string", description: "Words, e.g. a name" },
    ...FILTER_PARAMETERS,
    sort: { type: "string", enum: Object.keys(SORTS).slice(0, 4) },
    limit: { type: "integer", description: `1 to ${MOST_ROWS}; ${USUAL_LIMIT} if left out` },
    cursor: { type: "string", description: "Of the answer before, for more" },
  },
  async answer(at, given) {
    const query = new URLSearchParams(given);
    if (!query.has("limit")) query.set("limit", USUAL_LIMIT);
    if (Number(query.get("limit")) > MOST_ROWS)
      return refuse(
        `limit=${query.get("limit")}: allowed is a whole number from 1 to ${MOST_ROWS}.`,
      );
    const read = await readOperation(at, "incidents", query);
    if (!read.ok) return read;
    const { asked } = read;
    const { db, version, origin } = at;
    const { filters, sort } = asked;
    const [about, page, counted] = await Promise.all([
      aboutAsked(at, asked),
      listPage(db, version, "incidents", asked),
      // What had been said by a day is asked of lists alone.
      isOfStatements(filters) ? null : statsAt(db, version.number, asked),
    ]);
    const incidents = page.rows.map(({ data }) => data as unknown as IncidentAnswer);
    const last = page.rows.at(-1);
    const cursor =
      page.hasMore && last !== undefined
        ? writeCursor({ version: version.number, row: last.row }, listOfCursor(asked))
        : null;
    const url = `${origin}${linksFor({ version: version.number, pinned: true }).incidents(filters, { sort })}`;
    return {
      ok: true,
      text: answerText({
        finding: findingOf(about.title, page.total, counted?.sum ?? null),
        version,
        url,
        shortId: listShortId(version.number, filters, sort),
        table: {
          columns: ["Incident", "Slug", "Day", "Loss", "Category", "Attributed by others to"],
          rows: incidents.map((incident) => [
            incident.name,
            incident.slug,
            dateText(incident.occurred_on),
            incident.loss_usd === null ? null : formatUsdExact(incident.loss_usd),
            incident.category,
            actorsText(incident),
          ]),
        },
        notes: [
          ...(cursor === null
            ? []
            : [
                `${incidents.length} of ${page.total} are here; for more, ask again with cursor ${cursor}`,
              ]),
          `As data: ${origin}${permanentPath(asked)}`,
        ],
      }),
      data: {
        title: about.title,
        version: version.number,
        total: page.total,
        cursor,
        url,
        incidents: incidents.map(({ id, slug, name, occurred_on, loss_usd, category, actors }) => ({
          ...{ id, slug, name, occurred_on, loss_usd, category },
          actors: actors.map((actor) => actor.slug),
        })),
      },
    };
  },
};

function findingOf(
  title: string,
  total: number,
  sum: { incidents: number; unknown: number; amount: number } | null,
): string {
  const found = `${title}: ${total.toLocaleString("en-GB")} ${total === 1 ? "is" : "are"} on record`;
  if (sum === null || total === 0) return found;
  const known = sum.incidents - sum.unknown;
  const left =
    sum.unknown === 0
      ? ""
      : `; ${sum.unknown.toLocaleString("en-GB")} ${sum.unknown === 1 ? "is" : "are"} of unknown size and counted in no sum`;
  return `${found}${known === 0 ? "" : `, with known losses of ${formatUsd(sum.amount)} in ${known.toLocaleString("en-GB")}`}${left}`;
}

/** Whom others name, a person never without the legal status. */
export function actorsText({ actors }: Pick<IncidentAnswer, "actors">): string {
  const names = actors.map(({ name, kind, legal_status, legal_status_on }) =>
    nameWithStatus({ name, kind, status: legal_status, statusOn: legal_status_on }),
  );
  return names.length === 0 ? "nobody" : names.join(", ");
}
