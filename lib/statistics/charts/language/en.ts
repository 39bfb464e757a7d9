import { type LegalStatusInName, legalStatusWords } from "@/lib/record/actors/legal-status";
import { lagText } from "@/lib/record/coverage/source-lag";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import type { Interval } from "@/lib/statistics/rules/parameters";
import { chargedTogetherText } from "@/lib/statistics/totals/charged-together";
import { incidentsText, unknownSizeText } from "@/lib/statistics/totals/incident-count";
import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import { SOURCINGS } from "@/lib/values/sources/sourcing";
import { CATEGORIES, TARGET_KINDS, TECHNIQUES, type Term } from "@/lib/values/taxonomy/taxonomy";
import type { ChartWords, LargestPart } from "./chart-words";
import { ENGLISH_PLOT } from "./en-plot";
import { ENGLISH_STATISTICS } from "./statistics/en";

const labelsOf = <Value extends string>(terms: readonly Term<Value>[]) =>
  Object.fromEntries(terms.map(({ value, label }) => [value, label])) as Record<Value, string>;

/** `Missing or broken…` → `missing or broken…`, but `NFT` and `MEV bot` as they are. */
function lowerFirst(label: string): string {
  return /^[A-Z](?![A-Z])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const listFormat = new Intl.ListFormat("en-GB");
const are = (count: number) => (count === 1 ? "is" : "are");
const counts = (count: number) => (count === 1 ? "counts" : "count");
const stands = (count: number) => (count === 1 ? "stands" : "stand");
const LEVELS = {
  confirmed: "confirmed by a government, a court or the thief",
  likely: "likely by two or more independent parties or strong on-chain evidence",
  suspected: "suspected by one analyst or firm",
} as const;

function largestPart({ kind, by, measure, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "by unknown means",
      technique: "by an unknown technique",
      target: "from an unknown target",
      chain: "on a chain not known",
      actor: "attributed to nobody",
    }[by];
  if (kind === "several")
    return by === "chain" ? "on several chains" : "attributed to several actors";
  if (kind === "others") return `spread over ${label}`;
  if (by === "actor") return `attributed to ${label}`;
  if (by === "chain") return `on ${label}`;
  return by === "target" && measure !== "count"
    ? `of the kind ${lowerFirst(label)}`
    : lowerFirst(label);
}

const fitsOthers = (interval: Interval) =>
  interval === "quarter" ? "months or years" : "months or quarters";

export const ENGLISH: ChartWords = {
  ...ENGLISH_PLOT,
  comma: ", ",
  stop: ".",
  colon: ": ",
  list: (parts) => listFormat.format(parts),

  subject: {
    gross: "Losses",
    net: "Net losses",
    returned: "Returned funds",
    count: "Incidents",
    median: "Median loss",
  },
  share: {
    gross: "Share of losses",
    net: "Share of net losses",
    returned: "Share of returned funds",
    count: "Share of incidents",
    median: "Share of median loss",
  },
  eachIncident: "Incidents",
  cumulative: {
    gross: "Cumulative losses",
    net: "Cumulative net losses",
    returned: "Cumulative returned funds",
    count: "Cumulative incidents",
    median: "Cumulative median loss",
  },
  largest: {
    gross: "The largest losses",
    net: "The largest net losses",
    returned: "The largest amounts returned",
    count: "The largest losses",
    median: "The largest losses",
  },
  largestOfMany: (count, measure) => ENGLISH.largest[measure].replace("The ", `The ${count} `),
  splitNames: {
    month: "month",
    quarter: "quarter",
    year: "year",
    category: "category",
    technique: "technique",
    target: "kind of target",
    chain: "chain",
    actor: "attributed actor",
    day: "day",
    size: "size",
  },
  split: (names) => `by ${names.join(" and ")}`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      [subject, split, dollars === null ? null : `in ${dollars} dollars`]
        .filter((part) => part !== null)
        .join(" "),
      ...filters,
      against === null ? span : `${span} against ${against}`,
    ].join(", "),
  moreFilters: (count) => `${count} more filter${count > 1 ? "s" : ""}`,

  category: labelsOf(CATEGORIES),
  technique: labelsOf(TECHNIQUES),
  target: labelsOf(TARGET_KINDS),
  targets: {
    exchange: "exchanges",
    "payment-processor": "payment processors",
    gambling: "gambling services",
    wallet: "wallets",
    bridge: "bridges",
    lending: "lending services",
    dex: "decentralised exchanges",
    yield: "yield and staking services",
    stablecoin: "stablecoins",
    derivatives: "derivatives services",
    token: "tokens",
    nft: "NFT projects",
    gaming: "games",
    dao: "DAOs and treasuries",
    blockchain: "blockchains",
    custodian: "custodians and funds",
    infrastructure: "infrastructure",
    "mev-bot": "MEV bots",
    individual: "individuals",
    other: "other kinds of target",
  },
  sourcing: labelsOf(SOURCINGS),
  legalStatus: (status: LegalStatusInName, when) =>
    legalStatusWords(status, when === null ? null : `in ${when}`),
  inside: lowerFirst,

  filter: {
    byNobody: "attributed to nobody",
    by: (name) => `attributed to ${name}`,
    byAnyone: "attributed to anyone",
    surely: {
      confirmed: "confirmed attributions",
      likely: attributionsText("likely"),
      suspected: attributionsText("suspected"),
    },
    unknownMeans: "by unknown means",
    unknownTechnique: "unknown technique",
    at: (name) => `at ${name}`,
    spelt: (name) => `at “${name}”`,
    on: (chain) => `on ${chain}`,
    least: (amount) => `at least ${amount} each`,
    marked: (label) => `marked “${label}”`,
    upTo: (top) => `up to ${top} shown`,
    mentioning: (text) => `mentioning “${text}”`,
    estimates: { best: "best estimates", low: "low estimates", high: "high estimates" },
  },
  rule: {
    gross: "gross",
    net: "net of what was returned",
    returned: "known to have been returned",
    median: "median of incidents whose amount is known",
    category: (term) => `category ${term.toLowerCase()}`,
    technique: (term) => `technique ${lowerFirst(term)}`,
    target: (term) => `target ${lowerFirst(term)}`,
    leastSure: attributionsText,
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft"
        ? `${unit} at the time of theft`
        : `${unit} in ${when} dollars (${PRICE_INDEX_SOURCE.name})`;
    },
    percentOfIncidents: "Percent of incidents",
    percentOfDollars: "Percent of US$",
    numberOfIncidents: "Number of incidents",
    cumulative: "cumulative",
    logarithmic: "logarithmic axis",
    earlierInFull: "; earlier years in full",
  },

  kind: {
    bars: "Bar chart",
    columns: "Column chart",
    stacked: "Stacked column chart",
    steps: "Step line chart",
    logSteps: "Logarithmic step line chart",
    dots: "Dot chart",
    logDots: "Logarithmic dot chart",
    heat: "Heat map",
  },
  alternative: (kind, title, finding) => `${kind} of ${lowerFirst(title)}, where ${finding}.`,

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `${incidentsText(count)} of which nobody has said what came back ${are(count)} left out.`
        : `${incidentsText(count)} of unknown size ${are(count)} left out.`,
    imprecise: (count) =>
      `${incidentsText(count)} known only to the month or year ${stands(count)} where that begins.`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why = blank === "uncovered" ? "not yet covered, which is not zero" : "blank, not zero";
      const rest = blank === "none" ? "" : `; later ${interval}s are ${why}`;
      if (dashed === 0) return `Counted through ${last}${rest}.`;
      const counted = [
        ...(from === null ? [] : [`from ${from}`]),
        ...(through === null ? [] : [`through ${through}`]),
      ].join(" and ");
      const which =
        dashed > 1
          ? `The dashed ${interval}s are counted only ${counted}`
          : `The dashed ${interval} is counted ${counted}`;
      return `${which}${rest}.`;
    },
    young: (interval, count, within, mayShrink) =>
      `The shaded ${interval}${count > 1 ? "s" : ""} may still ${mayShrink ? "change" : "grow"}: ${lagText(within)}.`,
    columnShare: (interval, measure) =>
      `100% is ${measure === "count" ? "the number of incidents" : "the sum of all known amounts"} of a ${interval}: the number above a column.`,
    totalShare: (measure, total) =>
      `100% is ${measure === "count" ? "the number of all" : "the sum of all known amounts"}, ${total}.`,
    treeShare:
      "Bars of actors and of their parts are of the same incidents, so that they add up to more.",
    logLines:
      "The axis is logarithmic: each line across is ten times the one below. A line begins with its first amount, as zero has no place there.",
    median: (interval, least, most) =>
      `The median of a ${interval} is of ${least === most ? most : `${least} to ${most}`} incident${most === 1 ? "" : "s"}.`,
    inDollars: (year, isBack) =>
      `Each amount is multiplied by the ${PRICE_INDEX_SOURCE.title} of ${year} and divided by that of the year of the theft${isBack ? ", also what came back later" : ""}. Index: ${PRICE_INDEX_SOURCE.publisher}, series ${PRICE_INDEX_SOURCE.series}.`,
    noIndexYet: (first, hasLater) =>
      `${hasLater ? `${first} and later have` : `${first} has`} no annual average yet: amounts of ${hasLater ? "those years" : "that year"} count like those of ${LAST_INDEX_YEAR}.`,
    thresholdAtTheft: "The least amount asked for is one at the time of the theft.",
    severalActors: (count) =>
      `${incidentsText(count)} ${are(count)} attributed to several actors of whom none is part of another, and ${counts(count)} under “several actors”.`,
    chargedTogether: chargedTogetherText,
    dividedChains: (count) =>
      `${incidentsText(count)} on several chains ${counts(count)} on each with what ${count === 1 ? "its" : "their"} assets say.`,
    undividedChains:
      "“On several chains”: incidents of which no source says how much was lost on which of their chains.",
    undated: (count, interval) =>
      `${incidentsText(count)} known only to the year ${are(count)} in no ${interval}, and ${stands(count)} apart in the table.`,
    interval: (fitting) =>
      `Columns are ${fitting}s because the span is long; ${fitsOthers(fitting)} can be chosen.`,
    lessSure: (confidence) =>
      `“Not attributed” also holds what is attributed less surely than ${confidence}.`,
    uncovered: (day) => `Days after ${day} are not yet covered.`,
    mayGain: (day, within) => `Days since ${day} may still gain thefts: ${lagText(within)}.`,
    unplaced(count, isUnknown, amount) {
      const who = incidentsText(count);
      const end = `${are(count)} not placed`;
      if (isUnknown) return `${who} of unknown size whose day is not known ${end}.`;
      if (amount === null) return `${who} whose day is not known ${end}.`;
      return `${who}, ${amount}, whose day is not known, ${end}.`;
    },
    published: (newest, old, version, was) =>
      `Counted by rules ${newest}. As published, under rules ${old}, version ${version} said ${was}.`,
    levels: (shown) =>
      `Each incident counts at the surest statement that names the actor or a part of it: ${shown.map((level) => LEVELS[level]).join("; ")}.`,
    acquitted: "Acquitted: what a person was named for and acquitted of is no level of confidence.",
    actorRanges: (measure, span, named) =>
      `${ENGLISH.subject[measure]} attributed to ${named.map(([name, range], place) => `${name}${place === 0 ? `, ${span}` : ""}: ${range}`).join("; ")}.`,
    indentedBars:
      "Indented actors are part of the one above them, whose bar holds their incidents, each once.",
    indentedRows:
      "Indented actors are part of the one above them, whose row holds their incidents, each once.",
    sharedActors: (count) =>
      `${incidentsText(count)} ${are(count)} attributed to several actors and ${counts(count)} once for each of them.`,
    blank: "Blank: no incident counts.",
    dashed: (day) => `The dashed line marks ${day}, the day on which the years are compared.`,
    otherSources: (year, years) =>
      `Sources differ from those of ${year} in ${years}: a change may be one of sources, not of thefts.`,
    impreciseSteps: (count) =>
      `${incidentsText(count)} known only to the month or year ${counts(count)} from its last day on.`,
    unknownByYear: (byYear, measure) =>
      `${measure === "returned" ? "Incidents of which nobody has said what came back" : "Incidents of unknown size"} are left out (${byYear}).`,
    ranges: "A thin line spans the lowest and the highest amount that sources give.",
    below: (count, amount) =>
      `${incidentsText(count)} below ${amount} ${stands(count)} at the foot of the axis.`,
    unknownTicks: (count) =>
      `${incidentsText(count)} of unknown size ${count === 1 ? "is a tick" : "are ticks"} below the axis.`,
    bounded: (count) =>
      `${count.toLocaleString("en-GB")} of these ${count === 1 ? "has" : "have"} a known bound, which the table says.`,
  },

  finding: {
    nothing: "nothing is recorded",
    nothingThrough: (day) => `nothing is recorded through ${day}`,
    noAmountThrough: (day) => `no amount above zero is recorded through ${day}`,
    noneThrough: (day, isMoney) =>
      `no ${isMoney ? "amount" : "incident"} is recorded through ${day}`,
    sizeUnknown: unknownSizeText,
    nothingAboveZero: "nothing above zero is recorded",
    nothingReturned: "nothing is known to have been returned",
    noBestEstimate: (count) => `no best estimate is known of any of ${incidentsText(count)}`,
    largestPeriod: (period, interval, amount) =>
      `${period} is the largest ${interval} with ${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `${period} is the largest ${interval} by its median with ${amount}`,
    shareOfAll: (percent, all, part) => `${percent} of all ${all} is ${largestPart(part)}`,
    largestMedian: (name, amount, all) =>
      `${name} is the largest by its median with ${amount}, against ${all} of all incidents`,
    largestPart: (period, part) =>
      `${period}, ${part.isMost ? "most of it" : "the largest part of it"} ${largestPart(part)}`,
    largestOf: (name, amount, share) =>
      `${name} is the largest with ${amount}, ${share} of the total`,
    severalChains: "the part on several chains",
    partNotKnown: "the part not known",
    largestIncident: (name, day, amount, share) =>
      `${name} of ${day} is the largest with ${amount}, ${share} of the total`,
    largestDot: (name, day, amount) => `${name} of ${day} is the largest with ${amount}`,
    reaching: (count, incidents, amount) =>
      `; ${count} of ${incidentsText(incidents)} reach ${amount}`,
    nobodyNamed: (count, isSurely) =>
      `${count === 1 ? "the one incident is not" : `none of the ${incidentsText(count)} is`} attributed to anyone${isSurely ? " so surely" : ""}`,
    noAmountNamed: "no amount is known of what is attributed to anyone",
    nothingNamed: "nothing is attributed to anyone",
    mostNamed: (name, range, share) =>
      `${name} is named for the most, ${range}${share === null ? "" : `, ${share} of the total`}`,
    restNamed: (amount, isMany, isSurely) =>
      `; ${amount} ${isMany ? "are" : "is"} attributed to nobody${isSurely ? ", or less surely" : ""}`,
    largestYear: (name, year, amount) => `${name} in ${year} is the largest with ${amount}`,
    reached: (year, amount, day) => `${year} reached ${amount} by ${day}`,
    reachedUnknown: (year, day) => `what ${year} reached by ${day} is unknown`,
    againstYear: (reached, amount, year) =>
      `${reached}, against ${amount ?? "an unknown amount"} by the same day of ${year}`,
  },

  table: {
    interval: { month: "Month", quarter: "Quarter", year: "Year" },
    dimension: {
      category: "Category",
      technique: "Technique",
      target: "Kind of target",
      chain: "Chain",
      actor: "Actor",
    },
    incident: "Incident",
    date: "Date",
    incidents: "Incidents",
    share: "Share of the total",
    lowest: "Lowest",
    highest: "Highest",
    through: "Through",
    endOfFebruary: "end of Feb",
    amounts: {
      gross: "US dollars lost",
      net: "US dollars lost, net",
      returned: "US dollars returned",
      count: "Incidents",
      median: "Median loss, US dollars",
    },
    inDollars: (heading, year) => heading.replace("US dollars", `US dollars of ${year}`),
    unknownSize: "Of unknown size",
    nobodySaid: "Of which nobody has said",
    all: "All incidents, each once",
    allCategories: "All categories",
    allOnce: "All, each once",
    allYears: "All years",
    allYearsIncidents: "All years, incidents",
    undated: (year, interval) => `${year}, ${interval} not known`,
    ofWhich: (confidence) => `Of which ${confidence}`,
    more: (count) => `${incidentsText(count)} more, smaller or of unknown size`,
    upTo: (amount) => `up to ${amount}`,
    atLeast: (amount) => `at least ${amount}`,
    between: (low, high) => `${low} to ${high}`,
  },

  statistics: ENGLISH_STATISTICS,

  frame: {
    source: (version) => `Lossline, version ${version}`,
    line: (source, through, licence) =>
      `Source: ${source}, counted through ${through}. ${licence}.`,
    sourceBefore: "Source: ",
    toPage: "The numbers, and how they are counted",
  },
  publisher: {
    note: (text) => `Publisher’s note: ${text}`,
    annotation: (name, text) => `Publisher’s annotation of ${name}: ${text}`,
    credit: (name) => `credit: ${name}`,
    parts: {
      headline: "headline",
      subtitle: "subtitle",
      note: "note",
      alt: "alternative text",
      highlight: "highlight",
      mark: "annotation",
    },
    annotations: "annotations",
    whose: (parts) => `${parts}: the publisher’s`,
    data: (source) => `data: ${source}`,
    semicolon: "; ",
  },
};
