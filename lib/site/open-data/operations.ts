import type { z } from "zod";
import {
  vintageRecordShape,
  yearComparisonRecordShape,
} from "@/lib/record/shapes/publisher-records";
import { changeShape } from "@/lib/site/open-data/changes";
import { lookupRequestShape } from "@/lib/site/open-data/lookup-request";
import {
  actorShape,
  addressAnswerShape,
  figureShape,
  incidentRevisionShape,
  incidentShape,
  knownAddressShape,
  modifiedShape,
  publisherShape,
  statShape,
  targetShape,
  transactionAnswerShape,
  versionAnswerShape,
} from "@/lib/site/open-data/shapes/answers";
import { lookedUpShape, rangedAddressShape } from "@/lib/site/open-data/shapes/lookup";

/** Where version 1 of the interface begins. Shapes that are not those of version 1 will have another one. */
export const API_ROOT = "/api/v1";

export const API_FORMATS = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/jsonl; charset=utf-8",
} as const;
export type ApiFormat = keyof typeof API_FORMATS;

/** What somebody can ask for. */
export interface Operation {
  /** Below `API_ROOT`; with the name of an item in braces where it is about one. */
  path: string;
  /** The first is what those get who ask for none; the others have their ending. */
  formats: readonly [ApiFormat, ...ApiFormat[]];
  /** What is there. */
  answers: "list" | "one" | "stats" | "lines" | "lookup";
  /** The parameters beside `version`, by groups. */
  takes: readonly ("rule" | "sort" | "measure" | "page" | "fields" | "span")[];
  summary: string;
  /** Of each of what is there. */
  shape: z.ZodObject;
  /** The name of that shape in the description. */
  shapeName: string;
  /** A URL to try, below `API_ROOT`, on any record that has something. */
  example: string;
  /** What is sent there by POST, and an example of it; left out where it is asked for by GET. */
  sent?: { shape: z.ZodType; shapeName: string; example: object };
}

/** What can stand in a path for what is asked about. */
export const ITEMS = {
  id: {
    /** What a path may have there at all: all else is nothing's path. */
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    allowed: "An id, or a slug where it has one.",
    schema: { type: "string", pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 200 },
  },
  prefix: {
    // Whatever it is: who mistypes a digit is told what is allowed.
    pattern: /^[^/]+$/,
    allowed:
      "the first six hexadecimal digits of an address’s digest, in capital or small letters, such as 3fa9c1",
    schema: { type: "string", pattern: "^[0-9A-Fa-f]{6}$" },
  },
} as const;
export type ItemName = keyof typeof ITEMS;

/** What the path of an operation has in braces; null where that is nothing. */
export function itemOf(path: string): ItemName | null {
  const name = /\{(\w+)\}/.exec(path)?.[1];
  return name === "id" || name === "prefix" ? name : null;
}

const LIST = ["page", "fields"] as const;

export const OPERATIONS = {
  incidents: {
    path: "/incidents",
    formats: ["json", "csv"],
    answers: "list",
    takes: ["rule", "sort", ...LIST],
    summary:
      "Incidents that count under a rule, by the filters of the list of incidents. As CSV all of them at once.",
    shape: incidentShape,
    shapeName: "Incident",
    example: "/incidents?category=phishing&sort=largest&limit=2&fields=id,name,loss_usd",
  },
  incident: {
    path: "/incidents/{id}",
    formats: ["json"],
    answers: "one",
    takes: ["fields"],
    summary: "One incident by its id or slug, whatever its status.",
    shape: incidentShape,
    shapeName: "Incident",
    example: "/incidents/1?fields=id,slug,status,loss_usd,actors",
  },
  "incident-revisions": {
    path: "/incidents/{id}/revisions",
    formats: ["json"],
    answers: "list",
    takes: ["fields"],
    summary: "Every revision of an incident that the version holds or held, the newest first.",
    shape: incidentRevisionShape,
    shapeName: "IncidentRevision",
    example: "/incidents/1/revisions?fields=revision,version,status,loss_usd",
  },
  targets: {
    path: "/targets",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary: "Who was robbed, by id, whatever their status.",
    shape: targetShape,
    shapeName: "Target",
    example: "/targets?limit=2&fields=id,slug,name",
  },
  target: {
    path: "/targets/{id}",
    formats: ["json"],
    answers: "one",
    takes: ["fields"],
    summary: "One target by its id or slug.",
    shape: targetShape,
    shapeName: "Target",
    example: "/targets/1",
  },
  actors: {
    path: "/actors",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary: "Whom thefts are attributed to, by id, whatever their status.",
    shape: actorShape,
    shapeName: "Actor",
    example: "/actors?limit=2&fields=id,slug,name,parent_slug",
  },
  actor: {
    path: "/actors/{id}",
    formats: ["json"],
    answers: "one",
    takes: ["fields"],
    summary: "One actor by its id or slug.",
    shape: actorShape,
    shapeName: "Actor",
    example: "/actors/1?fields=id,name,aliases,legal_status",
  },
  addresses: {
    path: "/addresses",
    formats: ["json", "csv"],
    answers: "list",
    takes: ["rule", ...LIST],
    summary:
      "Wallet addresses of the incidents that count under a rule, each with its role and source.",
    shape: addressAnswerShape,
    shapeName: "Address",
    example: "/addresses?from=2023-01-01&to=2023-12-31&limit=2",
  },
  "address-range": {
    path: "/addresses/range/{prefix}",
    formats: ["json"],
    answers: "list",
    takes: ["fields"],
    summary:
      "All addresses whose digest begins with six hexadecimal digits, so that who checks an address need not say which. The digest is SHA-256 of the account’s key in UTF-8: evm:0x… in small letters for an address of Ethereum’s kind whatever the chain, and of others the chain, a colon and the address as its chain writes it, such as bitcoin:bc1q…, bech32 in small letters; each answer has it as `key`. An empty list means that the record names none of them.",
    shape: rangedAddressShape,
    shapeName: "RangedAddress",
    example: "/addresses/range/c57d90",
  },
  transactions: {
    path: "/transactions",
    formats: ["json", "csv"],
    answers: "list",
    takes: ["rule", ...LIST],
    summary:
      "Transactions of the incidents that count under a rule, each with its role and source.",
    shape: transactionAnswerShape,
    shapeName: "Transaction",
    example: "/transactions?chain=ethereum&limit=2",
  },
  figures: {
    path: "/figures",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary: "Totals that others have published, by id, whatever their status.",
    shape: figureShape,
    shapeName: "Figure",
    example: "/figures?limit=2&fields=id,publisher,title,amount_usd",
  },
  figure: {
    path: "/figures/{id}",
    formats: ["json"],
    answers: "one",
    takes: ["fields"],
    summary: "One figure by its id.",
    shape: figureShape,
    shapeName: "Figure",
    example: "/figures/1",
  },
  "known-addresses": {
    path: "/known-addresses",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary: "Addresses that many use, such as mixers: no link between incidents rests on one.",
    shape: knownAddressShape,
    shapeName: "KnownAddress",
    example: "/known-addresses?limit=2",
  },
  publishers: {
    path: "/publishers",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary: "How other publishers count, by id, whatever their status.",
    shape: publisherShape,
    shapeName: "Publisher",
    example: "/publishers?limit=2&fields=id,slug,name,rules",
  },
  vintages: {
    path: "/vintages",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary: "Sums that publishers gave for one period at different times, by id.",
    shape: vintageRecordShape,
    shapeName: "Vintage",
    example: "/vintages?limit=2",
  },
  "year-comparisons": {
    path: "/year-comparisons",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary: "Years as several publishers count them, down to the same scope, by id.",
    shape: yearComparisonRecordShape,
    shapeName: "YearComparison",
    example: "/year-comparisons?limit=2",
  },
  stats: {
    path: "/stats",
    formats: ["json", "csv"],
    answers: "stats",
    takes: ["rule", "measure"],
    summary: "What incidents under a rule add up to, split and by period.",
    shape: statShape,
    shapeName: "Stat",
    example: "/stats?from=2023-01-01&to=2023-09-15&by=actor",
  },
  versions: {
    path: "/versions",
    formats: ["json", "csv"],
    answers: "list",
    takes: LIST,
    summary:
      "Every version through the one asked for, the newest first: how much it holds, and its digest.",
    shape: versionAnswerShape,
    shapeName: "Version",
    example: "/versions?limit=2",
  },
  changes: {
    path: "/changes",
    formats: ["jsonl"],
    answers: "lines",
    takes: ["span"],
    summary:
      "What changed from one version to a later one, a line a record, by kind and id. What the earlier one held, with these in its place, is what the later one holds, to the byte; from=0 is everything.",
    shape: changeShape,
    shapeName: "Change",
    example: "/changes?from=0",
  },
  modified: {
    path: "/modified",
    formats: ["csv"],
    answers: "list",
    takes: [],
    summary:
      "Every record with the version that changed it last, the newest first: stop at the first version that you have.",
    shape: modifiedShape,
    shapeName: "Modified",
    example: "/modified.csv",
  },
  lookup: {
    path: "/lookup",
    formats: ["json"],
    answers: "lookup",
    takes: [],
    summary:
      "Looks up 1 to 1,000 entries, each an address, a transaction, a link to a page, or a name of a target, an actor or an incident, and answers them in their order. A name may be another or a former one; letter case, accents, white space and punctuation do not matter. Other spellings are found by /reconcile.",
    shape: lookedUpShape,
    shapeName: "LookedUp",
    example: "/lookup",
    sent: {
      shape: lookupRequestShape,
      shapeName: "LookupRequest",
      example: { entries: ["Lazarus Group", "0x098B716B8Aaf21512996dC57EB0615e2383E2f96"] },
    },
  },
} as const satisfies Record<string, Operation>;
export type OperationName = keyof typeof OPERATIONS;

/** Which operation a path below `API_ROOT` is, without its ending, and which record it is about; null where it is none. */
export function operationAt(
  path: string,
): { operation: OperationName; item: string | null } | null {
  for (const [name, { path: written }] of Object.entries(OPERATIONS)) {
    const [before = "", after] = written.split(/\{\w+\}/);
    if (after === undefined) {
      if (path === written) return { operation: name as OperationName, item: null };
    } else if (path.startsWith(before) && path.endsWith(after)) {
      const item = path.slice(before.length, path.length - after.length);
      const named = itemOf(written);
      if (named !== null && ITEMS[named].pattern.test(item) && item.length <= 200)
        return { operation: name as OperationName, item };
    }
  }
  return null;
}

/** Whether what is asked for is sent by POST. */
export function isSent(operation: OperationName): boolean {
  return "sent" in OPERATIONS[operation];
}

/** The path of an operation. */
export function pathOf(operation: OperationName, item: string | null): string {
  return `${API_ROOT}${OPERATIONS[operation].path.replace(/\{\w+\}/, item ?? "")}`;
}
