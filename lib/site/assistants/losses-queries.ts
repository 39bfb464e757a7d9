import { z } from "zod";
import { answerText } from "@/lib/site/assistants/answer-text";
import { type Counted, countedAt } from "@/lib/site/assistants/counted-queries";
import { FILTER_PARAMETERS } from "@/lib/site/assistants/filter-parameters";
import { knownOf } from "@/lib/site/assistants/finding";
import { readOperation } from "@/lib/site/assistants/rule-queries";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { permanentPath } from "@/lib/site/open-data/about";
import type { Asked } from "@/lib/site/open-data/asked";
import type { StatAnswer } from "@/lib/site/open-data/shapes/answers";
import { exactText } from "@/lib/statistics/changes/amount-text";
import { DIMENSIONS, ESTIMATES, INTERVALS, MEASURES } from "@/lib/statistics/rules/parameters";

/** More are to be had of the interface, whose address is said. */
const MOST_ROWS = 60;

const amount = z.number().nullable();

export const losses: Tool = {
  title: "Losses",
  description:
    "What crypto-asset thefts under a rule add up to, as a sentence to quote. Split by a dimension and by period on demand. Thefts of unknown size are named and counted in no sum.",
  parameters: {
    ...FILTER_PARAMETERS,
    measure: { type: "string", enum: Object.keys(MEASURES) },
    estimate: { type: "string", enum: Object.keys(ESTIMATES) },
    by: { type: "string", enum: Object.keys(DIMENSIONS) },
    interval: { type: "string", enum: Object.keys(INTERVALS) },
    dollars: { type: "integer", description: "Year in whose dollars to count" },
  },
  output: z.object({
    sentence: z.string(),
    rule: z.string(),
    version: z.int(),
    covered_through: z.string().nullable(),
    amount,
    incidents: z.int(),
    unknown: z.int(),
    url: z.string(),
    short_id: z.string().nullable(),
    rows: z.array(
      z.object({
        period: z.string().nullable(),
        segment: z.string().nullable(),
        amount,
        incidents: z.int(),
        unknown: z.int(),
      }),
    ),
  }),
  async answer(at, given) {
    const read = await readOperation(at, "stats", given);
    if (!read.ok) return read;
    const { asked } = read;
    const counted = await countedAt(at, asked);
    const { finding, about, sum, known, url, shortId } = counted;
    const rows = asked.by === null && asked.interval === null ? [] : counted.rows;
    return {
      ok: true,
      text: answerText({
        finding,
        version: at.version,
        url,
        shortId,
        table: { columns: columnsOf(asked), rows: rows.slice(0, MOST_ROWS).map(cellsOf(asked)) },
        notes: notesOf(at.origin, asked, counted, rows.length),
      }),
      data: {
        sentence: `${finding.replace(/\.$/, "")}.`,
        rule: about.rule_in_words,
        version: at.version.number,
        covered_through: at.version.coveredThrough,
        amount: known,
        incidents: sum.incidents,
        unknown: sum.unknown,
        url,
        short_id: shortId,
        rows: rows.slice(0, MOST_ROWS).map((row) => ({
          period: row.period,
          segment: row.segment,
          amount: knownOf(row),
          incidents: row.incidents,
          unknown: row.unknown,
        })),
      },
    };
  },
};

function columnsOf({ by, interval, measure }: Asked): string[] {
  return [
    ...(interval === null ? [] : ["Period"]),
    ...(by === null ? [] : [DIMENSIONS[by], "Value"]),
    MEASURES[measure],
    "Incidents",
    "Of unknown size",
  ];
}

function cellsOf({ by, interval, measure }: Asked) {
  return (row: StatAnswer) => {
    const known = knownOf(row);
    return [
      ...(interval === null ? [] : [row.period ?? "none"]),
      ...(by === null ? [] : [row.segment_name ?? "none", row.segment ?? "none"]),
      known === null ? null : exactText(measure, known),
      row.incidents,
      row.unknown,
    ];
  };
}

function notesOf(origin: string, asked: Asked, { about, sum, known }: Counted, rows: number) {
  const { measure } = asked;
  return [
    `Rule: ${about.rule_in_words}.`,
    ...(known === null || measure === "count"
      ? []
      : [
          `To the dollar: ${exactText(measure, known)}, of ${sum.incidents - sum.unknown} incidents; ${sum.unknown} more are of unknown size.`,
        ]),
    ...(asked.by === "actor"
      ? ["Attributions are others’ statements, which the record cites; it makes none of its own."]
      : []),
    ...(rows > MOST_ROWS ? [`The first ${MOST_ROWS} of ${rows} rows. All of them:`] : []),
    `As data: ${origin}${permanentPath(asked)}`,
  ];
}
