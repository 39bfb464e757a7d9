import { z } from "zod";
import definitions from "@/prisma/seed/taxonomy.json";

/** What a taxonomy's value is called, and what it means where its name does not say it. */
export interface Term<Value extends string = string> {
  value: Value;
  label: string;
  definition: string | null;
}

function terms<Value extends string>(
  entries: Record<Value, { label: string; definition?: string }>,
): readonly Term<Value>[] {
  return (Object.keys(entries) as Value[]).map((value) => ({
    value,
    label: entries[value].label,
    definition: entries[value].definition ?? null,
  }));
}

/** Characters of what is meant by a technique: two or three sentences. */
export const LONGEST_DEFINITION = 600;

export type Category = keyof typeof definitions.category;
export type TargetKind = keyof typeof definitions.targetKind;

/** How the funds left, in the order in which charts stack and legends list them. */
export const CATEGORIES = terms<Category>(definitions.category);
/** By which flaw or trick, as far as the taxonomy says what each is called; editors name others. */
export const TECHNIQUES: readonly Term[] = terms(definitions.technique);
/** What kind of thing was robbed. */
export const TARGET_KINDS = terms<TargetKind>(definitions.targetKind);
/** What counts as a chain's name. */
export const CHAIN_DEFINITION = definitions.chain;

export const CONFIDENCES = [
  {
    value: "suspected",
    label: "suspected",
    definition: "One analyst's or firm's view.",
  },
  {
    value: "likely",
    label: "likely",
    definition: "Two or more independent parties, or strong published on-chain evidence.",
  },
  {
    value: "confirmed",
    label: "confirmed",
    definition: "A government, a court or the thief's own admission.",
  },
] as const satisfies readonly Term[];
export type Confidence = (typeof CONFIDENCES)[number]["value"];

/** What naming somebody rests on, the strongest ground first. */
export const ATTRIBUTION_BASES = [
  {
    value: "conviction",
    label: "conviction",
    definition: "A verdict or a guilty plea.",
  },
  {
    value: "admission",
    label: "admission",
    definition: "The thief's own words outside court.",
  },
  {
    value: "charge",
    label: "charge",
    definition: "An indictment or a criminal complaint.",
  },
  {
    value: "sanction",
    label: "sanction",
    definition: "A listing by a sanctions authority.",
  },
  {
    value: "government-statement",
    label: "government statement",
    definition:
      "An authority's word without a charge: police, a UN panel, a suit for forfeiture, a regulator's finding.",
  },
  {
    value: "firm-analysis",
    label: "analysis by a firm",
    definition: "A security or analytics firm.",
  },
  {
    value: "independent-analysis",
    label: "independent analysis",
    definition: "A researcher who works under a name or handle of their own.",
  },
  {
    value: "victim-statement",
    label: "victim's statement",
    definition: "The target itself.",
  },
  {
    value: "press",
    label: "press",
    definition: "A news report of unnamed officials or analysts.",
  },
] as const satisfies readonly Term[];
export type AttributionBasis = (typeof ATTRIBUTION_BASES)[number]["value"];

/** What an incident's transaction did. */
export const TRANSACTION_ROLES = [
  { value: "attack", label: "attack", definition: "The theft itself, or one of several such." },
  {
    value: "laundering",
    label: "laundering",
    definition: "Moving, swapping, bridging or mixing what was taken.",
  },
  { value: "return", label: "return", definition: "Handed back or recovered." },
  { value: "other", label: "other", definition: "Preparation and the like." },
] as const satisfies readonly Term[];

/** How far a person's case has come, as the latest source for it says. */
export const LEGAL_STATUSES = [
  { value: "charged", label: "charged", definition: null },
  { value: "convicted", label: "convicted", definition: null },
  { value: "pleaded-guilty", label: "pleaded guilty", definition: null },
  { value: "acquitted", label: "acquitted", definition: null },
  { value: "not-tried", label: "not tried", definition: null },
  { value: "convicted-deceased", label: "convicted, since deceased", definition: null },
  { value: "deceased", label: "deceased", definition: null },
] as const satisfies readonly Term[];
export type LegalStatus = (typeof LEGAL_STATUSES)[number]["value"];

export const ADDRESS_ROLES = ["attacker", "laundering", "victim"] as const;
export type AddressRole = (typeof ADDRESS_ROLES)[number];

function values<Value extends string>(list: readonly Term<Value>[]): [Value, ...Value[]] {
  return list.map((term) => term.value) as [Value, ...Value[]];
}

export const categorySchema = z.enum(values(CATEGORIES));
export const targetKindSchema = z.enum(values(TARGET_KINDS));
/** Whether a word is a kind of target. */
export function isTargetKind(word: string): word is TargetKind {
  return targetKindSchema.safeParse(word).success;
}
export const confidenceSchema = z.enum(values<Confidence>(CONFIDENCES));
export const basisSchema = z.enum(values<AttributionBasis>(ATTRIBUTION_BASES));
export const transactionRoleSchema = z.enum(
  values<(typeof TRANSACTION_ROLES)[number]["value"]>(TRANSACTION_ROLES),
);
export const legalStatusSchema = z.enum(values<LegalStatus>(LEGAL_STATUSES));

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** A value of an open list: a lower-case name with hyphens. */
const openName = (example: string) =>
  z.string().regex(NAME, `must be a lower-case name with hyphens, such as ${example}`).max(60);

/** What charts call the parts that are none of a list. */
const NO_NAMES = ["all", "none", "other"];

/** Chains come and go, so the list is open. */
export const chainSchema = openName("ethereum-classic").refine(
  (name) => ![...NO_NAMES, "unknown"].includes(name),
  "must be a chain’s name",
);

/** The taxonomy's techniques and any that is named like them: thieves think of new ones. */
export const techniqueSchema = openName("oracle-manipulation").refine(
  (name) => !NO_NAMES.includes(name),
  "must be a technique’s name, or unknown where nobody knows it",
);

const labels = new Map<string, string>(
  [...CATEGORIES, ...TARGET_KINDS].map((term) => [term.value, term.label]),
);

/** The readable name of a category or target kind. */
export function termLabel(value: Category | TargetKind): string {
  return labels.get(value) ?? value;
}

/** What an attribution rests on, in words. */
export function basisLabel(basis: AttributionBasis): string {
  return ATTRIBUTION_BASES.find(({ value }) => value === basis)?.label ?? basis;
}

const techniqueLabels = new Map(TECHNIQUES.map((term) => [term.value, term.label]));

/**
 * The readable name of a technique: the taxonomy's, or made of the name itself, as in
 * `fake-airdrop` → `Fake airdrop`. What is no name stays as it is.
 */
export function techniqueLabel(technique: string): string {
  const label = techniqueLabels.get(technique);
  if (label !== undefined || !NAME.test(technique)) return label ?? technique;
  return technique.charAt(0).toUpperCase() + technique.slice(1).replaceAll("-", " ");
}

/** Whether a technique is one of the taxonomy's, which are defined there and the same in every version. */
export function isListedTechnique(technique: string): boolean {
  return techniqueLabels.has(technique);
}

/** What stands in the place of the definition of a technique of which no editor has written one. */
export const NO_DEFINITION = "Added by an editor; no definition yet.";

/**
 * The taxonomy's techniques in its order, then the others among those given, by name.
 * @param definitions what editors wrote of the others, by technique
 */
export function withOpenTechniques(
  found: readonly string[],
  definitions: ReadonlyMap<string, string>,
): Term[] {
  const others = [...new Set(found)].filter((technique) => !isListedTechnique(technique)).sort();
  return [
    ...TECHNIQUES,
    ...others.map((value) => ({
      value,
      label: techniqueLabel(value),
      definition: definitions.get(value) ?? NO_DEFINITION,
    })),
  ];
}

/** Chains that do not write themselves as their words with a capital each; `0g` has none to be one. */
const chainNames = new Map(
  Object.entries({
    "0g": "0G",
    apechain: "ApeChain",
    "astar-zkevm": "Astar zkEVM",
    bitshares: "BitShares",
    "bitcoin-sv": "Bitcoin SV",
    bob: "BOB",
    bouncebit: "BounceBit",
    bsc: "BNB Smart Chain",
    defichain: "DeFiChain",
    digibyte: "DigiByte",
    dydx: "dYdX",
    ecash: "eCash",
    eos: "EOS",
    ethereumpow: "EthereumPoW",
    heco: "HECO",
    icon: "ICON",
    icp: "Internet Computer",
    "immutable-zkevm": "Immutable zkEVM",
    iota: "IOTA",
    iotex: "IoTeX",
    kiichain: "KiiChain",
    mantra: "MANTRA",
    megaeth: "MegaETH",
    near: "NEAR",
    nem: "NEM",
    nxt: "NXT",
    okxchain: "OKX Chain",
    opbnb: "opBNB",
    "polygon-zkevm": "Polygon zkEVM",
    pulsechain: "PulseChain",
    tac: "TAC",
    thorchain: "THORChain",
    ton: "TON",
    tron: "TRON",
    vechain: "VeChain",
    vericoin: "VeriCoin",
    wax: "WAX",
    wemix: "WEMIX",
    xdag: "XDAG",
    xdc: "XDC",
    zetachain: "ZetaChain",
    zksync: "zkSync",
    "zksync-era": "zkSync Era",
  }),
);

/** A chain's name as people write it: `ethereum-classic` → `Ethereum Classic`. */
export function chainLabel(chain: string): string {
  return (
    chainNames.get(chain) ??
    chain.replace(/(^|-)([a-z])/g, (_, dash, letter) => (dash ? " " : "") + letter.toUpperCase())
  );
}
