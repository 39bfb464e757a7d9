import { readUsd } from "@/lib/desk/forms/typed-amount";
import { readDate } from "@/lib/desk/forms/typed-date";
import { COLUMNS } from "@/lib/desk/imports/csv-columns";
import { dateRuleOf } from "@/lib/desk/imports/tables/column-rule";
import { mappedField } from "@/lib/desk/imports/tables/mapped-field";
import { type Mapping, plainName } from "@/lib/desk/imports/tables/mapping";
import { saysNothing } from "@/lib/desk/imports/tables/said-nothing";
import type { Table } from "@/lib/desk/imports/tables/table";

/** What columns are called elsewhere, without capitals, blanks and marks; the likeliest first. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  slug: ["slug", "urlname"],
  target:
    "target victim protocol project bridge platform company entity projectname protocolname targetname hackedentity exchange name".split(
      " ",
    ),
  name: ["incident", "event", "title", "headline", "hack", "incidentname", "name"],
  occurredOn:
    "occurredon date day hackdate dateofhack dateofincident incidentdate eventdate attackdate datetime timestamp time when".split(
      " ",
    ),
  lossUsd:
    "lossusd loss amountlost amountusd amountlostusd fundslost fundslostusd amountstolen stolen stolenusd usdloss lossamount totalloss losses valuelost usd amount value damage damages".split(
      " ",
    ),
  returnedUsd:
    "returnedusd returnedfunds returned fundsreturned amountreturned recovered fundsrecovered amountrecovered".split(
      " ",
    ),
  chains: "chains chain network networks blockchain blockchains".split(" "),
  category: "category classification class attacktype typeofattack hacktype rootcause".split(" "),
  technique:
    "technique method attackvector vector attackmethod exploit exploittype vulnerability vulnerabilitytype issuetype".split(
      " ",
    ),
  targetKind:
    "targetkind targettype kindoftarget kind sector targetcategory projecttype protocoltype".split(
      " ",
    ),
  "beside:targetKind": ["bridgehack", "isbridge", "isbridgehack", "bridgeattack"],
  link: "link url sourceurl sourcelink source reference references proof links newslink".split(" "),
  linkPublisher: ["publisher", "sourcename", "reportedby"],
  summary: ["summary", "description", "details", "whathappened"],
  actor: ["actor", "attribution", "attributedto", "attacker", "hackergroup", "threatactor"],
};

/** Cells that are looked at to see what a column holds. */
const LOOKED_AT = 200;
/** The share of them that has to be of the kind. */
const MOSTLY = 0.8;

/** What each column of a table probably is, by its name and by what stands in it; all of it can be changed. */
export function guessMapping(table: Table): Mapping {
  const to = table.header.map(() => "");
  const take = (key: string, place: number) => {
    if (to[place] === "" && !to.includes(key)) to[place] = key;
  };
  const names = table.header.map(plainName);
  for (const { name, label } of COLUMNS)
    for (const [place, own] of names.entries())
      if ((own === plainName(name) || own === plainName(label)) && isSuch(name, table, place))
        take(name, place);
  for (const [key, spellings] of Object.entries(NAMES))
    for (const spelling of spellings)
      for (const [place, own] of names.entries())
        if (own === spelling && isSuch(key, table, place)) take(key, place);
  // What only helps another column to say something says nothing without it.
  if (!to.includes("targetKind") && to.includes("beside:targetKind"))
    to[to.indexOf("beside:targetKind")] = "";
  // A list of thefts that names each once names who was robbed.
  if (!to.includes("target") && to.includes("name")) to[to.indexOf("name")] = "target";
  for (const place of table.header.keys())
    if (mostly(table, place, (text) => /^https?:\/\//i.test(text))) take("link", place);
  return {
    sourceName: "",
    columns: table.header.map((header, place) => {
      const field = mappedField(to[place] ?? "");
      const rule =
        field?.kind === "date"
          ? dateRuleOf(cellsOf(table, place)).rule
          : field?.kind === "amount"
            ? unitIn(names[place] ?? "")
            : null;
      return { header, to: to[place] ?? "", rule };
    }),
    fixed: { ...PATTERNS },
    source: { url: "", publisher: "", title: "", publishedOn: "" },
    values: {},
    rest: {},
  };
}

/** What is made for rows that do not say it: see lib/desk/imports/tables/row-text.ts. */
const PATTERNS = {
  name: "{target} theft",
  summary: "According to {source}, {target} lost {loss} {when}.",
  linkTitle: "Report on {target}",
};

/** A column's name may say what it counts: “Loss (in millions)”. */
function unitIn(name: string) {
  if (/(?:million|inm|mln|usdm|musd|mn)s?(?:usd|dollars?)?$/.test(name)) return "millions" as const;
  return /(?:billion|bn)s?(?:usd|dollars?)?$/.test(name)
    ? ("billions" as const)
    : ("dollars" as const);
}

/** All that stands in a column. */
export function cellsOf({ rows }: Table, place: number): string[] {
  return rows.map(({ cells }) => (cells[place] ?? "").trim());
}

/** Whether what stands in a column can be what its name says. */
function isSuch(key: string, table: Table, place: number): boolean {
  const kind = mappedField(key)?.kind;
  if (kind === "link") return mostly(table, place, (text) => /https?:\/\//i.test(text));
  if (kind === "date")
    return mostly(table, place, (text) => !("problem" in readDate(text)) || /shown as/.test(text));
  if (kind === "amount") return mostly(table, place, (text) => !isRefused(text));
  return true;
}

function isRefused(text: string): boolean {
  const read = readUsd(text);
  return "problem" in read && read.choices.length === 0;
}

function mostly(table: Table, place: number, is: (text: string) => boolean): boolean {
  const given = cellsOf(table, place)
    .filter((text) => !saysNothing(text))
    .slice(0, LOOKED_AT);
  return given.length > 0 && given.filter(is).length >= given.length * MOSTLY;
}
