import { describe, expect, test } from "vitest";
import { COMMANDS } from "@/command-line/commands";
import { completed } from "@/command-line/completion";
import { CsvRecords } from "@/command-line/csv-records";
import { shown, textTable } from "@/command-line/text-table";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";
import { asked } from "@/testing/command-line";

describe("what is not understood ends with 2, and says what is", () => {
  test.each([
    [["thefts"], /no command “thefts”.*losses/],
    [[], /Usage: lossline COMMAND/],
    [["losses"], /--server URL/],
    [["losses", "--loud"], /knows no --loud\. It knows --year/],
    [["losses", "2023"], /“2023” is none/],
    [["losses", "--actor"], /--actor needs ACTOR/],
    [["losses", "--actor", "--by", "actor"], /--actor needs ACTOR behind it.*--actor=--by/],
    [["losses", "--through", "2023-09-15"], /beside --year/],
    [["losses", "--year", "23"], /such as 2023/],
    [["losses", "--year", "2023", "--through", "2022-01-01"], /a day of 2023/],
    [["losses", "--year", "2023", "--to", "2023-01-01"], /the same twice/],
    [["losses", "--format", "yaml"], /one of text, json, csv, jsonl/],
    [["losses", "--timeout", "0"], /from 1 to 3600/],
    [["losses", "--server", "lossline.example"], /a URL by http/],
    [["incidents", "--all", "--limit", "3"], /contradict/],
    [["incidents", "--limit", "many"], /a whole number/],
    [["incidents", "--out", "--all"], /needs FILE behind it/],
    [["lookup"], /takes ENTRY/],
    [["lookup", "-", "0xab"], /stands alone/],
    [["verify", "one", "two"], /2 were given/],
    [["verify", "missing.csv"], /no file missing\.csv/],
    [["audit", "--key", "missing.pem"], /a PEM file that is there/],
    [["completions", "tcsh"], /bash, zsh, fish/],
  ])("%j", async (args, says) => {
    const isOfServer = args.length === 1 && args[0] === "losses";
    const server = isOfServer ? {} : { server: "http://127.0.0.1:9" };
    const said = await asked(args, args.includes("--server") ? {} : server);
    expect(said).toMatchObject({ code: 2, stdout: "" });
    expect(said.stderr).toMatch(says);
  });
});

describe("completions", () => {
  const values = (...words: string[]) => {
    const found = completed(COMMANDS, words);
    return found === "files" ? found : found.map(({ value }) => value);
  };

  test("know every command, and every parameter of sums", () => {
    expect(values("")).toEqual([...COMMANDS.map(({ name }) => name), "--help", "--version"]);
    expect(values("losses", "--")).toEqual(
      expect.arrayContaining(["from", "by", "actor", "measure"].map((name) => `--${name}`)),
    );
    expect(values("losses", "")).toEqual(values("losses", "--"));
    for (const name of ["from", "by", "actor", "measure"]) expect(PARAMETERS).toHaveProperty(name);
  });

  test("know values, also where bash has parted them at “=”", () => {
    expect(values("losses", "--by", "c")).toEqual(["category", "chain"]);
    expect(values("losses", "--by=c")).toEqual(["--by=category", "--by=chain"]);
    expect(values("losses", "--by", "=", "c")).toEqual(["category", "chain"]);
    expect(values("losses", "--by", "=")).toContain("actor");
    expect(values("incidents", "--category", "ph")).toEqual(["phishing"]);
    expect(values("completions", "")).toEqual(["bash", "zsh", "fish"]);
  });

  test("leave files to the shell, and know nothing of what is none", () => {
    expect(values("verify", "./")).toBe("files");
    expect(values("audit", "--key", "")).toBe("files");
    expect(values("losses", "--actor", "la")).toEqual([]);
    expect(values("thefts", "")).toEqual([]);
    expect(values("lookup", "")).toEqual(["-"]);
  });
});

describe("the records of a CSV", () => {
  const cut = (pieces: string[], most: number) => {
    const records = new CsvRecords();
    const found: Uint8Array[] = [];
    for (const piece of pieces.map((text) => Buffer.from(text))) {
      const end = records.follow(piece, most);
      found.push(end === null ? piece : piece.subarray(0, end));
      if (end !== null) break;
    }
    return Buffer.concat(found).toString();
  };

  test("may hold line feeds and quotes in quotes, wherever they are cut", () => {
    const text = 'a,b\r\n1,"x\n""y"""\r\n2,é\r\n3,z\r\n';
    const wanted = 'a,b\r\n1,"x\n""y"""\r\n2,é\r\n';
    expect(cut([text], 3)).toBe(wanted);
    expect(cut([...text], 3)).toBe(wanted);
    expect(cut([text], 9)).toBe(text);
  });
});

test("a table says of what is not known that it is unknown, and hides no text", () => {
  const table = textTable({
    columns: [{ title: "Name" }, { title: "Lost", isNumber: true }],
    rows: [
      ["Ann\u001b[2J", "$12"],
      ["Bo", null],
    ],
  });
  expect(table).toBe("Name        Lost\nAnn [2J      $12\nBo       unknown\n");
  expect(shown("a\u202eb\r\nc")).toBe("a b c");
});
