import { appendFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { InstalledCommandLine, Said } from "./installed-command-line.mjs";
import type { Trial } from "./interrupted-starts.mjs";

/** Files of public keys: the server's, and somebody else's. */
interface Keys {
  own: string;
  other: string;
}

type Found = [name: string, problems: string[]];

/** What the installed program says, held against what the server answers when it is asked by itself. */
export async function commandLineTrials(
  installed: InstalledCommandLine,
  address: string,
  keys: Keys,
): Promise<Trial[]> {
  const asked: Asked = {
    ...installed,
    keys,
    bytes: async (url) => Buffer.from(await (await fetch(`${address}${url}`)).arrayBuffer()),
    place: (name) => path.join(installed.folder, name),
    keep: async (name, url) => {
      const place = path.join(installed.folder, name);
      writeFileSync(place, await asked.bytes(url));
      return place;
    },
  };
  const trials: Trial[] = [];
  for (const part of [usage, answers, lookups, checks, dumps, completions])
    for (const [name, problems] of await part(asked)) trials.push({ name, problems });
  return trials;
}

interface Asked extends InstalledCommandLine {
  keys: Keys;
  /** What the server answers. */
  bytes(url: string): Promise<Buffer>;
  place(name: string): string;
  /** Writes that into a file, and returns its place. */
  keep(name: string, url: string): Promise<string>;
}

/** What is wrong with an ending; `says` is looked for in all that was written. */
function ended(said: Said, code: number, ...says: (string | RegExp)[]): string[] {
  const all = said.stdout + said.stderr;
  const missing = says.filter((each) =>
    typeof each === "string" ? !all.includes(each) : !each.test(all),
  );
  return [
    ...(said.code === code ? [] : [`it ended with ${said.code}, not ${code}: ${all.slice(-600)}`]),
    ...missing.map((each) => `it does not say ${each}: ${all.slice(0, 600)}`),
  ];
}

const same = (one: string, other: string, what: string) =>
  one === other ? [] : [`${what} differs: ${one.slice(0, 200)} … ${other.slice(0, 200)}`];

async function usage({ lossline, packages }: Asked): Promise<Found[]> {
  const commands = ["losses", "incidents", "lookup", "verify", "audit", "dump", "completions"];
  const helps = await Promise.all(commands.map((name) => lossline([name, "--help"])));
  return [
    ["it needs no other package", same(packages.join(), "lossline", "what was installed")],
    ["its version", ended(await lossline(["--version"]), 0, /^\d+\.\d+\.\d+\n$/)],
    ["its help", ended(await lossline(["--help"]), 0, ...commands)],
    ["the help of each command", helps.flatMap((said) => ended(said, 0, "Usage: lossline "))],
    [
      "no server is asked unnamed",
      ended(await lossline(["losses"], { server: "" }), 2, "--server URL"),
    ],
    [
      "a server that is not there",
      ended(await lossline(["losses", "--server", "http://localhost:9"]), 3, "cannot be asked"),
    ],
    [
      "what the server refuses is said with what is allowed",
      ended(await lossline(["losses", "--by", "mood"]), 2, "--by mood", "category"),
    ],
    ["an option that is none", ended(await lossline(["audit", "--loud"]), 2, "--loud", "--key")],
  ];
}

async function answers({ lossline, bytes, shell }: Asked): Promise<Found[]> {
  const rule = "from=2021-01-01&to=2021-12-31&by=actor&version=1";
  const options = ["--year", "2021", "--by", "actor", "--version", "1"];
  const text = await lossline(["losses", ...options]);
  const json = JSON.parse((await bytes(`/api/v1/stats?${rule}`)).toString());
  const million = (json.sum.amount as number).toLocaleString("en-US");
  const all = await lossline(["incidents", "--all", "--format", "jsonl", "--fields", "id"]);
  const ids = all.stdout.trim().split("\n");
  const { total } = JSON.parse((await bytes("/api/v1/incidents?limit=1")).toString());
  const list = await lossline(["incidents", "--all", "--format", "csv", "--chain", "ethereum"]);
  const three = await lossline(["incidents", "--limit", "3", "--format", "json"]);
  return [
    [
      "a sum as a sentence with rule, version, coverage and permanent address",
      ended(
        text,
        0,
        /^[^\n]*by attributed actor[^\n]*version 1 of the record[^\n]*looked through[^\n]*\/api\/v1\/stats\?[^\n]*version=1\)\.\n/,
        `$${million}`,
        `${json.sum.unknown} more are of unknown size`,
      ),
    ],
    [
      "a sum as the server has it",
      [
        ...same(
          (await lossline(["losses", ...options, "--format", "csv"])).stdout,
          (await bytes(`/api/v1/stats.csv?${rule}`)).toString(),
          "the CSV",
        ),
        ...same(
          (await lossline(["losses", ...options, "--format", "json"])).stdout.trim(),
          (await bytes(`/api/v1/stats?${rule}`)).toString().trim(),
          "the JSON",
        ),
      ],
    ],
    [
      "all incidents, page by page",
      [...ended(all, 0), ...same(String(new Set(ids).size), String(total), "how many there are")],
    ],
    [
      "all incidents as CSV",
      same(
        list.stdout,
        (await bytes("/api/v1/incidents.csv?chain=ethereum")).toString(),
        "the CSV",
      ),
    ],
    [
      "so many incidents",
      same(String(JSON.parse(three.stdout).data.length), "3", "how many there are"),
    ],
    [
      "a reader who has gone",
      ended(
        await shell(
          `lossline incidents --all --format jsonl | head -1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
        ),
        0,
        /^0\n$/,
      ),
    ],
  ];
}

/** Where the server takes lists; its description says whether. */
async function lookups({ lossline, bytes }: Asked): Promise<Found[]> {
  const { paths } = JSON.parse((await bytes("/api/v1/openapi.json")).toString());
  if (paths["/lookup"] === undefined) return [];
  const { data } = JSON.parse((await bytes("/api/v1/addresses?limit=1000")).toString());
  // Of some chains an address alone does not say which it is of.
  const known = (data as { address: string; chain: string }[])
    .filter(({ chain }) => chain === "ethereum")
    .map(({ address }) => address);
  const entries = [known[0], "0x00000000000000000000000000000000000000ff", ...known].join("\n");
  const said = await lossline(["lookup", "--format", "jsonl", "-"], { input: entries });
  const rows = said.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const hidden = await lossline(["lookup", "--private", "--format", "jsonl", known[0] ?? ""]);
  return [
    [
      "a list in its order, in as many parts as it takes",
      [
        ...ended(said, 0),
        ...same(rows.map(({ given }) => given).join("\n"), entries, "the order"),
        ...same(
          String(rows.filter(({ matches }) => matches.length === 0).length),
          "1",
          "how many are not there",
        ),
      ],
    ],
    [
      "an address that the server is not told",
      [
        ...ended(hidden, 0, "in the record"),
        ...same(
          JSON.stringify(JSON.parse(hidden.stdout).matches),
          JSON.stringify(rows[0]?.matches),
          "what is found",
        ),
      ],
    ],
  ];
}

async function checks({ lossline, bytes, keep, keys, place }: Asked): Promise<Found[]> {
  const chart = "/v/1/charts/monthly";
  const [json, png, svg] = await Promise.all([
    keep("chart.json", `${chart}.json?year=2021`),
    keep("chart.png", `${chart}.png?year=2021&shape=square`),
    keep("chart.svg", `${chart}.svg?year=2021&theme=dark`),
  ]);
  const csv = await keep("chart.csv", `${chart}.csv?year=2021`);
  const revision = await keep("revision.json", "/api/v1/incidents/1/revisions");
  const altered = (file: string, from: RegExp | string, to: string) => {
    const [text, written] = [readFileSync(file, "latin1"), place(`altered-${path.basename(file)}`)];
    const now = text.replace(from, to);
    if (now === text) throw new Error(`nothing in ${file} to alter`);
    writeFileSync(written, now, "latin1");
    return written;
  };
  const { shortId } = JSON.parse(readFileSync(json, "utf8"));
  const { sum } = JSON.parse(
    (await bytes("/api/v1/stats?from=2021-01-01&to=2021-12-31&version=1")).toString(),
  );
  const said = (amount: number) =>
    `Thefts of 2021 came to $${amount.toLocaleString("en-US")} (Lossline, ${shortId}).`;
  const verify = (...args: string[]) => lossline(["verify", ...args]);
  return [
    ["a chart's JSON", ended(await verify(json), 0, "It holds.")],
    [
      "a chart's JSON with another number",
      ended(await verify(altered(json, /(\n {4}\{[^\n]*?":)\d+/, "$1 7")), 1, "in rows"),
    ],
    ["a square picture", ended(await verify(png), 0, "byte for byte", "The log at version 1")],
    [
      "a picture that was altered",
      ended(
        await verify(altered(png, /IDAT.{40}/s, `IDAT${"x".repeat(40)}`)),
        1,
        "compared by eye",
      ),
    ],
    ["a dark drawing", ended(await verify(svg), 0, "byte for byte", "The digest that it prints")],
    [
      "a chart's CSV",
      ended(await verify(csv, "--at", `${chart}.csv?year=2021`), 0, "byte for byte"),
    ],
    [
      "a chart's CSV of other days",
      ended(await verify(csv, "--at", `${chart}.csv?year=2022`), 1, "something else"),
    ],
    [
      "a revision",
      ended(await verify(revision, "--key", keys.own), 0, "is in the log", "to the last sign"),
    ],
    [
      "a revision that was altered",
      ended(
        await verify(altered(revision, /"slug":"[^"]*"/, '"slug":"another"')),
        1,
        "says otherwise of slug",
      ),
    ],
    [
      "a revision by another's key",
      ended(await verify(revision, "--key", keys.other), 1, "not by the log's key"),
    ],
    ["a citation", ended(await verify(said(Math.round(sum.amount))), 0, "agrees with the record")],
    [
      "a citation of another amount",
      ended(await verify(said(sum.amount + 7_000_000)), 1, "does not agree"),
    ],
    ["a text that cites nothing", ended(await verify("Nobody knows."), 1, "could not be proved")],
    ["a file that is not there", ended(await verify("nowhere.csv"), 2, "no file nowhere.csv")],
    [
      "the whole log",
      ended(
        await lossline(["audit", "--key", keys.own]),
        0,
        "The log holds.",
        "the key that you gave",
      ),
    ],
    [
      "the whole log by another's key",
      ended(await lossline(["audit", "--key", keys.other]), 1, "does not hold"),
    ],
  ];
}

async function dumps({ lossline, keys, place }: Asked): Promise<Found[]> {
  const first = await lossline(["dump", "--out", "record"]);
  const file = (name: string) => path.join(place("record"), name);
  const whole = readFileSync(file("lossline.sqlite"));
  const verified = await lossline(["verify", "record", "--key", keys.own]);
  const foreign = await lossline(["verify", "record/SHA256SUMS", "--key", keys.other]);
  // As one that was cut off leaves them: half a file, and half of another one.
  renameSync(file("lossline.sqlite"), file("lossline.sqlite.part"));
  truncateSync(file("lossline.sqlite.part"), Math.floor(whole.length / 2));
  writeFileSync(file("incidents.csv.part"), "of something else");
  appendFileSync(file("incidents.csv"), "more");
  const damaged = await lossline(["verify", "record"]);
  const again = await lossline(["dump", "--out", "record"]);
  const csv = await lossline(["dump", "--out", "csv-alone", "--format", "csv"]);
  return [
    ["a dump", ended(first, 0, /Version 2: \d+ files/)],
    [
      "a dump by its publisher's key",
      ended(
        verified,
        0,
        "signed by the key that you gave",
        "same digest",
        "unchanged and in their order",
      ),
    ],
    ["a dump by another's key", ended(foreign, 1, "not signed by the key that you gave")],
    [
      "a dump that was damaged",
      ended(damaged, 1, "lossline.sqlite is missing", "incidents.csv is altered"),
    ],
    [
      "a dump that goes on where it was cut off",
      [
        ...ended(again, 0),
        ...(readFileSync(file("lossline.sqlite")).equals(whole) ? [] : ["lossline.sqlite differs"]),
        ...ended(await lossline(["verify", "record"]), 0),
      ],
    ],
    ["a dump's CSV alone", ended(csv, 0, "names all files")],
    [
      "a file of a dump",
      ended(await lossline(["verify", "csv-alone/incidents.csv"]), 0, "of the dump of version 2"),
    ],
    [
      "a dump of a version without one",
      ended(await lossline(["dump", "--version", "1"]), 1, "no dump of version 1"),
    ],
  ];
}

/** By bash itself; where it is not there, as on Windows, nothing is tried. */
async function completions({ shell, lossline }: Asked): Promise<Found[]> {
  if ((await shell("true")).code !== 0) return [];
  const complete = (...words: string[]) =>
    shell(
      `source <(lossline completions bash); COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _lossline; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
  const scripts = await Promise.all(["zsh", "fish"].map((name) => lossline(["completions", name])));
  const read = await Promise.all(
    ["zsh", "fish"].map(async (name, at) => {
      const file = `completions.${name}`;
      const there = await shell(`command -v ${name}`);
      if (there.code !== 0) return [];
      return ended(
        await shell(`lossline completions ${name} > ${file} && ${name} -n ${file}`),
        0,
        ...(scripts[at]?.code === 0 ? [] : ["a script"]),
      );
    }),
  );
  return [
    [
      "commands complete",
      same((await complete("lossline", "lo")).stdout, "losses\nlookup\n", "what bash completes"),
    ],
    [
      "options complete",
      same(
        (await complete("lossline", "losses", "--inter")).stdout,
        "--interval\n",
        "what bash completes",
      ),
    ],
    [
      "values complete",
      same(
        (await complete("lossline", "losses", "--by", "ta")).stdout,
        "target\n",
        "what bash completes",
      ),
    ],
    [
      "values behind = complete",
      same(
        (await complete("lossline", "losses", "--by", "=", "ta")).stdout,
        "target\n",
        "what bash completes",
      ),
    ],
    ["files complete", ended(await complete("lossline", "verify", "chart.c"), 0, /^chart\.csv\n$/)],
    [
      "what was typed is not run",
      same((await complete("lossline", "verify", "$(echo run >&2)")).stderr, "", "what it says"),
    ],
    [
      "zsh and fish read theirs",
      [...scripts.flatMap((said) => ended(said, 0, "lossline complete --")), ...read.flat()],
    ],
  ];
}
