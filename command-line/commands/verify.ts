import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { type Command, lastValue, type Surroundings } from "@/command-line/command";
import { EXIT, wrongUsage } from "@/command-line/failure";
import { KEY_OPTION, option, SERVER_OPTIONS } from "@/command-line/options";
import { shown } from "@/command-line/text-table";
import { verifyRevisions, verifyText } from "@/command-line/verify/citation";
import { verifyDump } from "@/command-line/verify/dump-folder";
import { verifyJson } from "@/command-line/verify/json-file";
import { readPicture, verifyPicture } from "@/command-line/verify/picture-file";
import { type PublisherKey, readKey } from "@/command-line/verify/publisher-key";
import { bytesAt, dumpFileOf, jsonIn, sha256Of } from "@/command-line/verify/served-file";
import { failed, proved, unknown, type Verdict, verdictOf } from "@/command-line/verify/verdict";
import { CHECKSUMS, MANIFEST } from "@/lib/site/dumps/manifest";
import type { Finding } from "@/lib/site/proof/check-given";

/** What is larger is held against digests alone, piece by piece. */
const LARGEST_READ = 64_000_000;

export const verify: Command = {
  name: "verify",
  about:
    "Holds a file or a citation against the record and its log: a dump, a file of one, a chart as JSON, PNG or SVG, an answer of /api/v1, a revision, a checkpoint, or a text that cites a number.",
  words: "FILE|CITATION (or - for the input)",
  takes: [1, 1],
  completes: "files",
  options: [
    option(
      "at",
      "ADDRESS",
      "where a file is from that does not say so itself, such as a chart's CSV",
    ),
    KEY_OPTION,
    ...SERVER_OPTIONS,
  ],
  formats: ["text", "json"],
  examples: [
    "lossline verify lossline-v7/SHA256SUMS --key publisher.pem",
    'lossline verify "Thefts came to $1.43bn in 2023 (Lossline, 01WM-59KG-0X)"',
    "lossline verify chart.csv --at /v/7/charts/monthly?year=2023",
  ],
  async run(given, surroundings) {
    const key = await readKey(lastValue(given, "key"));
    const [word = ""] = given.words;
    const at = lastValue(given, "at");
    const { findings, holds, said } = await verdictOn(word, { at, key }, surroundings);
    const { output } = surroundings;
    if (given.format === "json")
      await output.line(JSON.stringify({ holds, findings, said }, null, 2));
    else {
      for (const finding of findings) await output.line(inWords(finding, surroundings));
      if (said !== undefined) await output.line(shown(said));
      await output.line();
      await output.line(
        holds
          ? output.styled("green", "It holds.")
          : output.styled(
              "red",
              findings.some(({ outcome }) => outcome === "failed")
                ? "It does not hold."
                : "It could not be proved.",
            ),
      );
      await output.line("That the record says so does not prove that it is so.");
    }
    return holds ? EXIT.ok : EXIT.notSo;
  },
};

const MARKS = {
  proved: ["Proved", "green"],
  failed: ["Not so", "red"],
  unknown: ["Not known", "yellow"],
} as const;

function inWords({ outcome, says }: Finding, { output }: Surroundings): string {
  const [mark, style] = MARKS[outcome];
  return `${output.styled(style, `${mark}:`)} ${shown(says)}`;
}

interface Asked {
  at: string | null;
  key: PublisherKey | null;
}

async function verdictOn(word: string, asked: Asked, surroundings: Surroundings): Promise<Verdict> {
  if (word === "-") {
    const pieces: Buffer[] = [];
    for await (const piece of surroundings.input) pieces.push(Buffer.from(piece));
    return ofBytes(Buffer.concat(pieces), asked, surroundings);
  }
  const found = await stat(word).catch(() => null);
  if (found === null) {
    if (asked.at !== null)
      throw wrongUsage(`There is no file ${word}; --at says where one is from.`);
    if (/^[\w./\\-]+\.[a-z0-9]{2,8}$/i.test(word) && !word.includes("/v/"))
      throw wrongUsage(`There is no file ${word}.`);
    return verifyText(word, surroundings.server(), asked.key);
  }
  if (found.isDirectory()) return verifyDump(word, asked.key, surroundings.serverIfNamed());
  if ([CHECKSUMS, MANIFEST].includes(path.basename(word)))
    return verifyDump(path.dirname(word), asked.key, surroundings.serverIfNamed());
  if (found.size > LARGEST_READ) return inDumps(await digestOf(word), surroundings);
  return ofBytes(await readFile(word), asked, surroundings);
}

async function ofBytes(
  bytes: Buffer,
  { at, key }: Asked,
  surroundings: Surroundings,
): Promise<Verdict> {
  if (bytes.length === 0) throw wrongUsage("It is empty.");
  const server = surroundings.server();
  if (at !== null) {
    const path = URL.canParse(at) ? server.pathOf(at) : at;
    if (!path.startsWith("/"))
      throw wrongUsage(`--at ${at}: allowed is a URL, or a path such as /v/7/charts/monthly.csv.`);
    const own = await bytesAt(server, path);
    if (own === null) return verdictOf([failed(`The server has nothing at ${path}.`)]);
    return verdictOf([
      own.equals(bytes)
        ? proved(`The server answers the same at ${path}, byte for byte.`)
        : failed(
            `The server answers something else at ${path}: its SHA-256 is ${sha256Of(own)}, and not ${sha256Of(bytes)}.`,
          ),
    ]);
  }
  const picture = readPicture(bytes);
  if (picture !== null) return verifyPicture(picture, bytes, server);
  const text = bytes.toString();
  const value = jsonIn(text);
  if (value !== undefined) {
    const answer = await verifyJson(value, server);
    const revisions = loggedIn(value);
    const logged = revisions.length === 0 ? null : await verifyRevisions(revisions, server, key);
    if (answer !== null || logged !== null)
      return {
        findings: [...(answer?.findings ?? []), ...(logged?.findings ?? [])],
        holds: answer?.holds !== false && logged?.holds !== false,
      };
  }
  const dumped = await dumpFileOf(server, sha256Of(bytes));
  if (dumped !== null) return verdictOf([proved(`It is ${dumped}, byte for byte.`)]);
  // What is long and no JSON is no citation either.
  if (value === undefined && bytes.length > 20_000) return inDumps(sha256Of(bytes), surroundings);
  return verifyText(text, server, key);
}

async function inDumps(sha256: string, surroundings: Surroundings): Promise<Verdict> {
  const dumped = await dumpFileOf(surroundings.server(), sha256);
  return verdictOf([
    dumped === null
      ? unknown(
          `No dump that the server offers holds a file of this SHA-256: ${sha256}. Where it is from, --at says.`,
        )
      : proved(`It is ${dumped}, byte for byte.`),
  ]);
}

/** The revisions in an answer that came with what proves them: their salt, or that an order took it away. */
function loggedIn(value: unknown): unknown[] {
  const data = typeof value === "object" && value !== null && "data" in value ? value.data : value;
  const all = Array.isArray(data) ? data : [data];
  return all.filter(
    (each) =>
      typeof each === "object" &&
      each !== null &&
      "leaf_index" in each &&
      ("kind" in each || "record" in each),
  );
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest("hex");
}
