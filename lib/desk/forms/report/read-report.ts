import { dollars, grouped, writeDecimal, writeNumber } from "@/lib/desk/forms/number-text";
import { pickOf } from "@/lib/desk/forms/picks";
import { ProposalList } from "@/lib/desk/forms/report/proposal-list";
import {
  NO_NAMES,
  type RecordNames,
  type ReportReading,
  type Span,
} from "@/lib/desk/forms/report/report";
import { rowsIn, type SaidRows } from "@/lib/desk/forms/report/report-addresses";
import {
  assetsIn,
  type ChosenSum,
  chosenLoss,
  chosenReturns,
  dollarsIn,
} from "@/lib/desk/forms/report/report-amounts";
import { attributionsIn, type SaidAttribution } from "@/lib/desk/forms/report/report-attributions";
import { chainsIn, type SaidChain } from "@/lib/desk/forms/report/report-chains";
import { daysIn, type SaidDay, theftDays } from "@/lib/desk/forms/report/report-days";
import { accordingTo, foreignLossIn } from "@/lib/desk/forms/report/report-foreign";
import { categoryIn, targetKindIn, techniqueIn } from "@/lib/desk/forms/report/report-kinds";
import { cleanLink, linksIn, type SaidLink } from "@/lib/desk/forms/report/report-links";
import {
  deedOf,
  mentionsOf,
  type SaidTarget,
  targetsIn,
} from "@/lib/desk/forms/report/report-names";
import { publisherAt } from "@/lib/desk/forms/report/report-publishers";
import { type Sentence, sentencesOf, withoutLinks } from "@/lib/desk/forms/report/report-text";
import { type Knowledge, NOTHING_KNOWN } from "@/lib/desk/paste/knowledge";
import { dateText } from "@/lib/values/dates/day";
import { writeChain } from "@/lib/values/taxonomy/chain-names";
import { targetKindSchema, techniqueLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";

/** A longer text is no report: books and whole sites are refused. Characters. */
export const LONGEST_REPORT = 100_000;

/** More bytes than this are not looked at: they are refused as too long. */
export const MOST_REPORT_BYTES = 1_000_000;

/** Why a text cannot be read as a report; null where it can. */
export function reportProblem(text: string): string | null {
  if (text.trim() === "") return "Paste the text of a report first.";
  if (text.length > LONGEST_REPORT)
    return `This text has ${grouped(String(text.length))} characters; a report may have at most ${grouped(String(LONGEST_REPORT))}. Paste only the part that tells of the theft.`;
  return null;
}

/** A report as its parts are read from it. */
interface ReportText {
  text: string;
  /** The same with its links made blank, so that no number or name in a link is read. Places stay as they are. */
  blank: string;
  sentences: readonly Sentence[];
  days: readonly SaidDay[];
}

/**
 * Reads a report and proposes what the form of an incident can take from it, each with the words that say it. Nothing
 * is proposed that the text does not say. The same text and names always give the same proposals.
 * @param names what the record says of the names and links in it
 * @param known what the record knows of the addresses in it
 * @param own where the report itself can be read: the source of whatever in it has no link of its own; empty where nobody says it
 */
export function readReport(
  text: string,
  names: RecordNames = NO_NAMES,
  known: Knowledge = NOTHING_KNOWN,
  own = "",
): ReportReading {
  const blank = withoutLinks(text);
  const sentences = sentencesOf(text).map((each) => ({
    ...each,
    text: blank.slice(each.from, each.to),
  }));
  const read: ReportText = { text, blank, sentences, days: daysIn(blank) };
  const list = new ProposalList();
  const chains = chainsIn(blank);
  const target = proposeTarget(list, read, names, chains);
  const theftDay = proposeDay(list, read);
  proposeKinds(list, read);
  const named = chains.map(({ chain }) => chain);
  const rows = rowsIn(text, sentences, named, known);
  proposeChains(list, chains, rows);
  const ownLink = own.trim() === "" ? "" : (cleanLink(own.trim()) ?? "");
  proposeAmounts(list, read, ownLink);
  const links = linksIn(read, { theftDay, pages: names.pages, target });
  const attributions = attributionsIn(read, names.actors, links);
  for (const { actor, by, on, confidence, source, from, to } of attributions)
    list.add(
      "attributions",
      [actor.name, by === "" ? "" : `said by ${by}`, confidence, on === "" ? "" : dateText(on)],
      { actor: actor.slug, by, on, confidence, basis: "", source: source || ownLink },
      { from, to },
      by === "" ? "The words do not say who says so." : null,
    );
  proposeRows(list, rows, ownLink);
  if (ownLink !== "") proposeOwn(list, read, ownLink, target);
  proposeLinks(list, links, attributions);
  return { proposals: list.proposals, left: rows.left };
}

/** Proposes who was robbed, and the incident's name. @returns the likeliest, as the report calls it; empty where it names nobody */
function proposeTarget(
  list: ProposalList,
  { blank, sentences, days }: ReportText,
  names: RecordNames,
  chains: readonly SaidChain[],
): string {
  // A target that is called like a chain is one only where it is not spoken of as a chain.
  const isTarget = ({ chain }: SaidChain) =>
    names.targets.some(({ slug }) => slug.startsWith(chain));
  const others: Span[] = [
    ...mentionsOf(blank, names.actors),
    ...days,
    ...chains.filter((each) => !isTarget(each)),
  ];
  const targets = targetsIn(blank, sentences, names.targets, others);
  const [target] = targets;
  if (target !== undefined) {
    const name = `${target.name} ${deedOf(blank)}`;
    list.add("name", name, name, target);
  }
  for (const each of targets) list.add("target", each.name, each.name, each);
  for (const { record, from, to } of targets)
    if (record !== null)
      list.add("targetSlug", `${record.name} (${record.slug})`, record.slug, { from, to });
  proposeTargetKind(list, blank, target);
  return target?.name ?? "";
}

function proposeTargetKind(
  list: ProposalList,
  blank: string,
  target: SaidTarget | undefined,
): void {
  const stored = targetKindSchema.safeParse(target?.record?.kind);
  const kind =
    stored.success && target !== undefined
      ? { value: stored.data, from: target.from, to: target.to }
      : targetKindIn(blank);
  if (kind === null) return;
  const label = termLabel(kind.value);
  list.add("targetKind", label, pickOf("targetKind").write(kind.value), kind);
}

/** Proposes the day of the theft. @returns the likeliest where it can only be read so; null otherwise */
function proposeDay(list: ProposalList, read: ReportText): string | null {
  // A day that is a page's is not the theft's.
  const paged = linksIn(read, { theftDay: null, pages: [], target: "" }).flatMap(
    ({ dayAt }) => dayAt ?? [],
  );
  const days = theftDays(read.days, read.sentences, paged);
  for (const day of days)
    for (const value of day.values)
      list.add(
        "occurredOn",
        dateText(value),
        value,
        day,
        day.values.length > 1 ? "Can be read in two ways." : null,
      );
  const [best] = days;
  return best !== undefined && best.values.length === 1 ? (best.values[0] ?? null) : null;
}

function proposeKinds(list: ProposalList, { blank }: ReportText): void {
  const category = categoryIn(blank);
  if (category !== null)
    list.add(
      "category",
      termLabel(category.value),
      pickOf("category").write(category.value),
      category,
    );
  const technique = techniqueIn(blank);
  if (technique !== null)
    list.add(
      "technique",
      techniqueLabel(technique.value),
      pickOf("technique").write(technique.value),
      technique,
    );
}

/** Proposes the chains that the report names as places of the theft, and those of its addresses and transactions. */
function proposeChains(list: ProposalList, chains: readonly SaidChain[], rows: SaidRows): void {
  const places = new Map<string, Span>();
  for (const { chain, from, to } of chains) places.set(chain, { from, to });
  for (const { row, at } of [...rows.addresses, ...rows.transactions])
    if (row.chain !== "" && !places.has(row.chain)) places.set(row.chain, at);
  for (const [chain, at] of places) list.add("chains", writeChain(chain), writeChain(chain), at);
}

function proposeAmounts(list: ProposalList, read: ReportText, ownLink: string): void {
  const { blank, sentences } = read;
  const money = dollarsIn(blank, sentences);
  const { best, low, high } = chosenLoss(money, sentences);
  const sum = (field: string, { value, at }: { value: number; at: Span }) =>
    list.add(field, dollars(value), writeNumber(value), at);
  for (const each of best) sum("lossUsd", each);
  if (low !== null) sum("lossUsdLow", low);
  if (high !== null) sum("lossUsdHigh", high);
  const returns = chosenReturns(money);
  for (const each of returns) sum("returnedUsd", each);
  if (best.length === 0 && low === null && high === null && returns.length === 0)
    proposeForeign(list, read, ownLink);
  for (const { symbol, quantity, usd, from, to } of assetsIn(blank, sentences, money)) {
    const count = quantity === null ? "" : grouped(quantity);
    const worth = usd === null ? "" : writeNumber(usd);
    list.add(
      "assets",
      [count === "" ? symbol : `${count} ${symbol}`, usd === null ? "" : `worth ${dollars(usd)}`],
      {
        quantity: quantity === null ? "" : writeDecimal(quantity),
        symbol,
        chain: "",
        usd: worth,
      },
      { from, to },
    );
  }
}

/**
 * A loss that the report says in another money, and nowhere in dollars: as it is said, for the form to convert. Where the words
 * say whose count it is, it is an estimate of theirs.
 */
function proposeForeign(
  list: ProposalList,
  { blank, sentences }: ReportText,
  ownLink: string,
): void {
  const said = foreignLossIn(blank, sentences);
  if (said === null) return;
  const propose = (field: string, rows: "lossEstimates" | "returnEstimates", sum: ChosenSum) => {
    const amount = said.write(sum.value);
    const by = accordingTo(sum.at, sentences);
    if (by === "") return list.add(field, amount, amount, sum.at, TO_CONVERT);
    const preferred = field === "lossUsd" || field === "returnedUsd" ? "yes" : "";
    list.add(
      rows,
      [amount, `said by ${by}`],
      { amountUsd: amount, by, on: "", source: ownLink, preferred, converted: "" },
      sum.at,
      TO_CONVERT,
    );
  };
  // Of several sums an estimate is followed once: the likeliest.
  for (const each of said.best.slice(0, 1)) propose("lossUsd", "lossEstimates", each);
  if (said.low !== null) propose("lossUsdLow", "lossEstimates", said.low);
  if (said.high !== null) propose("lossUsdHigh", "lossEstimates", said.high);
  for (const each of said.returned.slice(0, 1)) propose("returnedUsd", "returnEstimates", each);
}

const TO_CONVERT = "In another money: once taken, it is converted by a day’s rate.";

function proposeRows(list: ProposalList, rows: SaidRows, ownLink: string): void {
  for (const { row, at } of rows.addresses) add("addresses", { address: row.address }, row, at);
  for (const { row, at } of rows.transactions) add("transactions", { hash: row.hash }, row, at);

  function add(
    rowsOf: "addresses" | "transactions",
    named: Readonly<Record<string, string>>,
    { chain, role, source }: { chain: string; role: string; source: string },
    at: Span,
  ): void {
    const words = [writeChain(chain), ...Object.values(named), role === "" ? "role unknown" : role];
    const row = { chain: writeChain(chain), ...named, role, source: source || ownLink };
    list.add(rowsOf, words, row, at);
  }
}

/** The report itself as a source, called by its first line. */
function proposeOwn(
  list: ProposalList,
  { sentences }: ReportText,
  url: string,
  target: string,
): void {
  const [first] = sentences;
  if (first === undefined) return;
  const publisher = publisherAt(url, "", target);
  const title = first.text.replace(/\s+/g, " ").slice(0, 300);
  list.add(
    "sources",
    [publisher, title, url],
    { url, publisher, title, publishedOn: "", archivedUrl: "", kind: "" },
    first,
    "The report itself, by its first line.",
  );
}

function proposeLinks(
  list: ProposalList,
  links: readonly SaidLink[],
  attributions: readonly SaidAttribution[],
): void {
  for (const link of links) {
    const { url, archivedUrl, title, publishedOn } = link;
    const own = attributions.find(({ source, ownReport }) => ownReport && source === url);
    const publisher = link.publisher || (own?.by ?? "");
    list.add(
      "sources",
      [publisher, title, publishedOn === "" ? "" : dateText(publishedOn), url],
      { url, publisher, title, publishedOn, archivedUrl, kind: "" },
      link,
      link.titleOfAddress ? "The title is made of the address’s words." : null,
    );
  }
}
