import type { ChartName } from "@/lib/statistics/charts/registry";
import type { Axis, Dimension } from "@/lib/statistics/rules/parameters";

// Printed ids refer to places in these tables: entries are added at the end, and never changed,
// moved or removed, or ids on paper would come to mean something else.

/** A chart with what it was usually split by, drawn on and cut at when it got its place. */
interface ChartPlace {
  chart: ChartName;
  by: Dimension | null;
  axis: Axis;
  top: number;
}

const PLACES = [
  { chart: "monthly", by: "category", axis: "linear", top: 6 },
  { chart: "year-to-date", by: null, axis: "linear", top: 5 },
  { chart: "actors", by: "actor", axis: "linear", top: 12 },
  { chart: "techniques", by: "technique", axis: "linear", top: 12 },
  { chart: "targets", by: "target", axis: "linear", top: 12 },
  { chart: "chains", by: "chain", axis: "linear", top: 12 },
  { chart: "timeline", by: "category", axis: "log", top: 8 },
  { chart: "largest", by: null, axis: "linear", top: 15 },
  { chart: "actor-years", by: "actor", axis: "linear", top: 12 },
  { chart: "quantiles", by: null, axis: "linear", top: 12 },
  { chart: "sizes", by: null, axis: "linear", top: 12 },
  { chart: "thresholds", by: null, axis: "linear", top: 12 },
  { chart: "concentration", by: null, axis: "share", top: 10 },
  { chart: "recovery", by: null, axis: "share", top: 12 },
] as const satisfies readonly ChartPlace[];

/** The charts in the order of their numbers. A chart of the registry without a place here does not compile. */
export const CHART_KEYS: readonly ChartPlace[] =
  PLACES satisfies ChartName extends (typeof PLACES)[number]["chart"]
    ? readonly ChartPlace[]
    : never;

/** What a view can say beyond the usual. */
export const FIELDS = [
  "measure",
  "estimate",
  "by",
  "interval",
  "axis",
  "top",
  "years",
  "category",
  "technique",
  "target",
  "chain",
  "actor",
  "confidence",
  "least",
  "q",
  "target-name",
  "sources",
  "dollars",
] as const;
export type FieldName = (typeof FIELDS)[number];

const words = (text: string): readonly string[] => text.split(" ");

/** Comes before a technique or target that is written letter by letter; none is called so. */
export const SPELT_OUT = "…";

/**
 * The values of what has a fixed choice of them; and the techniques and kinds of target that are written as a number.
 * Nothing is added to those: what came later, and each single target, has been written letter by letter on paper.
 */
export const ENUMERATIONS = {
  measure: words("gross net returned count median"),
  estimate: words("best low high"),
  by: words("category technique target chain actor"),
  interval: words("month quarter year fitting"),
  axis: words("linear log share"),
  category: words("contract-exploit flash-loan wallet-compromise phishing exit-scam unknown"),
  technique: words(
    "reentrancy oracle-manipulation access-control input-validation arithmetic logic-error " +
      "bridge-verification governance-attack signature-replay mint-bug misconfiguration " +
      "compiler-bug consensus-attack weak-randomness private-key-compromise hot-wallet-breach " +
      "supply-chain infrastructure-breach signer-deception insider social-engineering " +
      "frontend-hijack approval-phishing address-poisoning rug-pull ponzi mev-bot-exploit unknown",
  ).concat(SPELT_OUT),
  target: words(
    "exchange payment-processor gambling wallet bridge lending dex yield stablecoin derivatives " +
      "token nft gaming dao blockchain custodian infrastructure mev-bot individual other",
  ).concat(SPELT_OUT),
  confidence: words("suspected likely confirmed"),
  sources: words("one copies"),
} as const satisfies Partial<Record<FieldName, readonly string[]>>;
export type EnumeratedName = keyof typeof ENUMERATIONS;

/** Chains that are written as a number; all others letter by letter, so that nothing is added here either. */
export const COMMON_CHAINS: readonly string[] = words(
  "ethereum bsc bitcoin arbitrum polygon base solana avalanche optimism tron ripple fantom " +
    "litecoin blast zksync-era bitcoin-cash hyperliquid cronos near sui gnosis dogecoin stellar " +
    "cardano sonic algorand berachain terra linea ethereum-classic",
);
