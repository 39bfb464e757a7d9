import {
  asBasis,
  asChain,
  asCountry,
  asDate,
  asNamed,
  asQuantity,
  asSelection,
  asTechnique,
  asTerm,
  asText,
  asUsd,
  asYes,
  type Names,
  type Say,
} from "@/lib/record/history/record-text";
import { type Fields, isEmpty, textOf } from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { schemeLabel } from "@/lib/values/identifiers/identifier";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionKey } from "@/lib/values/wallets/transaction-hash";

/** One field of a record, or of an item of one of its lists, as differences and conflicts name it. */
export interface RecordField {
  name: string;
  label: string;
  /** Under which heading it stands. */
  group: string;
  say: Say;
  /** Of a text long enough to be compared word by word. */
  long?: true;
  /** What is known of the record where it has no such value; null where that is nothing. */
  without?: (record: Fields, names: Names) => string | null;
  /** Of an amount of US dollars, which says "unknown" where there is none. */
  usd?: true;
  /** Of a plain list of words, each there or not: chains, aliases. */
  words?: true;
  /** Of a list whose items have fields. */
  items?: Items;
}

/** The items of a list: what makes two of them the same one, and how one is called. */
export interface Items {
  /** What it is about: two items with the same key are two revisions of one thing. */
  keyOf: (item: Fields) => string;
  /** `Attribution to Lazarus Group by Elliptic`. */
  titleOf: (item: Fields, names: Names) => string;
  /** The fields that the title says already. */
  inTitle: readonly string[];
  fields: readonly Omit<RecordField, "group">[];
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();

/** Statements of one kind about a value: who says it, when, where, and whether the record follows it. */
function statements(what: string, value: Items["fields"][number]): Items {
  return {
    keyOf: ({ by }) => plain(textOf(by)),
    titleOf: ({ by }) => `${what} by ${textOf(by) || "nobody named"}`,
    inTitle: ["by"],
    fields: [
      value,
      { name: "by", label: "said by", say: asText },
      { name: "on", label: "said on", say: asDate },
      { name: "source", label: "source", say: asText },
      { name: "preferred", label: "preferred", say: asYes },
    ],
  };
}

const amount = { name: "amountUsd", label: "amount", say: asUsd, usd: true } as const;
/** What an amount in another money became dollars by. */
function withConversion(items: Items): Items {
  return {
    ...items,
    fields: [...items.fields, { name: "converted", label: "converted from", say: asText }],
  };
}
const estimates = withConversion(statements("Estimate", amount));
const returnEstimates = withConversion(statements("Returned, as said", amount));
const dateStatements = statements("Date, as said", { name: "date", label: "date", say: asDate });

const transactions: Items = {
  keyOf: ({ chain, hash }) => transactionKey(textOf(chain), textOf(hash)),
  titleOf: ({ chain, hash }) =>
    `Transaction ${textOf(hash) || "not given"} on ${asChain(chain, {}) || "no chain"}`,
  inTitle: ["chain", "hash"],
  fields: [
    { name: "role", label: "role", say: asText },
    { name: "chain", label: "chain", say: asChain },
    { name: "hash", label: "spelling", say: asText },
    { name: "source", label: "source", say: asText },
  ],
};

const identifiers: Items = {
  keyOf: ({ scheme, value }) => `${textOf(scheme)} ${textOf(value)}`,
  titleOf: ({ scheme, value }) => `Identifier ${schemeLabel(textOf(scheme))} ${textOf(value)}`,
  inTitle: ["scheme", "value"],
  fields: [
    { name: "scheme", label: "list", say: asText },
    { name: "value", label: "entry", say: asText },
  ],
};

const families: Items = {
  keyOf: ({ name }) => plain(textOf(name)),
  titleOf: ({ name }) => `Sources “${textOf(name)}”`,
  inTitle: ["name"],
  fields: [
    { name: "name", label: "name", say: asText },
    { name: "kind", label: "kind", say: asText },
    { name: "from", label: "first month", say: asDate },
    { name: "to", label: "last month", say: asDate },
    { name: "note", label: "note", say: asText, long: true },
  ],
};

const gaps: Items = {
  keyOf: ({ from, to }) => `${textOf(from)} ${textOf(to)}`,
  titleOf: ({ from, to }) => `Probably missing, ${asDate(from, {})} to ${asDate(to, {})}`,
  inTitle: ["from", "to"],
  fields: [
    { name: "from", label: "first month", say: asDate },
    { name: "to", label: "last month", say: asDate },
    { name: "note", label: "what", say: asText, long: true },
  ],
};

const attributions: Items = {
  keyOf: ({ actor, by }) => `${textOf(actor)} ${plain(textOf(by))}`,
  titleOf: ({ actor, by }, names) =>
    `Attribution to ${asNamed(actor, names) || "nobody named"} by ${textOf(by) || "nobody named"}`,
  inTitle: ["actor", "by"],
  fields: [
    { name: "confidence", label: "confidence", say: asText },
    { name: "basis", label: "rests on", say: asBasis },
    { name: "actor", label: "actor", say: asNamed },
    { name: "by", label: "said by", say: asText },
    { name: "on", label: "said on", say: asDate },
    { name: "source", label: "source", say: asText },
  ],
};

const assets: Items = {
  keyOf: ({ symbol, chain }) => [textOf(symbol), textOf(chain)].filter(Boolean).join(" on "),
  titleOf: ({ symbol }) => `Asset ${textOf(symbol) || "not named"}`,
  inTitle: ["symbol"],
  fields: [
    { name: "symbol", label: "symbol", say: asText },
    { name: "chain", label: "chain", say: asChain },
    { name: "quantity", label: "quantity", say: asQuantity },
    { name: "usd", label: "worth", say: asUsd, usd: true },
    { name: "converted", label: "converted from", say: asText },
  ],
};

const addresses: Items = {
  keyOf: ({ chain, address }) => addressKey(textOf(chain), textOf(address)),
  titleOf: ({ chain, address }) =>
    `Address ${textOf(address) || "not given"} on ${asChain(chain, {}) || "no chain"}`,
  inTitle: ["chain", "address"],
  fields: [
    { name: "role", label: "role", say: asText },
    { name: "chain", label: "chain", say: asChain },
    { name: "address", label: "spelling", say: asText },
    { name: "source", label: "source", say: asText },
  ],
};

const sources: Items = {
  keyOf: ({ url }) => textOf(url),
  titleOf: ({ title, publisher, url }) =>
    `Source ${textOf(publisher)}${textOf(title) === "" ? ` ${textOf(url)}` : ` “${textOf(title)}”`}`,
  inTitle: ["publisher", "title"],
  fields: [
    { name: "title", label: "title", say: asText },
    { name: "publisher", label: "publisher", say: asText },
    { name: "publishedOn", label: "date", say: asDate },
    { name: "url", label: "web address", say: asText },
    { name: "archivedUrl", label: "archived copy", say: asText },
    { name: "kind", label: "kind", say: asText },
  ],
};

const sourceList: RecordField = {
  name: "sources",
  label: "Sources",
  group: "Sources",
  say: asText,
  items: sources,
};

const identifierList: RecordField = {
  name: "identifiers",
  label: "Identifiers",
  group: "Elsewhere",
  say: asText,
  items: identifiers,
};

/** The bounds that are known of a loss without a best estimate: `none, but up to $70m`. */
function boundsText({ lossUsdLow, lossUsdHigh }: Fields, names: Names): string | null {
  const [low, high] = [lossUsdLow, lossUsdHigh].map((value) =>
    isEmpty(value) ? null : asUsd(value, names),
  );
  if (low != null && high != null) return `none, but ${low} to ${high}`;
  if (low != null) return `none, but at least ${low}`;
  return high == null ? null : `none, but up to ${high}`;
}

const incidentFields: readonly RecordField[] = [
  { name: "retraction", label: "Retracted", group: "Status", say: asText, long: true },
  { name: "mergedInto", label: "Duplicate of", group: "Status", say: asNamed },
  { name: "name", label: "Name", group: "What happened", say: asText },
  { name: "slug", label: "URL name", group: "What happened", say: asText },
  { name: "target", label: "Target", group: "What happened", say: asText },
  { name: "targetSlug", label: "Target’s record", group: "What happened", say: asNamed },
  { name: "targetKind", label: "Kind of target", group: "What happened", say: asTerm },
  { name: "occurredOn", label: "Date", group: "What happened", say: asDate },
  {
    name: "dateStatements",
    label: "Dates, as said",
    group: "What happened",
    say: asText,
    items: dateStatements,
  },
  { name: "category", label: "Category", group: "What happened", say: asTerm },
  { name: "technique", label: "Technique", group: "What happened", say: asTechnique },
  {
    name: "techniqueDefinition",
    label: "Definition of the technique",
    group: "What happened",
    say: asText,
    long: true,
  },
  { name: "chains", label: "Chains", group: "What happened", say: asChain, words: true },
  { name: "summary", label: "Summary", group: "What happened", say: asText, long: true },
  {
    name: "lossUsd",
    label: "Loss, best estimate",
    group: "Amounts",
    say: asUsd,
    usd: true,
    without: boundsText,
  },
  { name: "lossUsdLow", label: "Loss, low estimate", group: "Amounts", say: asUsd, usd: true },
  { name: "lossUsdHigh", label: "Loss, high estimate", group: "Amounts", say: asUsd, usd: true },
  { name: "returnedUsd", label: "Returned", group: "Amounts", say: asUsd, usd: true },
  { name: "lossEstimates", label: "Estimates", group: "Amounts", say: asText, items: estimates },
  {
    name: "returnEstimates",
    label: "Returned, as said",
    group: "Amounts",
    say: asText,
    items: returnEstimates,
  },
  { name: "assets", label: "Assets", group: "Amounts", say: asText, items: assets },
  {
    name: "attributions",
    label: "Attributions",
    group: "Attributions",
    say: asText,
    items: attributions,
  },
  { name: "addresses", label: "Addresses", group: "Addresses", say: asText, items: addresses },
  {
    name: "transactions",
    label: "Transactions",
    group: "Addresses",
    say: asText,
    items: transactions,
  },
  identifierList,
  sourceList,
];

const actorFields: readonly RecordField[] = [
  { name: "mergedInto", label: "The same as", group: "Status", say: asNamed },
  { name: "name", label: "Name", group: "Who it is", say: asText },
  { name: "slug", label: "URL name", group: "Who it is", say: asText },
  { name: "aliases", label: "Also known as", group: "Who it is", say: asText, words: true },
  { name: "parent", label: "Part of", group: "Who it is", say: asNamed },
  { name: "kind", label: "Kind", group: "Who it is", say: asText },
  { name: "country", label: "Country", group: "Who it is", say: asCountry },
  { name: "description", label: "Description", group: "Who it is", say: asText, long: true },
  { name: "status", label: "Legal status", group: "Who it is", say: asText },
  { name: "statusOn", label: "Status since", group: "Who it is", say: asDate },
  { name: "statusSource", label: "Status, source", group: "Who it is", say: asText },
  identifierList,
  sourceList,
];

const figureFields: readonly RecordField[] = [
  { name: "retraction", label: "Retracted", group: "Status", say: asText, long: true },
  { name: "mergedInto", label: "Duplicate of", group: "Status", say: asNamed },
  { name: "title", label: "Title", group: "Figure", say: asText },
  { name: "publisher", label: "Publisher", group: "Figure", say: asText },
  { name: "amountUsd", label: "Amount", group: "Figure", say: asUsd, usd: true },
  { name: "qualifier", label: "Qualifier", group: "Figure", say: asText },
  { name: "from", label: "From", group: "Scope", say: asDate },
  { name: "to", label: "To", group: "Scope", say: asDate },
  { name: "category", label: "Category", group: "Scope", say: asTerm },
  { name: "actor", label: "Actor", group: "Scope", say: asNamed },
  { name: "selection", label: "Counts otherwise", group: "Scope", say: asSelection },
  { name: "publishedOn", label: "Published on", group: "Status", say: asDate },
  { name: "source", label: "Source", group: "Status", say: asText },
  { name: "note", label: "Note", group: "Status", say: asText, long: true },
];

const targetFields: readonly RecordField[] = [
  { name: "mergedInto", label: "The same as", group: "Status", say: asNamed },
  { name: "name", label: "Name", group: "Who it is", say: asText },
  { name: "slug", label: "URL name", group: "Who it is", say: asText },
  { name: "kind", label: "Kind", group: "Who it is", say: asTerm },
  { name: "aliases", label: "Also known as", group: "Who it is", say: asText, words: true },
  { name: "formerly", label: "Formerly", group: "Who it is", say: asText, words: true },
  { name: "successor", label: "Carried on as", group: "Who it is", say: asNamed },
  { name: "website", label: "Website", group: "Who it is", say: asText },
  identifierList,
];

const serviceFields: readonly RecordField[] = [
  { name: "retraction", label: "Retracted", group: "Status", say: asText, long: true },
  { name: "chain", label: "Chain", group: "Service", say: asChain },
  { name: "address", label: "Address", group: "Service", say: asText },
  { name: "label", label: "What it is", group: "Service", say: asText },
  { name: "kind", label: "Kind", group: "Service", say: asText },
  { name: "source", label: "Source", group: "Service", say: asText },
];

const coverageFields: readonly RecordField[] = [
  { name: "coveredThrough", label: "Covered through", group: "Coverage", say: asDate },
  {
    name: "coveredThroughReason",
    label: "Why that day",
    group: "Coverage",
    say: asText,
    long: true,
  },
  { name: "statement", label: "Statement", group: "Coverage", say: asText, long: true },
  { name: "threshold", label: "Threshold", group: "Coverage", say: asText, long: true },
  {
    name: "families",
    label: "Families of sources",
    group: "Families of sources",
    say: asText,
    items: families,
  },
  { name: "missing", label: "Probably missing", group: "Gaps", say: asText, items: gaps },
];

/** Each field of a record of that kind, in the order in which it is read. */
export const RECORD_FIELDS: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  incident: incidentFields,
  target: targetFields,
  actor: actorFields,
  figure: figureFields,
  service: serviceFields,
  coverage: coverageFields,
};
