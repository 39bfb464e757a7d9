import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readGivenFile } from "@/lib/desk/imports/tables/read-table";
import { TableError } from "@/lib/desk/imports/tables/table";
import { unzipBounded } from "@/lib/desk/imports/tables/xlsx/bounded-zip";

const utf8 = (text: string) => new TextEncoder().encode(text);

async function tableIn(bytes: Uint8Array, sheet?: string) {
  const read = await readGivenFile(bytes, sheet);
  if (read.is !== "table") throw new Error("no table");
  return read;
}

async function refusal(bytes: Uint8Array, sheet?: string): Promise<string> {
  try {
    await readGivenFile(bytes, sheet);
  } catch (error) {
    if (error instanceof TableError) return error.message;
    throw error;
  }
  throw new Error("it was taken");
}

/** Bytes of a text of Western letters and Windows’ own signs. */
function windows1252(text: string): Uint8Array {
  const own = new Map([
    ["€", 0x80],
    ["’", 0x92],
    ["–", 0x96],
  ]);
  return Uint8Array.from([...text].map((letter) => own.get(letter) ?? letter.charCodeAt(0)));
}

describe("a table’s letters", () => {
  test.each([
    ["UTF-8", utf8("Victim;Lost\nZoë;1\nÅse;2\n"), ""],
    ["UTF-8 with a mark", utf8("\ufeffVictim;Lost\nZoë;1\nÅse;2\n"), ""],
    ["Windows-1252", windows1252("Victim;Lost\nZoë;1\nÅse;2\n"), "Windows-1252"],
  ])("are read from %s", async (_, bytes, said) => {
    const { table, readAs } = await tableIn(bytes);
    expect(table.header).toEqual(["Victim", "Lost"]);
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(["Zoë", "Åse"]);
    expect(readAs.startsWith(said)).toBe(true);
    expect(readAs === "").toBe(said === "");
  });

  test("are Windows’ own where no other encoding has them", async () => {
    const { table } = await tableIn(windows1252("Victim,Note\nNils’ Café – €,a\n"));
    expect(table.rows[0]?.cells[0]).toBe("Nils’ Café – €");
  });

  test.each([
    ["with a mark", [0xff, 0xfe]],
    ["without one", []],
  ])("are read from UTF-16 %s", async (_, mark) => {
    const text = "Victim\tLost\nKežmarok\t17\n";
    const units = [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return [code & 0xff, code >> 8];
    });
    const { table } = await tableIn(Uint8Array.from([...mark, ...units]));
    expect(table.rows).toEqual([{ line: 2, cells: ["Kežmarok", "17"] }]);
  });

  test("of Cyrillic are told by themselves", async () => {
    const text =
      "Жертва;Сумма\nБиржа Восток потеряла все деньги;100\nКошелёк Север и его вкладчики;200\n";
    const bytes = Uint8Array.from(
      [...text].map((letter) => {
        const code = letter.charCodeAt(0);
        if (code < 0x80) return code;
        if (letter === "ё") return 0xb8;
        return code - 0x410 + 0xc0;
      }),
    );
    const { table, readAs } = await tableIn(bytes);
    expect(readAs).toBe("windows-1251");
    expect(table.header).toEqual(["Жертва", "Сумма"]);
  });
});

describe("a table’s rows", () => {
  test.each([
    ["sep=;\r\nVictim;Lost\r\nWyre;5\r\n", 3],
    ["Victim\tLost\rWyre\t5\r", 2],
    ["Victim|Lost\nWyre|5\n", 2],
    ["\n\nVictim,Lost,,\n,,,\nWyre,5,,\n,,,\n", 5],
  ])("are told apart in %j", async (text, line) => {
    const { table } = await tableIn(utf8(text));
    expect(table).toEqual({ header: ["Victim", "Lost"], rows: [{ line, cells: ["Wyre", "5"] }] });
  });

  test("stand below a title", async () => {
    const { table } = await tableIn(utf8("Thefts of the year\n\nVictim,Lost\nWyre,5\n"));
    expect(table.header).toEqual(["Victim", "Lost"]);
    expect(table.rows[0]?.line).toBe(4);
  });

  test.each([
    ['[{"victim":"Wyre","lost":5,"on":["a","b"]},{"victim":"Orb","also":null}]'],
    ['{"count":2,"data":[{"victim":"Wyre","lost":5,"on":["a","b"]},{"victim":"Orb","also":null}]}'],
    ['{"victim":"Wyre","lost":5,"on":["a","b"]}\n{"victim":"Orb","also":null}\n'],
  ])("are the objects of %s", async (text) => {
    const { table } = await tableIn(utf8(text));
    expect(table.header).toEqual(["victim", "lost", "on", "also"]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ["Wyre", "5", '["a","b"]', ""],
      ["Orb", "", "", ""],
    ]);
  });

  test("in the template’s columns or the dataset’s format are read as they stand", async () => {
    const header = "name,target,targetKind,occurredOn,category,technique,summary,sources";
    expect((await readGivenFile(utf8(`${header}\nA,B,dex,2020,unknown,unknown,S,U\n`))).is).toBe(
      "records",
    );
    expect((await readGivenFile(utf8('{"incidents":[{"slug":"a"}]}'))).is).toBe("records");
    expect((await readGivenFile(utf8('[{"occurredOn":"2020"}]'))).is).toBe("records");
  });
});

describe("formulas", () => {
  test.each([
    '=HYPERLINK("https://example.org")',
    "=B2*2",
    "=1+1",
    "+SUM(A1:A3)",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
  ])("are refused: %s", async (cell) => {
    const quoted = `"${cell.replaceAll('"', '""')}"`;
    expect(await refusal(utf8(`Victim,Lost\nWyre,${quoted}\n`))).toContain(
      "Cell B2 holds a formula",
    );
  });

  test("are no negative numbers, handles, names or texts kept as texts", async () => {
    const { table } = await tableIn(utf8('Victim,Lost\n=nil; Foundation,-5\n@handle,"=""007"""\n'));
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ["=nil; Foundation", "-5"],
      ["@handle", "007"],
    ]);
  });
});

const RELATIONS = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;
const STYLES = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/><numFmt numFmtId="171" formatCode="[$-409]d\\ mmm\\ yyyy;@"/><numFmt numFmtId="172" formatCode="&quot;day &quot;0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>`;

function workbook(sheetData: string, others: Record<string, string> = {}): Uint8Array {
  const parts = {
    "xl/workbook.xml": `<workbook><sheets><sheet name="Secret" state="hidden" r:id="r2"/><sheet name="Losses" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": RELATIONS,
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `<sst><si><t>Victim</t></si><si><r><t>O</t></r><r><t>rb &amp; Co</t></r><rPh><t>spoken</t></rPh></si></sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...others,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

const HEADER = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Lost</t></is></c><c r="D1" t="str"><v>Day</v></c></row>`;

describe("a workbook", () => {
  test("is read from its first sheet that can be seen, cell by cell", async () => {
    const bytes = workbook(
      `${HEADER}<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>1.2E7</v></c><c r="D3" s="3"><v>44197.75</v></c></row>
       <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#REF!</v></c><c r="D4" s="2"><v>44197</v></c></row>
       <row r="5"><c r="A5"><v>0.30000000000000004</v></c><c r="B5" s="4"><v>7</v></c><c r="D5" s="1"><v>44198</v></c></row>`,
    );
    const { table, readAs } = await tableIn(bytes);
    expect(readAs).toBe("sheet “Losses” of an XLSX workbook");
    expect(table).toEqual({
      header: ["Victim", "Lost", "", "Day"],
      rows: [
        { line: 3, cells: ["Orb & Co", "12000000", "", "2021-01-01"] },
        { line: 4, cells: ["True", "#REF!", "", "2021-01-01 (shown as 2021-01)"] },
        { line: 5, cells: ["0.3", "7", "", "2021-01-02"] },
      ],
    });
  });

  test("says which cells’ values formulas have made, and refuses one without a value", async () => {
    const row = (cell: string) =>
      workbook(`${HEADER}<row r="2"><c r="A2" t="s"><v>1</v></c>${cell}</row>`);
    const { table, readAs } = await tableIn(row(`<c r="B2"><f>2*21</f><v>42</v></c>`));
    expect(table.rows[0]?.cells[1]).toBe("42");
    expect(readAs).toContain("a formula by the stored value: B2");
    expect(await refusal(row(`<c r="B2"><f>2*21</f></c>`))).toContain("Cell B2 holds a formula");
  });

  test("has no hidden sheet to ask for", async () => {
    expect(await refusal(workbook(HEADER), "Secret")).toContain("It has: Losses");
  });

  test("that would burst is refused before it does", () => {
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(30_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => unzipBounded(bomb, () => true, 10_000_000)).toThrow("unpacks to more than 10 MB");
    expect(unzipBounded(bomb, () => false, 10_000_000).size).toBe(0);
  });

  test.each([
    ["damaged", workbook(HEADER).slice(0, 400)],
    ["no workbook at all", zipSync({ "a.txt": strToU8("a") })],
    ["of before 2007", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4])],
  ])("that is %s is refused in words", async (_, bytes) => {
    expect(await refusal(bytes)).toMatch(/workbook/);
  });
});

test("bytes that are no table are refused in words", async () => {
  expect(await refusal(new Uint8Array())).toBe("The file is empty.");
  expect(await refusal(new Uint8Array(20_000_001))).toContain("larger than 20 MB");
  expect(await refusal(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toContain("no text");
  const wide = `${Array.from({ length: 201 }, (_, place) => `c${place}`).join(",")}\n${",".repeat(200)}x\n`;
  expect(await refusal(utf8(wide))).toContain("201 columns");
});

describe("an encoding that was chosen", () => {
  // “Żółw” as Central Europe writes it, which looks like a Western text of other letters.
  const polish = Uint8Array.from(
    [..."Name;Loss\n", "\xaf", "\xf3", "\xb3", ..."w;5\n"].map((letter) => letter.charCodeAt(0)),
  );

  test("is followed instead of the guess, and told", async () => {
    const read = await readGivenFile(polish, "", "windows-1250");
    expect(read).toMatchObject({
      is: "table",
      readAs: "Windows-1250 (Central European), as was chosen",
      table: { rows: [{ cells: ["Żółw", "5"] }] },
    });
  });

  test("is refused where the file has bytes without a letter in it, and so is one that is not offered", async () => {
    await expect(readGivenFile(polish, "", "utf-8")).rejects.toThrow("The file is not in UTF-8");
    await expect(readGivenFile(polish, "", "utf-7")).rejects.toThrow("one of the encodings");
  });
});
