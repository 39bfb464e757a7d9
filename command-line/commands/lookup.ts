import { type Command, isGiven, lastValue, type Surroundings } from "@/command-line/command";
import { type LookupAnswer, lookedUpPart, parts } from "@/command-line/commands/lookup-parts";
import { lookedUpPrivately } from "@/command-line/commands/private-lookup";
import { EXIT, wrongUsage } from "@/command-line/failure";
import { JsonStream } from "@/command-line/json-stream";
import { option, SERVER_OPTIONS } from "@/command-line/options";
import type { Server } from "@/command-line/server";
import { shown } from "@/command-line/text-table";
import { csvRow } from "@/lib/site/exports/csv";

export const lookup: Command = {
  name: "lookup",
  about:
    "What the record says of addresses, transactions, links and names, in the order in which they are given.",
  words: "ENTRY… (or - for a line each from the input)",
  takes: [1, Number.POSITIVE_INFINITY],
  completes: ["-"],
  options: [
    option(
      "private",
      null,
      "of whole addresses only, without telling the server which: it is asked for all whose SHA-256 begins with the same six digits",
    ),
    option("version", "VERSION", "a version of the record; the newest where it is left out"),
    ...SERVER_OPTIONS,
  ],
  formats: ["text", "json", "csv", "jsonl"],
  examples: [
    "lossline lookup 0x098b716b8aaf21512996dc57eb0615e2383e2f96",
    "lossline lookup --format csv - < deposits.txt > found.csv",
  ],
  async run(given, surroundings) {
    const { words, format } = given;
    const version = lastValue(given, "version");
    if (words.length > 1 && words.includes("-"))
      throw wrongUsage("- stands alone: it is all that is to be looked up, a line each.");
    const server = surroundings.server();
    const writer = WRITERS[format as keyof typeof WRITERS](surroundings, server);
    const { notes } = surroundings;
    const entries = words[0] === "-" ? lines(surroundings.input) : each(words);
    const ask = isGiven(given, "private") ? lookedUpPrivately : lookedUpPart;
    let [done, pinned] = [0, version];
    for await (const part of parts(entries)) {
      const answer = await ask(server, part, pinned);
      // All parts are answered from one version, also while another one is published.
      if (done === 0) await writer.begin(answer);
      pinned = String(answer.version);
      for (const one of answer.data) await writer.entry(one, answer.version);
      done += part.length;
      notes.progress(`${done.toLocaleString("en-GB")} looked up`);
    }
    notes.endProgress();
    if (done === 0)
      throw wrongUsage("Nothing was given: the input has no line with anything in it.");
    await writer.end();
    return EXIT.ok;
  },
};

async function* each(words: readonly string[]): AsyncGenerator<string> {
  for (const word of words) {
    if (word.trim() === "") throw wrongUsage("An entry is empty.");
    yield word;
  }
}

/** The lines of the input with anything in them. */
async function* lines(input: Surroundings["input"]): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of input) {
    const found = (
      rest + (typeof piece === "string" ? piece : decoder.decode(piece, { stream: true }))
    ).split(/\r?\n/);
    rest = found.pop() ?? "";
    for (const line of found) if (line.trim() !== "") yield line.trim();
  }
  if (rest.trim() !== "") yield rest.trim();
}

interface Writer {
  begin(first: LookupAnswer): Promise<void>;
  entry(one: LookupAnswer["data"][number], version: number): Promise<void>;
  end(): Promise<void>;
}

const COLUMNS = ["given", "result", "read_as", "text", "chains", "known_as"].concat([
  "found",
  "name",
  "role",
  "source",
  "url",
  "version",
]);

const WRITERS: Record<
  "text" | "json" | "csv" | "jsonl",
  (to: Surroundings, server: Server) => Writer
> = {
  json({ output }) {
    const stream = new JsonStream(output);
    return {
      begin: ({ version, caveat }) => stream.begin({ version, caveat }, "data"),
      entry: (one) => stream.item(one),
      end: () => stream.end(),
    };
  },
  jsonl: ({ output }) => ({
    begin: async () => {},
    entry: (one) => output.line(JSON.stringify(one)),
    end: async () => {},
  }),
  csv: ({ output }, server) => ({
    begin: () => output.write(csvRow(COLUMNS)),
    async entry({ given, result, read_as, text, chains, known_as, matches }, version) {
      const said = [given, result, read_as, text, chains.join(" ") || null, known_as];
      if (matches.length === 0)
        await output.write(csvRow([...said, null, null, null, null, null, version]));
      for (const { kind, name, role, source, url } of matches)
        await output.write(csvRow([...said, kind, name, role, source, server.url(url), version]));
    },
    end: async () => {},
  }),
  text({ output, notes }, server) {
    let caveat = "";
    return {
      async begin(first) {
        caveat = first.caveat;
        await output.line(`Looked up in version ${first.version} of the record.`);
      },
      async entry({ given, result, chains, matches }) {
        const on = chains.length === 0 ? "" : ` on ${chains.join(", ")}`;
        await output.line();
        await output.line(`${output.styled("bold", shown(given))}: ${shown(result)}${on}`);
        for (const { kind, name, role, url, source } of matches) {
          await output.line(`  ${shown(role ?? kind)}  ${shown(name)}  ${server.url(url)}`);
          if (source !== null) await output.line(`    source: ${shown(source)}`);
        }
      },
      async end() {
        await output.line();
        await output.line(shown(caveat));
        notes.endProgress();
      },
    };
  },
};
