import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import { sentence } from "@/lib/values/text/sentences";
import type { ChartWords, LargestPart } from "./chart-words";
import { dateWords } from "./date-words";
import { numberWords } from "./number-words";
import { GERMAN_STATISTICS } from "./statistics/de";

// Deutsch, wie es Zeitungen in Deutschland drucken: Mrd. und Mio. mit Dollarzeichen, Dezimalkomma, Punkt vor Tausenden.

const LONG = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];
const SHORT = [
  "Jan.",
  "Feb.",
  "März",
  "Apr.",
  "Mai",
  "Juni",
  "Juli",
  "Aug.",
  "Sept.",
  "Okt.",
  "Nov.",
  "Dez.",
];
const AXIS = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"];

const number = numberWords({
  decimal: ",",
  group: ".",
  unknown: "unbekannt",
  money: (digits, letters) => `${digits}\u00a0${letters === "" ? "" : `${letters}\u00a0`}$`,
  units: [
    { size: 1e9, letters: "Mrd." },
    { size: 1e6, letters: "Mio." },
  ],
  columns: { "US$ million": 1e6, "US$ billion": 1e9 },
  unitNames: { US$: "US-Dollar", "US$ million": "Mio. US-Dollar", "US$ billion": "Mrd. US-Dollar" },
  cells: { size: 1e6, name: "Mio. US-Dollar" },
  percent: (digits) => `${digits}\u00a0%`,
});

const short = (day: number, month: number, year: number | null) =>
  `${day}.\u00a0${SHORT[month - 1]}${year === null ? "" : `\u00a0${year}`}`;
const ofDay = (day: string, withYear: boolean) =>
  short(Number(day.slice(8)), Number(day.slice(5, 7)), withYear ? Number(day.slice(0, 4)) : null);

const date = dateWords({
  months: AXIS,
  long: (day, month, year) => `${day === null ? "" : `${day}. `}${LONG[month - 1]} ${year}`,
  short,
  month: (month, year) => `${SHORT[month - 1]} ${year}`,
  days: (first, last, month, year) => `${first}.–${short(last, month, year)}`,
  monthsOf: (first, last, year) => `${SHORT[first - 1]}–${SHORT[last - 1]} ${year}`,
  range: (first, last) => `${first} – ${last}`,
  daysOfYear: (first, last) => `${ofDay(first, false)} – ${ofDay(last, true)}`,
  years: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  sinceStart: (day) => `bis ${day}`,
  yearThrough: (year, day) => `${year} bis ${day}`,
  cut: (end, day) => `${end === "to" ? "bis" : "ab"} ${day}`,
  dayAlone: (day) => `${day}.`,
  quarter: (each) => `Q${each}`,
  quarterOf: (each, year) => `${each}. Quartal ${year}`,
  throughYear: (year) => `bis ’${year.slice(2)}`,
});

const incidents = (count: number) =>
  `${number.whole(count)} ${count === 1 ? "Vorfall" : "Vorfälle"}`;
/** Nach „von“ und „bei“. */
const ofIncidents = (count: number) =>
  `${number.whole(count)} ${count === 1 ? "Vorfall" : "Vorfällen"}`;
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} und ${parts.at(-1)}`;
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many);
const lag = (within: number) =>
  `19 von 20 erfassten Diebstählen hatten binnen ${number.whole(within)} ${plural(within, "Tag", "Tagen")} ihre erste Quelle`;
const INTERVAL = { month: "Monat", quarter: "Quartal", year: "Jahr" } as const;
const INTERVALS = { month: "Monate", quarter: "Quartale", year: "Jahre" } as const;
const LARGEST = {
  month: "der größte Monat",
  quarter: "das größte Quartal",
  year: "das größte Jahr",
} as const;
const THE = { month: "Der", quarter: "Das", year: "Das" } as const;
const NOUNS = {
  actor: ["weiterer Akteur", "weitere Akteure"],
  incident: ["weiterer Vorfall", "weitere Vorfälle"],
  technique: ["weitere Technik", "weitere Techniken"],
  target: ["weitere Art von Ziel", "weitere Arten von Zielen"],
  chain: ["weitere Blockchain", "weitere Blockchains"],
} as const;
const LEVELS = {
  confirmed: "bestätigt durch eine Regierung, ein Gericht oder den Täter",
  likely: "wahrscheinlich nach zwei oder mehr unabhängigen Stellen oder starken On-Chain-Belegen",
  suspected: "vermutet von einem Analysten oder einer Firma",
} as const;

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "auf unbekanntem Weg",
      technique: "mit unbekannter Technik",
      target: "bei unbekanntem Ziel",
      chain: "auf nicht bekannter Blockchain",
      actor: "niemandem zugeschrieben",
    }[by];
  if (kind === "several")
    return by === "chain" ? "auf mehreren Blockchains" : "mehreren Akteuren zugeschrieben";
  return label;
}

export const GERMAN: ChartWords = {
  language: "de",
  direction: "ltr",
  isUnspaced: false,
  comma: ", ",
  stop: ".",
  colon: ": ",
  number,
  date,
  incidents,
  list,

  subject: {
    gross: "Verluste",
    net: "Nettoverluste",
    returned: "Zurückgegebene Beträge",
    count: "Vorfälle",
    median: "Median der Verluste",
  },
  share: {
    gross: "Anteile an den Verlusten",
    net: "Anteile an den Nettoverlusten",
    returned: "Anteile an den zurückgegebenen Beträgen",
    count: "Anteile an den Vorfällen",
    median: "Anteile am Median der Verluste",
  },
  cumulative: {
    gross: "Aufsummierte Verluste",
    net: "Aufsummierte Nettoverluste",
    returned: "Aufsummierte zurückgegebene Beträge",
    count: "Aufsummierte Vorfälle",
    median: "Aufsummierter Median der Verluste",
  },
  eachIncident: "Vorfälle",
  largest: {
    gross: "Die größten Verluste",
    net: "Die größten Nettoverluste",
    returned: "Die größten zurückgegebenen Beträge",
    count: "Die größten Verluste",
    median: "Die größten Verluste",
  },
  largestOfMany: (count, measure) => GERMAN.largest[measure].replace("Die ", `Die ${count} `),
  splitNames: {
    month: "Monat",
    quarter: "Quartal",
    year: "Jahr",
    category: "Kategorie",
    technique: "Technik",
    target: "Art des Ziels",
    chain: "Blockchain",
    actor: "mutmaßlichem Täter",
    day: "Tag",
    size: "Höhe",
  },
  split: (names) => `nach ${names.join(" und ")}`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      split === null ? subject : `${subject} ${split}`,
      ...(dollars === null ? [] : [`in Dollar von ${dollars}`]),
      ...filters,
      against === null ? span : `${span} im Vergleich mit ${against}`,
    ].join(", "),
  moreFilters: (count) => `${count} ${plural(count, "weiterer", "weitere")} Filter`,

  category: {
    "contract-exploit": "Smart-Contract-Exploit",
    "flash-loan": "Flash-Loan-Angriff",
    "wallet-compromise": "Wallet-Kompromittierung",
    phishing: "Phishing",
    "exit-scam": "Exit-Scam",
    unknown: "Unbekannt",
  },
  technique: {
    reentrancy: "Reentrancy",
    "oracle-manipulation": "Orakel- oder Preismanipulation",
    "access-control": "Fehlende oder fehlerhafte Zugriffskontrolle",
    "input-validation": "Unzureichende Eingabeprüfung",
    arithmetic: "Rechen-, Rundungs- oder Genauigkeitsfehler",
    "logic-error": "Fehler in der Geschäftslogik",
    "bridge-verification": "Bridge- oder Beweisprüfung",
    "governance-attack": "Governance-Angriff",
    "signature-replay": "Signatur- oder Replay-Schwachstelle",
    "mint-bug": "Ungedeckte Token-Erzeugung",
    misconfiguration: "Fehlkonfiguration",
    "compiler-bug": "Compiler- oder Bibliotheksfehler",
    "consensus-attack": "51-%- oder Konsensangriff",
    "weak-randomness": "Schwacher Zufall",
    "private-key-compromise": "Gestohlener privater Schlüssel",
    "hot-wallet-breach": "Einbruch in Hot Wallet, Ursache nicht öffentlich",
    "supply-chain": "Lieferkettenangriff",
    "infrastructure-breach": "Einbruch in Server oder Cloud",
    "signer-deception": "Getäuschte Unterzeichner (blindes Signieren)",
    insider: "Insider",
    "social-engineering": "Social Engineering",
    "frontend-hijack": "Gekapertes Frontend oder DNS",
    "approval-phishing": "Phishing von Freigaben",
    "address-poisoning": "Untergeschobene Adressen (Address Poisoning)",
    "rug-pull": "Rug Pull",
    ponzi: "Schneeballsystem oder falsche Geldanlage",
    "mev-bot-exploit": "Exploit von MEV- oder Handelsbots",
    unknown: "Unbekannt",
  },
  target: {
    exchange: "Börse",
    "payment-processor": "Zahlungsdienst",
    gambling: "Glücksspiel",
    wallet: "Wallet",
    bridge: "Bridge",
    lending: "Kreditplattform",
    dex: "Dezentrale Börse",
    yield: "Rendite- oder Staking-Dienst",
    stablecoin: "Stablecoin",
    derivatives: "Derivate",
    token: "Token",
    nft: "NFT",
    gaming: "Spiele",
    dao: "DAO oder Kasse",
    blockchain: "Blockchain",
    custodian: "Verwahrer oder Fonds",
    infrastructure: "Infrastruktur",
    "mev-bot": "MEV-Bot",
    individual: "Privatperson",
    other: "Sonstige",
  },
  targets: {
    exchange: "Börsen",
    "payment-processor": "Zahlungsdienste",
    gambling: "Glücksspieldienste",
    wallet: "Wallets",
    bridge: "Bridges",
    lending: "Kreditplattformen",
    dex: "dezentrale Börsen",
    yield: "Rendite- und Staking-Dienste",
    stablecoin: "Stablecoins",
    derivatives: "Derivatedienste",
    token: "Token",
    nft: "NFT-Projekte",
    gaming: "Spiele",
    dao: "DAOs und ihre Kassen",
    blockchain: "Blockchains",
    custodian: "Verwahrer und Fonds",
    infrastructure: "Infrastruktur",
    "mev-bot": "MEV-Bots",
    individual: "Privatpersonen",
    other: "sonstige Ziele",
  },
  confidence: {
    suspected: "vermutet",
    likely: "wahrscheinlich",
    confirmed: "bestätigt",
    acquitted: "freigesprochen",
  },
  sourcing: { one: "beruht auf einer Quelle", copies: "nur Wiedergaben" },
  legalStatus: (status, when) =>
    ({
      charged: "angeklagt, ohne Prozess",
      convicted: "verurteilt",
      "pleaded-guilty": "schuldig bekannt",
      acquitted: "freigesprochen",
      "not-tried": "ohne Prozess",
      "convicted-deceased":
        when === null ? "verurteilt, inzwischen verstorben" : `verurteilt, verstorben ${when}`,
      "charged-group": "angeklagt",
      deceased: "verstorben",
      unknown: "Stand des Verfahrens unbekannt",
    })[status] + (when === null || status === "convicted-deceased" ? "" : `, ${when}`),
  inside: (term) => term,

  filter: {
    byNobody: "niemandem zugeschrieben",
    by: (name) => `${name} zugeschrieben`,
    byAnyone: "jemandem zugeschrieben",
    surely: {
      confirmed: "bestätigte Zuschreibungen",
      likely: "wahrscheinliche und bestätigte Zuschreibungen",
      suspected: "alle Zuschreibungen",
    },
    unknownMeans: "auf unbekanntem Weg",
    unknownTechnique: "unbekannte Technik",
    at: (name) => `bei ${name}`,
    spelt: (name) => `bei „${name}“`,
    on: (chain) => `auf ${chain}`,
    least: (amount) => `ab je ${amount}`,
    marked: (label) => `Vermerk „${label}“`,
    upTo: (top) => `höchstens ${top} gezeigt`,
    mentioning: (text) => `mit dem Text „${text}“`,
    estimates: {
      best: "beste Schätzungen",
      low: "niedrige Schätzungen",
      high: "hohe Schätzungen",
    },
  },
  rule: {
    gross: "brutto",
    net: "abzüglich Zurückgegebenem",
    returned: "soweit bekannt zurückgegeben",
    median: "Median der Vorfälle mit bekanntem Betrag",
    category: (term) => `Kategorie ${term}`,
    technique: (term) => `Technik: ${term}`,
    target: (term) => `Ziel: ${term}`,
    leastSure: (confidence) =>
      ({
        confirmed: "nur bestätigte Zuschreibungen",
        likely: "wahrscheinliche und bestätigte Zuschreibungen",
        suspected: "alle Zuschreibungen",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft"
        ? `${unit} zum Zeitpunkt des Diebstahls`
        : `${unit} in Dollar von ${when} (CPI-U der USA)`;
    },
    percentOfIncidents: "Prozent der Vorfälle",
    percentOfDollars: "Prozent der US-Dollar",
    numberOfIncidents: "Zahl der Vorfälle",
    cumulative: "aufsummiert",
    logarithmic: "logarithmische Achse",
    earlierInFull: "; frühere Jahre ganz",
  },

  kind: {
    bars: "Balkendiagramm",
    columns: "Säulendiagramm",
    stacked: "Gestapeltes Säulendiagramm",
    steps: "Stufenliniendiagramm",
    logSteps: "Logarithmisches Stufenliniendiagramm",
    dots: "Punktdiagramm",
    logDots: "Logarithmisches Punktdiagramm",
    heat: "Heatmap",
  },
  alternative: (kind, title, finding) => `${kind}: ${sentence(title)} ${finding}.`,

  label: {
    unknown: "unbekannt",
    notKnown: "Nicht bekannt",
    noChain: "Keine Blockchain genannt",
    notAttributed: "Nicht zugeschrieben",
    attributed: "Zugeschrieben",
    notAttributedKey: "nicht zugeschrieben",
    severalChains: "Auf mehreren Blockchains",
    severalActors: "Mehrere Akteure",
    others: (count) => `${count} andere`,
    nothing: "Kein erfasster Vorfall passt zu dieser Auswahl.",
    none: "keiner",
    overall: "insgesamt",
    notYetCovered: "noch nicht erfasst",
    notCounted: "nicht gezählt",
    byDay: (day, amount) => `bis ${day}: ${amount}`,
    yearAmount: (year, amount) => `${year}: ${amount}`,
    partlyUnknown: (count, unknown) => `${incidents(count)}, ${unknown} unbekannter Höhe`,
    partlyReturned: (count, known) => `${incidents(count)}, bekannt von ${known}`,
    rest(count, noun, most, measure) {
      const said = `${number.whole(count)} ${NOUNS[noun][count === 1 ? 0 : 1]}`;
      if (most !== null) return `${said}, ${count === 1 ? "" : "je "}höchstens ${most}`;
      return `${said}, ${measure === "returned" ? "nichts bekannt" : "unbekannter Höhe"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least} ${GERMAN.confidence[surest]} bis ${most} ${GERMAN.confidence[leastSure]}`,
    acquitted: (amount) => `${amount} (freigesprochen)`,
    sure: (amount, confidence) => `${amount} ${GERMAN.confidence[confidence]}`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `Nicht enthalten: ${incidents(count)}, bei denen niemand sagt, was zurückkam.`
        : `Nicht enthalten: ${incidents(count)} unbekannter Höhe.`,
    imprecise: (count) =>
      `${incidents(count)}, nur auf Monat oder Jahr genau bekannt: eingezeichnet an dessen Anfang.`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why = blank === "uncovered" ? "noch nicht erfasst, nicht null" : "leer, nicht null";
      const rest = blank === "none" ? "" : `; spätere ${INTERVALS[interval]} sind ${why}`;
      if (dashed === 0) return `Gezählt bis ${last}${rest}.`;
      const counted = [from && `ab ${from}`, through && `bis ${through}`]
        .filter(Boolean)
        .join(" und ");
      const which =
        dashed > 1
          ? `Die gestrichelten ${INTERVALS[interval]} sind nur ${counted} gezählt`
          : `${THE[interval]} gestrichelte ${INTERVAL[interval]} ist ${counted} gezählt`;
      return `${which}${rest}.`;
    },
    young: (interval, count, within, mayShrink) =>
      `${count > 1 ? `Die schattierten ${INTERVALS[interval]} können` : `${THE[interval]} schattierte ${INTERVAL[interval]} kann`} ${mayShrink ? "sich noch ändern" : "noch wachsen"}: ${lag(within)}.`,
    columnShare: (interval, measure) =>
      `100\u00a0% ist ${measure === "count" ? "die Zahl der Vorfälle" : "die Summe aller bekannten Beträge"} ${interval === "month" ? "eines Monats" : interval === "quarter" ? "eines Quartals" : "eines Jahres"}: die Zahl über einer Säule.`,
    totalShare: (measure, total) =>
      `100\u00a0% ist ${measure === "count" ? "die Zahl aller" : "die Summe aller bekannten Beträge"}: ${total}.`,
    treeShare:
      "Balken von Akteuren und ihren Teilen betreffen dieselben Vorfälle und ergeben zusammen mehr.",
    logLines:
      "Die Achse ist logarithmisch: Jede Querlinie steht für das Zehnfache der darunterliegenden. Eine Linie beginnt mit ihrem ersten Betrag, weil null dort keinen Platz hat.",
    median: (interval, least, most) =>
      `Der Median ${interval === "month" ? "eines Monats" : interval === "quarter" ? "eines Quartals" : "eines Jahres"} beruht auf ${least === most ? "" : `${number.whole(least)} bis `}${ofIncidents(most)}.`,
    inDollars: (year, isBack) =>
      `Jeder Betrag ist mit dem Verbraucherpreisindex der USA (CPI-U, alle Güter, Jahresmittel) von ${year} multipliziert und durch den des Jahres des Diebstahls geteilt${isBack ? ", auch was später zurückkam" : ""}. Index: ${PRICE_INDEX_SOURCE.publisher}, Reihe ${PRICE_INDEX_SOURCE.series}.`,
    noIndexYet: (first, hasLater) =>
      `Für ${first}${hasLater ? " und später" : ""} gibt es noch kein Jahresmittel: Beträge ${hasLater ? "dieser Jahre" : "dieses Jahres"} zählen wie die von ${LAST_INDEX_YEAR}.`,
    thresholdAtTheft: "Der verlangte Mindestbetrag gilt zum Zeitpunkt des Diebstahls.",
    severalActors: (count) =>
      `${incidents(count)} ${plural(count, "ist", "sind")} mehreren Akteuren zugeschrieben, von denen keiner Teil eines anderen ist, und ${plural(count, "zählt", "zählen")} unter „Mehrere Akteure“.`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? ` In ${together} davon wurden sie gemeinsam angeklagt.`
          : " Sie wurden jeweils gemeinsam angeklagt.",
    dividedChains: (count) =>
      `${incidents(count)} auf mehreren Blockchains ${plural(count, "zählt", "zählen")} auf jeder mit dem, was die Angaben zu den Vermögenswerten sagen.`,
    undividedChains:
      "„Auf mehreren Blockchains“: Vorfälle, bei denen keine Quelle sagt, wie viel auf welcher verloren ging.",
    undated: (count, interval) =>
      `${incidents(count)}, nur auf das Jahr genau bekannt: in ${interval === "month" ? "keinem Monat" : "keinem Quartal"} enthalten, in der Tabelle gesondert.`,
    interval: (fitting) =>
      `Die Säulen sind ${INTERVALS[fitting]}, weil der Zeitraum lang ist; wählbar sind auch ${fitting === "quarter" ? "Monate oder Jahre" : "Monate oder Quartale"}.`,
    lessSure: (confidence) =>
      `„Nicht zugeschrieben“ enthält auch, was weniger sicher als „${GERMAN.confidence[confidence]}“ zugeschrieben ist.`,
    uncovered: (day) => `Tage nach dem ${day} sind noch nicht erfasst.`,
    mayGain: (day, within) => `Ab dem ${day} können noch Diebstähle hinzukommen: ${lag(within)}.`,
    unplaced: (count, isUnknown, amount) =>
      `Nicht eingeordnet, weil der Tag nicht bekannt ist: ${incidents(count)}${isUnknown ? " unbekannter Höhe" : amount === null ? "" : `, ${amount}`}.`,
    published: (newest, old, version, was) =>
      `Gezählt nach Regeln ${newest}. Bei Veröffentlichung nannte Version ${version}, nach Regeln ${old}: ${was}.`,
    levels: (shown) =>
      `Jeder Vorfall zählt mit der sichersten Aussage, die den Akteur oder einen Teil von ihm nennt: ${shown.map((level) => LEVELS[level]).join("; ")}.`,
    acquitted:
      "Freigesprochen: Was einer Person zugeschrieben wurde und wovon sie freigesprochen ist, zählt zu keiner Stufe der Sicherheit.",
    actorRanges: (measure, span, named) =>
      `${GERMAN.subject[measure]} nach Zuschreibung, ${span}: ${named.map(([name, range]) => `${name}, ${range}`).join("; ")}.`,
    indentedBars:
      "Eingerückte Akteure sind Teil des darüberstehenden, dessen Balken ihre Vorfälle je einmal enthält.",
    indentedRows:
      "Eingerückte Akteure sind Teil des darüberstehenden, dessen Zeile ihre Vorfälle je einmal enthält.",
    sharedActors: (count) =>
      `${incidents(count)} ${plural(count, "ist", "sind")} mehreren Akteuren zugeschrieben und ${plural(count, "zählt", "zählen")} bei jedem einmal.`,
    blank: "Leer: kein Vorfall zählt.",
    dashed: (day) =>
      `Die gestrichelte Linie markiert den ${day}, den Tag, an dem die Jahre verglichen werden.`,
    otherSources: (year, years) =>
      `Andere Quellen als ${year} haben ${years}: Eine Änderung kann an den Quellen liegen, nicht an den Diebstählen.`,
    impreciseSteps: (count) =>
      `${incidents(count)}, nur auf Monat oder Jahr genau bekannt: gezählt ab dessen letztem Tag.`,
    unknownByYear: (byYear, measure) =>
      `Nicht enthalten: ${measure === "returned" ? "Vorfälle, bei denen niemand sagt, was zurückkam" : "Vorfälle unbekannter Höhe"} (${byYear}).`,
    ranges: "Eine dünne Linie reicht vom niedrigsten zum höchsten Betrag, den Quellen nennen.",
    below: (count, amount) =>
      `${incidents(count)} unter ${amount} ${plural(count, "steht", "stehen")} am Fuß der Achse.`,
    unknownTicks: (count) =>
      `${incidents(count)} unbekannter Höhe: ${plural(count, "Strich", "Striche")} unter der Achse.`,
    bounded: (count) =>
      `Bei ${number.whole(count)} davon ist eine Grenze bekannt; sie steht in der Tabelle.`,
  },

  finding: {
    nothing: "Nichts ist erfasst",
    nothingThrough: (day) => `Bis ${day} ist nichts erfasst`,
    noAmountThrough: (day) => `Bis ${day} ist kein Betrag über null erfasst`,
    noneThrough: (day, isMoney) => `Bis ${day} ist kein ${isMoney ? "Betrag" : "Vorfall"} erfasst`,
    sizeUnknown: (count) =>
      count === 1
        ? "Die Höhe des einzigen erfassten Vorfalls ist unbekannt"
        : `Die Höhe ist bei allen erfassten Vorfällen (${count}) unbekannt`,
    nothingAboveZero: "Nichts über null ist erfasst",
    nothingReturned: "Von keiner Rückgabe ist etwas bekannt",
    noBestEstimate: (count) =>
      `Von keinem der erfassten Vorfälle (${count}) gibt es eine beste Schätzung`,
    largestPeriod: (period, interval, amount) => `${period} ist ${LARGEST[interval]} mit ${amount}`,
    largestPart: (found, part) =>
      `${found}, ${part.isMost ? "das meiste davon" : "der größte Teil davon"}: ${partName(part)}`,
    largestMedianPeriod: (period, interval, amount) =>
      `${period} ist nach dem Median ${LARGEST[interval]} mit ${amount}`,
    shareOfAll: (percent, all, part) => `${percent} der Summe (${all}): ${partName(part)}`,
    largestMedian: (name, amount, all) =>
      `Am größten nach dem Median: ${name} mit ${amount}, bei allen Vorfällen ${all}`,
    largestOf: (name, amount, share) => `Am größten: ${name} mit ${amount}, ${share} der Summe`,
    severalChains: "der Teil auf mehreren Blockchains",
    partNotKnown: "der nicht bekannte Teil",
    largestIncident: (name, day, amount, share) =>
      `Am größten: ${name} (${day}) mit ${amount}, ${share} der Summe`,
    largestDot: (name, day, amount) => `Am größten: ${name} (${day}) mit ${amount}`,
    reaching: (count, of, amount) =>
      `; ${count} von ${ofIncidents(of)} ${plural(count, "erreicht", "erreichen")} ${amount}`,
    nobodyNamed: (count, isSurely) =>
      count === 1
        ? `Der einzige Vorfall ist niemandem ${isSurely ? "so sicher " : ""}zugeschrieben`
        : `Von ${ofIncidents(count)} ist keiner jemandem ${isSurely ? "so sicher " : ""}zugeschrieben`,
    noAmountNamed: "Von dem, was jemandem zugeschrieben ist, ist kein Betrag bekannt",
    nothingNamed: "Nichts ist jemandem zugeschrieben",
    mostNamed: (name, range, share) =>
      `Am meisten wird ${name} zugeschrieben: ${range}${share === null ? "" : `, ${share} der Summe`}`,
    restNamed: (amount, isMany, isSurely) =>
      `; ${amount} ${isMany ? "sind" : "ist"} niemandem zugeschrieben${isSurely ? " oder weniger sicher" : ""}`,
    largestYear: (name, year, amount) => `Am größten: ${name} im Jahr ${year} mit ${amount}`,
    reached: (year, amount, day) => `${year}: ${amount} bis ${day}`,
    reachedUnknown: (year, day) => `Was ${year} bis ${day} erreichte, ist unbekannt`,
    againstYear: (reached, amount, year) =>
      `${reached}; am selben Tag ${year}: ${amount ?? "ein unbekannter Betrag"}`,
  },

  table: {
    interval: { month: "Monat", quarter: "Quartal", year: "Jahr" },
    dimension: {
      category: "Kategorie",
      technique: "Technik",
      target: "Art des Ziels",
      chain: "Blockchain",
      actor: "Akteur",
    },
    incident: "Vorfall",
    date: "Datum",
    incidents: "Vorfälle",
    share: "Anteil an der Summe",
    lowest: "Niedrigster",
    highest: "Höchster",
    through: "Bis",
    endOfFebruary: "Ende Feb.",
    amounts: {
      gross: "Verlust in US-Dollar",
      net: "Nettoverlust in US-Dollar",
      returned: "Zurückgegeben in US-Dollar",
      count: "Vorfälle",
      median: "Median der Verluste in US-Dollar",
    },
    inDollars: (heading, year) => heading.replace("US-Dollar", `US-Dollar von ${year}`),
    unknownSize: "Unbekannter Höhe",
    nobodySaid: "Davon ohne Angabe",
    all: "Alle Vorfälle, jeder einmal",
    allCategories: "Alle Kategorien",
    allOnce: "Alle, jeder einmal",
    allYears: "Alle Jahre",
    allYearsIncidents: "Alle Jahre, Vorfälle",
    undated: (year, interval) => `${year}, ${INTERVAL[interval]} nicht bekannt`,
    ofWhich: (confidence) => `Davon ${GERMAN.confidence[confidence]}`,
    more: (count) => `${incidents(count)} mehr, kleiner oder unbekannter Höhe`,
    upTo: (amount) => `bis zu ${amount}`,
    atLeast: (amount) => `mindestens ${amount}`,
    between: (low, high) => `${low} bis ${high}`,
  },

  statistics: GERMAN_STATISTICS,

  frame: {
    source: (version) => `Lossline, Version ${version}`,
    line: (source, through, licence) => `Quelle: ${source}, gezählt bis ${through}. ${licence}.`,
    sourceBefore: "Quelle: ",
    toPage: "Die Zahlen, und wie sie gezählt sind (englisch)",
  },
  publisher: {
    note: (text) => `Anmerkung des Mediums: ${text}`,
    annotation: (name, text) => `Beschriftung des Mediums zu ${name}: ${text}`,
    credit: (name) => `Nachweis: ${name}`,
    parts: {
      headline: "Überschrift",
      subtitle: "Untertitel",
      note: "Anmerkung",
      alt: "Alternativtext",
      highlight: "Hervorhebung",
      mark: "Beschriftung",
    },
    annotations: "Beschriftungen",
    whose: (parts) => `${parts}: vom Medium`,
    data: (source) => `Daten: ${source}`,
    semicolon: "; ",
  },
};
