import { LAST_INDEX_YEAR, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";
import { sentence } from "@/lib/values/text/sentences";
import type { ChartWords, LargestPart } from "./chart-words";
import { dateWords } from "./date-words";
import { lowerInside } from "./lower-inside";
import { numberWords } from "./number-words";
import { FRENCH_STATISTICS } from "./statistics/fr";

// Français : Md et M devant le signe du dollar, virgule décimale, espace insécable entre les milliers.

const LONG =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const SHORT = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split(" ");
const AXIS = "janv févr mars avr mai juin juil août sept oct nov déc".split(" ");

const number = numberWords({
  decimal: ",",
  group: "\u00a0",
  unknown: "inconnu",
  money: (digits, letters) => `${digits}\u00a0${letters === "" ? "" : `${letters}\u00a0`}$`,
  units: [
    { size: 1e9, letters: "Md" },
    { size: 1e6, letters: "M" },
  ],
  columns: { "US$ million": 1e6, "US$ billion": 1e9 },
  unitNames: {
    US$: "Dollars américains",
    "US$ million": "Millions de dollars américains",
    "US$ billion": "Milliards de dollars américains",
  },
  cells: { size: 1e6, name: "Millions de dollars américains" },
  percent: (digits) => `${digits}\u00a0%`,
});

const dayText = (day: number) => (day === 1 ? "1er" : String(day));
const short = (day: number, month: number, year: number | null) =>
  `${dayText(day)}\u00a0${SHORT[month - 1]}${year === null ? "" : `\u00a0${year}`}`;
const ofDay = (day: string, withYear: boolean) =>
  short(Number(day.slice(8)), Number(day.slice(5, 7)), withYear ? Number(day.slice(0, 4)) : null);

const date = dateWords({
  months: AXIS,
  long: (day, month, year) => `${day === null ? "" : `${dayText(day)} `}${LONG[month - 1]} ${year}`,
  short,
  month: (month, year) => `${SHORT[month - 1]} ${year}`,
  days: (first, last, month, year) => `${dayText(first)}–${short(last, month, year)}`,
  monthsOf: (first, last, year) => `${SHORT[first - 1]}–${SHORT[last - 1]} ${year}`,
  range: (first, last) => `${first} – ${last}`,
  daysOfYear: (first, last) => `${ofDay(first, false)} – ${ofDay(last, true)}`,
  years: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  sinceStart: (day) => `jusqu’au ${day}`,
  yearThrough: (year, day) => `${year} jusqu’au ${day}`,
  cut: (end, day) => `${end === "to" ? "au" : "dès le"} ${day}`,
  dayAlone: (day) => dayText(day),
  quarter: (each) => `T${each}`,
  quarterOf: (each, year) => `T${each} ${year}`,
  throughYear: (year) => `à ’${year.slice(2)}`,
});

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);
const incidents = (count: number) =>
  `${number.whole(count)} ${plural(count, "incident", "incidents")}`;
const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} et ${parts.at(-1)}`;
const lag = (within: number) =>
  `19 vols recensés sur 20 avaient leur première source en ${number.whole(within)} ${plural(within, "jour", "jours")}`;
const INTERVAL = { month: "mois", quarter: "trimestre", year: "année" } as const;
const INTERVALS = { month: "mois", quarter: "trimestres", year: "années" } as const;
const OF_AN = { month: "d’un mois", quarter: "d’un trimestre", year: "d’une année" } as const;
const LARGEST = {
  month: "le mois le plus élevé",
  quarter: "le trimestre le plus élevé",
  year: "l’année la plus élevée",
} as const;
const NOUNS = {
  actor: ["autre acteur", "autres acteurs"],
  incident: ["autre incident", "autres incidents"],
  technique: ["autre technique", "autres techniques"],
  target: ["autre type de cible", "autres types de cible"],
  chain: ["autre blockchain", "autres blockchains"],
} as const;
const LEVELS = {
  confirmed: "confirmé par un gouvernement, un tribunal ou le voleur",
  likely: "probable selon deux parties indépendantes ou plus, ou de solides preuves on-chain",
  suspected: "soupçonné par un analyste ou une société",
} as const;

/** A month is written small, but not where it begins a sentence. */
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function partName({ kind, by, label }: LargestPart): string {
  if (kind === "unknown")
    return {
      category: "par un moyen inconnu",
      technique: "par une technique inconnue",
      target: "sur une cible inconnue",
      chain: "sur une blockchain inconnue",
      actor: "attribué à personne",
    }[by];
  if (kind === "several")
    return by === "chain" ? "sur plusieurs blockchains" : "attribué à plusieurs acteurs";
  return label;
}

export const FRENCH: ChartWords = {
  language: "fr",
  direction: "ltr",
  isUnspaced: false,
  comma: ", ",
  stop: ".",
  colon: "\u00a0: ",
  number,
  date,
  incidents,
  list,

  subject: {
    gross: "Pertes",
    net: "Pertes nettes",
    returned: "Fonds restitués",
    count: "Incidents",
    median: "Perte médiane",
  },
  share: {
    gross: "Parts des pertes",
    net: "Parts des pertes nettes",
    returned: "Parts des fonds restitués",
    count: "Parts des incidents",
    median: "Parts de la perte médiane",
  },
  cumulative: {
    gross: "Pertes cumulées",
    net: "Pertes nettes cumulées",
    returned: "Fonds restitués cumulés",
    count: "Incidents cumulés",
    median: "Perte médiane cumulée",
  },
  eachIncident: "Incidents",
  largest: {
    gross: "Les plus grosses pertes",
    net: "Les plus grosses pertes nettes",
    returned: "Les plus gros montants restitués",
    count: "Les plus grosses pertes",
    median: "Les plus grosses pertes",
  },
  largestOfMany: (count, measure) => FRENCH.largest[measure].replace("Les ", `Les ${count} `),
  splitNames: {
    month: "mois",
    quarter: "trimestre",
    year: "année",
    category: "catégorie",
    technique: "technique",
    target: "type de cible",
    chain: "blockchain",
    actor: "auteur présumé",
    day: "jour",
    size: "montant",
  },
  split: (names) => `par ${names.join(" et ")}`,
  title: ({ subject, split, dollars, filters, span, against }) =>
    [
      split === null ? subject : `${subject} ${split}`,
      ...(dollars === null ? [] : [`en dollars de ${dollars}`]),
      ...filters,
      against === null ? span : `${span}, comparé à ${against}`,
    ].join(", "),
  moreFilters: (count) => plural(count, "1 autre filtre", `${count} autres filtres`),

  category: {
    "contract-exploit": "Exploitation d’un smart contract",
    "flash-loan": "Attaque par prêt éclair",
    "wallet-compromise": "Portefeuille compromis",
    phishing: "Hameçonnage",
    "exit-scam": "Fuite avec les fonds",
    unknown: "Inconnu",
  },
  technique: {
    reentrancy: "Réentrance",
    "oracle-manipulation": "Manipulation d’oracle ou de prix",
    "access-control": "Contrôle d’accès absent ou défaillant",
    "input-validation": "Validation insuffisante des entrées",
    arithmetic: "Erreur de calcul, d’arrondi ou de précision",
    "logic-error": "Erreur de logique métier",
    "bridge-verification": "Vérification d’un pont ou d’une preuve",
    "governance-attack": "Attaque de gouvernance",
    "signature-replay": "Faille de signature ou de rejeu",
    "mint-bug": "Émission de jetons sans contrepartie",
    misconfiguration: "Mauvaise configuration",
    "compiler-bug": "Bogue de compilateur ou de bibliothèque",
    "consensus-attack": "Attaque à 51\u00a0% ou du consensus",
    "weak-randomness": "Aléa faible",
    "private-key-compromise": "Clé privée volée",
    "hot-wallet-breach": "Intrusion dans un hot wallet, cause non publique",
    "supply-chain": "Chaîne d’approvisionnement",
    "infrastructure-breach": "Intrusion dans un serveur ou le cloud",
    "signer-deception": "Signataires trompés (signature à l’aveugle)",
    insider: "Complicité interne",
    "social-engineering": "Ingénierie sociale",
    "frontend-hijack": "Détournement d’interface ou de DNS",
    "approval-phishing": "Hameçonnage d’autorisations",
    "address-poisoning": "Empoisonnement d’adresses",
    "rug-pull": "Rug pull",
    ponzi: "Pyramide de Ponzi ou faux placement",
    "mev-bot-exploit": "Exploitation d’un bot MEV ou de trading",
    unknown: "Inconnue",
  },
  target: {
    exchange: "Plateforme d’échange",
    "payment-processor": "Service de paiement",
    gambling: "Jeux d’argent",
    wallet: "Portefeuille",
    bridge: "Pont",
    lending: "Prêt",
    dex: "Plateforme décentralisée",
    yield: "Rendement ou staking",
    stablecoin: "Stablecoin",
    derivatives: "Produits dérivés",
    token: "Jeton",
    nft: "NFT",
    gaming: "Jeux vidéo",
    dao: "DAO ou trésorerie",
    blockchain: "Blockchain",
    custodian: "Dépositaire ou fonds",
    infrastructure: "Infrastructure",
    "mev-bot": "Bot MEV",
    individual: "Particulier",
    other: "Autre",
  },
  targets: {
    exchange: "plateformes d’échange",
    "payment-processor": "services de paiement",
    gambling: "services de jeux d’argent",
    wallet: "portefeuilles",
    bridge: "ponts",
    lending: "services de prêt",
    dex: "plateformes décentralisées",
    yield: "services de rendement et de staking",
    stablecoin: "stablecoins",
    derivatives: "services de produits dérivés",
    token: "jetons",
    nft: "projets NFT",
    gaming: "jeux vidéo",
    dao: "DAO et trésoreries",
    blockchain: "blockchains",
    custodian: "dépositaires et fonds",
    infrastructure: "infrastructure",
    "mev-bot": "bots MEV",
    individual: "particuliers",
    other: "autres cibles",
  },
  confidence: {
    suspected: "soupçonné",
    likely: "probable",
    confirmed: "confirmé",
    acquitted: "acquittement",
  },
  sourcing: { one: "repose sur une seule source", copies: "seulement des reprises" },
  legalStatus: (status, when) =>
    ({
      charged: "inculpation, sans procès",
      convicted: "condamnation",
      "pleaded-guilty": "plaidoyer de culpabilité",
      acquitted: "acquittement",
      "not-tried": "sans procès",
      "convicted-deceased":
        when === null ? "condamnation, décès depuis" : `condamnation, décès en ${when}`,
      "charged-group": "inculpation",
      deceased: "décès",
      unknown: "état de la procédure inconnu",
    })[status] + (when === null || status === "convicted-deceased" ? "" : `, ${when}`),
  inside: lowerInside,

  filter: {
    byNobody: "sans attribution",
    by: (name) => `attribution à ${name}`,
    byAnyone: "avec attribution",
    surely: {
      confirmed: "attributions confirmées",
      likely: "attributions probables et confirmées",
      suspected: "toutes les attributions",
    },
    unknownMeans: "moyen inconnu",
    unknownTechnique: "technique inconnue",
    at: (name) => `chez ${name}`,
    spelt: (name) => `chez «\u00a0${name}\u00a0»`,
    on: (chain) => `sur ${chain}`,
    least: (amount) => `au moins ${amount} chacun`,
    marked: (label) => `mention «\u00a0${label}\u00a0»`,
    upTo: (top) => `affichage limité à ${top}`,
    mentioning: (text) => `avec le texte «\u00a0${text}\u00a0»`,
    estimates: {
      best: "meilleures estimations",
      low: "estimations basses",
      high: "estimations hautes",
    },
  },
  rule: {
    gross: "montants bruts",
    net: "après déduction des restitutions",
    returned: "restitutions connues",
    median: "médiane des incidents au montant connu",
    category: (term) => `catégorie\u00a0: ${lowerInside(term)}`,
    technique: (term) => `technique\u00a0: ${lowerInside(term)}`,
    target: (term) => `cible\u00a0: ${lowerInside(term)}`,
    leastSure: (confidence) =>
      ({
        confirmed: "attributions confirmées seulement",
        likely: "attributions probables et confirmées",
        suspected: "toutes les attributions",
      })[confidence],
  },
  subtitle: {
    amounts(unit, when) {
      if (when === null) return unit;
      return when === "theft"
        ? `${unit} au moment du vol`
        : `${unit}, en dollars de ${when} (CPI-U des États-Unis)`;
    },
    percentOfIncidents: "Pourcentage des incidents",
    percentOfDollars: "Pourcentage des dollars",
    numberOfIncidents: "Nombre d’incidents",
    cumulative: "cumul",
    logarithmic: "axe logarithmique",
    earlierInFull: "\u00a0; années précédentes entières",
  },

  kind: {
    bars: "Diagramme en barres",
    columns: "Histogramme",
    stacked: "Histogramme empilé",
    steps: "Courbe en escalier",
    logSteps: "Courbe en escalier logarithmique",
    dots: "Nuage de points",
    logDots: "Nuage de points logarithmique",
    heat: "Carte de chaleur",
  },
  alternative: (kind, title, finding) => `${kind}\u00a0: ${sentence(title)} ${finding}.`,

  label: {
    unknown: "inconnu",
    notKnown: "Non connu",
    noChain: "Aucune blockchain citée",
    notAttributed: "Non attribué",
    attributed: "Attribué",
    notAttributedKey: "non attribué",
    severalChains: "Sur plusieurs blockchains",
    severalActors: "Plusieurs acteurs",
    others: (count) => `${count} autres`,
    nothing: "Aucun incident recensé ne correspond à cette sélection.",
    none: "aucun",
    overall: "au total",
    notYetCovered: "pas encore couvert",
    notCounted: "non compté",
    byDay: (day, amount) => `au ${day}\u00a0: ${amount}`,
    yearAmount: (year, amount) => `${year}\u00a0: ${amount}`,
    partlyUnknown: (count, unknown) => `${incidents(count)}, dont ${unknown} de montant inconnu`,
    partlyReturned: (count, known) => `${incidents(count)}, connu pour ${known}`,
    rest(count, noun, most, measure) {
      const said = `${number.whole(count)} ${NOUNS[noun][count === 1 ? 0 : 1]}`;
      if (most !== null)
        return `${said}, ${count === 1 ? "" : noun === "technique" || noun === "chain" ? "chacune " : "chacun "}${most} au plus`;
      return `${said}, ${measure === "returned" ? "rien de connu" : "de montant inconnu"}`;
    },
    range: (least, surest, most, leastSure) =>
      `${least} ${FRENCH.confidence[surest]} à ${most} ${FRENCH.confidence[leastSure]}`,
    acquitted: (amount) => `${amount} (acquittement)`,
    sure: (amount, confidence) => `${amount} ${FRENCH.confidence[confidence]}`,
  },

  note: {
    unknownSize: (count, measure) =>
      measure === "returned"
        ? `Non compris\u00a0: ${incidents(count)} dont personne n’a dit ce qui a été restitué.`
        : `Non compris\u00a0: ${incidents(count)} de montant inconnu.`,
    imprecise: (count) =>
      `${incidents(count)} au mois ou à l’année près\u00a0: ${plural(count, "placé", "placés")} à son début.`,
    unfinished({ interval, dashed, from, through, blank, last }) {
      const why =
        blank === "uncovered" ? "pas encore couvert, ce qui n’est pas zéro" : "vide, pas nul";
      const rest = blank === "none" ? "" : `\u00a0; au-delà (${INTERVALS[interval]})\u00a0: ${why}`;
      if (dashed === 0) return `Compté jusqu’au ${last}${rest}.`;
      const counted = [from && `dès le ${from}`, through && `jusqu’au ${through}`]
        .filter(Boolean)
        .join(" et ");
      const what = dashed > 1 ? INTERVALS[interval] : INTERVAL[interval];
      return `En tireté (${what})\u00a0: compté seulement ${counted}${rest}.`;
    },
    young: (interval, count, within, mayShrink) =>
      `En grisé (${count > 1 ? INTERVALS[interval] : INTERVAL[interval]})\u00a0: peut encore ${mayShrink ? "changer" : "augmenter"}\u00a0; ${lag(within)}.`,
    columnShare: (interval, measure) =>
      `100\u00a0% représente ${measure === "count" ? "le nombre d’incidents" : "la somme des montants connus"} ${OF_AN[interval]}, chiffre au-dessus de la colonne.`,
    totalShare: (measure, total) =>
      `100\u00a0% représente ${measure === "count" ? "l’ensemble" : "la somme des montants connus"}\u00a0: ${total}.`,
    treeShare:
      "Les barres des acteurs et de leurs composantes portent sur les mêmes incidents et totalisent davantage.",
    logLines:
      "L’axe est logarithmique\u00a0: chaque ligne horizontale vaut dix fois la précédente. Une courbe commence à son premier montant, car zéro n’y a pas de place.",
    median: (interval, least, most) =>
      `La médiane ${OF_AN[interval]} porte sur ${least === most ? "" : `${number.whole(least)} à `}${incidents(most)}.`,
    inDollars: (year, isBack) =>
      `Chaque montant est multiplié par l’indice des prix à la consommation des États-Unis (CPI-U, tous biens, moyenne annuelle) de ${year} et divisé par celui de l’année du vol${isBack ? ", y compris les restitutions ultérieures" : ""}. Indice\u00a0: ${PRICE_INDEX_SOURCE.publisher}, série ${PRICE_INDEX_SOURCE.series}.`,
    noIndexYet: (first, hasLater) =>
      `Pas encore de moyenne annuelle pour ${first}${hasLater ? " et après" : ""}\u00a0: ces montants comptent comme ceux de ${LAST_INDEX_YEAR}.`,
    thresholdAtTheft: "Le montant minimal demandé s’entend au moment du vol.",
    severalActors: (count) =>
      `${incidents(count)} avec plusieurs acteurs, dont aucun ne fait partie d’un autre, ${plural(count, "compte", "comptent")} sous «\u00a0Plusieurs acteurs\u00a0».`,
    chargedTogether: (shared, together) =>
      together === 0
        ? ""
        : together < shared
          ? ` Dans ${together} cas, ils ont été inculpés ensemble.`
          : " Ils ont chaque fois été inculpés ensemble.",
    dividedChains: (count) =>
      `${incidents(count)} sur plusieurs blockchains ${plural(count, "compte", "comptent")} sur chacune pour ce qu’en disent les actifs.`,
    undividedChains:
      "«\u00a0Sur plusieurs blockchains\u00a0»\u00a0: incidents dont aucune source ne dit combien a été perdu sur chacune.",
    undated: (count, interval) =>
      `${incidents(count)} à l’année près\u00a0: dans aucun ${INTERVAL[interval]}, à part dans le tableau.`,
    interval: (fitting) =>
      `Une colonne par ${INTERVAL[fitting]}, car la période est longue\u00a0; on peut choisir ${fitting === "quarter" ? "des mois ou des années" : "des mois ou des trimestres"}.`,
    lessSure: (confidence) =>
      `«\u00a0Non attribué\u00a0» comprend aussi les attributions moins sûres que «\u00a0${FRENCH.confidence[confidence]}\u00a0».`,
    uncovered: (day) => `Les jours après le ${day} ne sont pas encore couverts.`,
    mayGain: (day, within) =>
      `Depuis le ${day}, des vols peuvent encore s’ajouter\u00a0: ${lag(within)}.`,
    unplaced: (count, isUnknown, amount) =>
      `Non ${plural(count, "placé", "placés")}, faute de jour connu\u00a0: ${incidents(count)}${isUnknown ? " de montant inconnu" : amount === null ? "" : `, ${amount}`}.`,
    published: (newest, old, version, was) =>
      `Compté selon les règles ${newest}. À sa publication, selon les règles ${old}, la version ${version} donnait ${was}.`,
    levels: (shown) =>
      `Chaque incident compte selon la déclaration la plus sûre qui nomme l’acteur ou une de ses composantes\u00a0: ${shown.map((level) => LEVELS[level]).join("\u00a0; ")}.`,
    acquitted:
      "Acquittement\u00a0: ce qui a été attribué à une personne puis jugé par un acquittement ne relève d’aucun degré de certitude.",
    actorRanges: (measure, span, named) =>
      `${FRENCH.subject[measure]} selon l’attribution, ${span}\u00a0: ${named.map(([name, range]) => `${name}, ${range}`).join("\u00a0; ")}.`,
    indentedBars:
      "Les acteurs en retrait font partie de celui du dessus, dont la barre contient leurs incidents, une fois chacun.",
    indentedRows:
      "Les acteurs en retrait font partie de celui du dessus, dont la ligne contient leurs incidents, une fois chacun.",
    sharedActors: (count) =>
      `${incidents(count)} avec plusieurs acteurs ${plural(count, "compte", "comptent")} une fois pour chacun.`,
    blank: "Vide\u00a0: aucun incident compté.",
    dashed: (day) => `Le trait pointillé marque le ${day}, jour où les années sont comparées.`,
    otherSources: (year, years) =>
      `Sources autres que celles de ${year} en ${years}\u00a0: un écart peut venir des sources, non des vols.`,
    impreciseSteps: (count) =>
      `${incidents(count)} au mois ou à l’année près\u00a0: ${plural(count, "compté", "comptés")} dès son dernier jour.`,
    unknownByYear: (byYear, measure) =>
      `Non compris\u00a0: incidents ${measure === "returned" ? "dont personne n’a dit ce qui a été restitué" : "de montant inconnu"} (${byYear}).`,
    ranges: "Un trait fin va du plus bas au plus haut montant donné par les sources.",
    below: (count, amount) =>
      `${incidents(count)} sous ${amount} ${plural(count, "figure", "figurent")} au pied de l’axe.`,
    unknownTicks: (count) =>
      `${incidents(count)} de montant inconnu\u00a0: ${plural(count, "trait", "traits")} sous l’axe.`,
    bounded: (count) =>
      `Pour ${number.whole(count)} d’entre eux, une limite est connue\u00a0; elle est dans le tableau.`,
  },

  finding: {
    nothing: "Rien n’est recensé",
    nothingThrough: (day) => `Rien n’est recensé jusqu’au ${day}`,
    noAmountThrough: (day) => `Aucun montant supérieur à zéro n’est recensé jusqu’au ${day}`,
    noneThrough: (day, isMoney) =>
      `Aucun ${isMoney ? "montant" : "cas"} n’est recensé jusqu’au ${day}`,
    sizeUnknown: (count) =>
      count === 1
        ? "Le montant du seul incident est inconnu"
        : `Le montant est inconnu pour tous les incidents (${count})`,
    nothingAboveZero: "Rien de supérieur à zéro n’est recensé",
    nothingReturned: "Aucune restitution n’est connue",
    noBestEstimate: (count) =>
      `Aucune meilleure estimation n’est connue pour les incidents (${count})`,
    largestPeriod: (period, interval, amount) =>
      `${upperFirst(period)} est ${LARGEST[interval]} avec ${amount}`,
    largestMedianPeriod: (period, interval, amount) =>
      `${upperFirst(period)} est ${LARGEST[interval]} par sa médiane avec ${amount}`,
    shareOfAll: (percent, all, part) => `${percent} du total (${all})\u00a0: ${partName(part)}`,
    largestMedian: (name, amount, all) =>
      `Médiane la plus élevée\u00a0: ${name} avec ${amount}, contre ${all} pour tous les incidents`,
    largestPart: (found, part) =>
      `${found}, ${part.isMost ? "pour la plupart" : "en premier lieu"}\u00a0: ${partName(part)}`,
    largestOf: (name, amount, share) => `En tête\u00a0: ${name} avec ${amount}, ${share} du total`,
    severalChains: "la part sur plusieurs blockchains",
    partNotKnown: "la part non connue",
    largestIncident: (name, day, amount, share) =>
      `En tête\u00a0: ${name} (${day}) avec ${amount}, ${share} du total`,
    largestDot: (name, day, amount) => `En tête\u00a0: ${name} (${day}) avec ${amount}`,
    reaching: (count, of, amount) =>
      `\u00a0; ${count} sur ${incidents(of)} ${plural(count, "atteint", "atteignent")} ${amount}`,
    nobodyNamed: (count, isSurely) =>
      count === 1
        ? `Le seul incident n’est pas attribué${isSurely ? " aussi sûrement" : ""}`
        : `Sur ${incidents(count)}, aucun n’est attribué${isSurely ? " aussi sûrement" : ""}`,
    noAmountNamed: "Aucun montant n’est connu de ce qui est attribué",
    nothingNamed: "Rien n’est attribué",
    mostNamed: (name, range, share) =>
      `Le plus est attribué à ${name}\u00a0: ${range}${share === null ? "" : `, ${share} du total`}`,
    restNamed: (amount, _, isSurely) =>
      `\u00a0; sans attribution${isSurely ? " ou moins sûrement" : ""}\u00a0: ${amount}`,
    largestYear: (name, year, amount) => `En tête\u00a0: ${name} en ${year} avec ${amount}`,
    reached: (year, amount, day) => `${year}\u00a0: ${amount} au ${day}`,
    reachedUnknown: (year, day) => `Le cumul de ${year} au ${day} est inconnu`,
    againstYear: (reached, amount, year) =>
      `${reached}\u00a0; le même jour de ${year}\u00a0: ${amount ?? "un montant inconnu"}`,
  },

  table: {
    interval: { month: "Mois", quarter: "Trimestre", year: "Année" },
    dimension: {
      category: "Catégorie",
      technique: "Technique",
      target: "Type de cible",
      chain: "Blockchain",
      actor: "Acteur",
    },
    incident: "Incident",
    date: "Date",
    incidents: "Incidents",
    share: "Part du total",
    lowest: "Minimum",
    highest: "Maximum",
    through: "Jusqu’au",
    endOfFebruary: "fin févr.",
    amounts: {
      gross: "Pertes en dollars",
      net: "Pertes nettes en dollars",
      returned: "Restitué en dollars",
      count: "Incidents",
      median: "Perte médiane en dollars",
    },
    inDollars: (heading, year) => heading.replace("en dollars", `en dollars de ${year}`),
    unknownSize: "De montant inconnu",
    nobodySaid: "Sans indication",
    all: "Tous les incidents, une fois chacun",
    allCategories: "Toutes les catégories",
    allOnce: "Tous, une fois chacun",
    allYears: "Toutes les années",
    allYearsIncidents: "Toutes les années, incidents",
    undated: (year, interval) => `${year}, ${INTERVAL[interval]} non connu`,
    ofWhich: (confidence) => `Dont ${FRENCH.confidence[confidence]}`,
    more: (count) => `${incidents(count)} de plus, de montant moindre ou inconnu`,
    upTo: (amount) => `jusqu’à ${amount}`,
    atLeast: (amount) => `au moins ${amount}`,
    between: (low, high) => `${low} à ${high}`,
  },

  statistics: FRENCH_STATISTICS,

  frame: {
    source: (version) => `Lossline, version ${version}`,
    line: (source, through, licence) =>
      `Source\u00a0: ${source}, compté jusqu’au ${through}. ${licence}.`,
    sourceBefore: "Source\u00a0: ",
    toPage: "Les chiffres et leur mode de calcul (en anglais)",
  },
  publisher: {
    note: (text) => `Note du média\u00a0: ${text}`,
    annotation: (name, text) => `Annotation du média sur ${name}\u00a0: ${text}`,
    credit: (name) => `crédit\u00a0: ${name}`,
    parts: {
      headline: "titre",
      subtitle: "sous-titre",
      note: "note",
      alt: "texte alternatif",
      highlight: "mise en évidence",
      mark: "annotation",
    },
    annotations: "annotations",
    whose: (parts) => `${parts}\u00a0: du média`,
    data: (source) => `données\u00a0: ${source}`,
    semicolon: "\u00a0; ",
  },
};
