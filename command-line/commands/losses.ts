import type { z } from "zod";
import type { Command, Surroundings } from "@/command-line/command";
import { asQuery, withYear, YEAR_OPTIONS } from "@/command-line/commands/year";
import { EXIT } from "@/command-line/failure";
import { askedOptions, SERVER_OPTIONS } from "@/command-line/options";
import { shown, type TextTable, textTable } from "@/command-line/text-table";
import { quotable } from "@/lib/site/assistants/answer-text";
import { findingOf, knownOf } from "@/lib/site/assistants/finding";
import { type StatAnswer, statsShape } from "@/lib/site/open-data/shapes/answers";
import { exactText } from "@/lib/statistics/changes/amount-text";
import { DIMENSIONS, MEASURES, type Measure } from "@/lib/statistics/rules/parameters";

type Stats = z.infer<typeof statsShape>;

export const losses: Command = {
  name: "losses",
  about: "What thefts under a rule add up to, as a sentence to quote and as numbers.",
  words: null,
  takes: [0, 0],
  completes: [],
  options: [...YEAR_OPTIONS, ...askedOptions("stats"), ...SERVER_OPTIONS],
  formats: ["text", "json", "csv", "jsonl"],
  examples: [
    "lossline losses --year 2023 --through 2023-09-15",
    "lossline losses --from 2022-01-01 --to 2024-12-31 --by actor --measure net --format csv",
  ],
  async run(given, surroundings) {
    const query = withYear(given);
    const server = surroundings.server();
    const { output } = surroundings;
    if (given.format === "csv") {
      for await (const piece of server.pieces(`/api/v1/stats.csv${asQuery(query)}`))
        await output.write(piece);
      return EXIT.ok;
    }
    const { answer, text } = await server.json(`/api/v1/stats${asQuery(query)}`, statsShape);
    if (given.format === "json") await output.write(text.endsWith("\n") ? text : `${text}\n`);
    else if (given.format === "jsonl")
      for (const row of answer.data) await output.line(JSON.stringify(row));
    else await writeText(answer, server.url(answer.permanent_url), surroundings);
    return EXIT.ok;
  },
};

async function writeText(answer: Stats, url: string, { output }: Surroundings): Promise<void> {
  const { measure, sum, citation, rule } = answer;
  const known = knownOf(sum);
  await output.line(output.styled("bold", shown(sentenceOf(answer, url))));
  if (answer.by !== null || answer.interval !== null)
    await output.write(`\n${textTable(tableOf(answer))}`);
  await output.line();
  if (measure !== "count" && known !== null)
    await output.line(
      `To the dollar: ${exactText(measure, known)}, of ${numberOf(sum.incidents - sum.unknown)} incidents; ${numberOf(sum.unknown)} more are of unknown size and add nothing.`,
    );
  if (answer.by === "actor")
    await output.line(
      "Attributions are others’ statements, which the record cites; it makes none.",
    );
  await output.line(`Rule: ${rule === "" ? "everything" : rule}`);
  await output.line(`Cite: ${shown(citation)}`);
}

/** What came of a rule, of which record, through which day, and where it stands for ever. */
function sentenceOf(answer: Stats, url: string): string {
  const { sum, version, published_on, coverage } = answer;
  return quotable({
    finding: findingOf(answer, answer, { sum, known: knownOf(sum) }),
    version: {
      number: version,
      publishedOn: published_on,
      coveredThrough: coverage?.covered_through ?? null,
    },
    url,
  });
}

const numberOf = (count: number) => count.toLocaleString("en-GB");

function tableOf({ by, interval, measure, data }: Stats): TextTable {
  return {
    columns: [
      ...(interval === null ? [] : [{ title: "Period" }]),
      ...(by === null ? [] : [{ title: DIMENSIONS[by] }]),
      { title: MEASURES[measure], isNumber: true },
      { title: "Incidents", isNumber: true },
      { title: "Of unknown size", isNumber: true },
    ],
    rows: data.map((row) => [
      ...(interval === null ? [] : [row.period ?? "none"]),
      ...(by === null ? [] : [row.segment_name ?? "none"]),
      amountOf(row, measure),
      numberOf(row.incidents),
      numberOf(row.unknown),
    ]),
  };
}

/** Null where of none of its incidents an amount is known. */
function amountOf(row: StatAnswer, measure: Measure): string | null {
  if (measure === "count") return exactText(measure, row.amount);
  const known = knownOf(row);
  return known === null ? null : exactText(measure, known);
}
