import { z } from "zod";
import {
  type Command,
  type Given,
  isGiven,
  lastValue,
  type Surroundings,
} from "@/command-line/command";
import { asQuery, withYear, YEAR_OPTIONS } from "@/command-line/commands/year";
import { CsvRecords } from "@/command-line/csv-records";
import { EXIT, type ExitCode, Failure, wrongServer, wrongUsage } from "@/command-line/failure";
import { JsonStream } from "@/command-line/json-stream";
import { askedOptions, option, SERVER_OPTIONS } from "@/command-line/options";
import { OutputFile } from "@/command-line/output-file";
import type { Server } from "@/command-line/server";
import { lineOf, shown } from "@/command-line/text-table";
import { quotable } from "@/lib/site/assistants/answer-text";
import { aboutShape } from "@/lib/site/open-data/shapes/answers";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import { formatUsdExact } from "@/lib/values/money/usd";

const pageShape = aboutShape.extend({
  total: z.int().min(0),
  next: z.string().nullable(),
  data: z.array(z.record(z.string(), z.unknown())),
});
type Page = z.infer<typeof pageShape>;

const USUAL_LIMIT = 100;
const MOST_ON_PAGE = 1_000;
/** What text shows where no fields are asked for. */
const SHOWN_FIELDS = ["occurred_on", "loss_usd", "slug", "name"];

export const incidents: Command = {
  name: "incidents",
  about: "The thefts that count under a rule, one after the other.",
  words: null,
  takes: [0, 0],
  completes: [],
  options: [
    option("limit", "N", `at most so many (${USUAL_LIMIT})`),
    option("all", null, "all of them, however many"),
    option("out", "FILE", "a file for them, which is there once it is whole and not before"),
    ...YEAR_OPTIONS,
    ...askedOptions("incidents", ["limit", "cursor"]),
    ...SERVER_OPTIONS,
  ],
  formats: ["text", "json", "csv", "jsonl"],
  examples: [
    "lossline incidents --actor lazarus-group --sort largest --limit 10",
    "lossline incidents --year 2023 --all --format csv --out incidents-2023.csv",
  ],
  async run(given, surroundings) {
    const place = lastValue(given, "out");
    const [query, most, server] = [withYear(given), mostOf(given), surroundings.server()];
    const write = given.format === "csv" ? writeCsv : writeItems;
    if (place === null) return write(given, surroundings, { query, most, server });
    const file = new OutputFile(place);
    try {
      const code = await write(given, { ...surroundings, output: file }, { query, most, server });
      await file.keep();
      return code;
    } catch (error) {
      await file.discard();
      if (!(error instanceof Failure)) throw error;
      throw new Failure(error.code, `${error.message} ${place} was not written.`);
    }
  },
};

interface Asked {
  query: URLSearchParams;
  most: number;
  server: Server;
}

/** What stands at the end of what was broken off: no reader of CSV or JSON lines takes it for whole. */
const BROKEN_OFF = { csv: '\r\n"broken off', jsonl: '{"broken_off":' };

/** What went wrong, and that the lines before it are not all. @param written how many there are */
function brokenOff(error: unknown, written: number): unknown {
  if (!(error instanceof Failure) || written <= 0) return error;
  return new Failure(
    error.code,
    `${error.message} What was written is not whole: it breaks off behind ${incidentsText(written)}.`,
  );
}

async function writeCsv(
  _given: Given,
  { output, notes }: Surroundings,
  { query, most, server }: Asked,
): Promise<ExitCode> {
  const records = new CsvRecords();
  let place: string | null = null;
  const pieces = server.pieces(`/api/v1/incidents.csv${asQuery(query)}`, {}, (headers) => {
    place = headers.get("Content-Location");
  });
  try {
    for await (const piece of pieces) {
      const end = records.follow(piece, most + 1);
      await output.write(end === null ? piece : piece.subarray(0, end));
      if (end !== null) return EXIT.ok;
      notes.progress(`${(records.ended - 1).toLocaleString("en-GB")} incidents`);
    }
    if (place !== null) await mustBeAll(place, records.ended - 1, server);
  } catch (error) {
    if (records.ended > 0) await output.write(records.isQuoted ? "" : BROKEN_OFF.csv);
    throw brokenOff(error, records.ended - 1);
  } finally {
    notes.endProgress();
  }
  return EXIT.ok;
}

/** Counts what came against the total of the same version. @param place where the CSV is for ever */
async function mustBeAll(place: string, came: number, server: Server): Promise<void> {
  const path = server.pathOf(place).replace(/\.csv(?=\?|$)/, "");
  const query = new URLSearchParams(path.split("?")[1]);
  query.set("limit", "1");
  const { answer } = await server.json(`/api/v1/incidents${asQuery(query)}`, pageShape);
  if (answer.total !== came)
    throw wrongServer(
      `${server.url(place)} ended behind ${came.toLocaleString("en-GB")} of ${incidentsText(answer.total)}.`,
    );
}

async function writeItems(
  given: Given,
  surroundings: Surroundings,
  { query, most, server }: Asked,
): Promise<ExitCode> {
  const writer = WRITERS[given.format as keyof typeof WRITERS](surroundings, server);
  if (given.format === "text" && !query.has("fields")) query.set("fields", SHOWN_FIELDS.join(","));
  const { notes, output } = surroundings;
  let [written, total] = [0, 0];
  try {
    for await (const page of pages(server, query, most)) {
      if (written === 0) await writer.begin(page);
      for (const item of page.data) await writer.item(item);
      written += page.data.length;
      total = page.total;
      notes.progress(`${written.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}`);
    }
    const due = Math.min(most, total);
    if (written !== due)
      throw wrongServer(
        `${server.base} ended its list behind ${written} of ${incidentsText(due)}.`,
      );
  } catch (error) {
    notes.endProgress();
    if (written > 0 && given.format === "jsonl") await output.write(BROKEN_OFF.jsonl);
    throw brokenOff(error, written);
  }
  notes.endProgress();
  await writer.end();
  if (written < total && !isGiven(given, "limit"))
    await notes.line(
      `These are ${written.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}: --all asks for all of them, --limit N for so many.`,
    );
  return EXIT.ok;
}

function mostOf(given: Given): number {
  const limit = lastValue(given, "limit");
  if (isGiven(given, "all")) {
    if (limit !== null) throw wrongUsage("--limit and --all contradict each other.");
    return Number.POSITIVE_INFINITY;
  }
  if (limit === null) return USUAL_LIMIT;
  if (!/^[1-9]\d{0,8}$/.test(limit))
    throw wrongUsage(`--limit ${limit}: allowed is a whole number from 1 on.`);
  return Number(limit);
}

/** The pages of a list to its end, or until there are enough; all of one version. */
async function* pages(server: Server, query: URLSearchParams, most: number): AsyncGenerator<Page> {
  const first = new URLSearchParams(query);
  first.set("limit", String(Math.min(most, MOST_ON_PAGE)));
  let next: string | null = `/api/v1/incidents${asQuery(first)}`;
  for (let left = most; next !== null && left > 0; ) {
    const { answer }: { answer: Page } = await server.json(next, pageShape);
    yield { ...answer, data: answer.data.slice(0, left) };
    left -= answer.data.length;
    next = answer.next === null ? null : server.pathOf(answer.next);
  }
}

interface Writer {
  begin(first: Page): Promise<void>;
  item(item: Record<string, unknown>): Promise<void>;
  end(): Promise<void>;
}

const WRITERS: Record<"text" | "json" | "jsonl", (to: Surroundings, server: Server) => Writer> = {
  json({ output }, server) {
    const stream = new JsonStream(output);
    return {
      begin({ data, next, ...head }) {
        return stream.begin({ ...head, permanent_url: server.url(head.permanent_url) }, "data");
      },
      item: (item) => stream.item(item),
      end: () => stream.end(),
    };
  },
  jsonl: ({ output }) => ({
    begin: async () => {},
    item: (item) => output.line(JSON.stringify(item)),
    end: async () => {},
  }),
  text({ output }, server) {
    let columns: { title: string; isNumber?: boolean }[] = [];
    let widths: number[] = [];
    return {
      async begin(first) {
        await output.line(output.styled("bold", shown(sentenceOf(first, server))));
        await output.line();
        const names = Object.keys(first.data[0] ?? {});
        const inOrder = SHOWN_FIELDS.every((name) => names.includes(name)) ? SHOWN_FIELDS : [];
        columns = [...new Set([...inOrder, ...names])].map((title) => ({
          title,
          isNumber: title.endsWith("_usd"),
        }));
        widths = columns.map(({ title }) =>
          Math.max(title.length, ...first.data.map((item) => [...cellOf(title, item)].length)),
        );
        if (columns.length > 0)
          await output.write(
            lineOf(
              columns.map(({ title }) => title),
              columns,
              widths,
            ),
          );
      },
      item: (item) =>
        output.write(
          lineOf(
            columns.map(({ title }) => cellOf(title, item)),
            columns,
            widths,
          ),
        ),
      end: async () => {},
    };
  },
};

/** A field as a line shows it; what is not known says so. */
function cellOf(name: string, item: Record<string, unknown>): string {
  const value = item[name] ?? null;
  if (value === null) return "unknown";
  if (typeof value === "number" && name.endsWith("_usd")) return formatUsdExact(value);
  return shown(typeof value === "string" ? value : JSON.stringify(value));
}

function sentenceOf(page: Page, server: Server): string {
  const { total, title, version, published_on, coverage, permanent_url } = page;
  return quotable({
    finding: `${title}: ${total.toLocaleString("en-GB")} on record`,
    version: {
      number: version,
      publishedOn: published_on,
      coveredThrough: coverage?.covered_through ?? null,
    },
    url: server.url(permanent_url),
  });
}
