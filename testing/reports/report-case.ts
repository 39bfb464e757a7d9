import type { RecordNames } from "@/lib/desk/forms/report/report";

/** A report, and what a careful reader would take from it. */
export interface ReportCase {
  /** What kind of text it is. */
  title: string;
  text: string;
  target: string;
  /** YYYY-MM-DD or YYYY-MM; null where the text does not say when. */
  day: string | null;
  /** US dollars; null where the text has none. */
  best: number | null;
  low?: number;
  high?: number;
  returned?: number;
  chains: readonly string[];
  /** `ETH 2310 6100000`: symbol, quantity and dollars, `null` for what is not said. */
  assets?: readonly string[];
  /** `ethereum 0x… attacker`, `unknown` for a role that no words say. */
  addresses?: readonly string[];
  /** `ethereum 0x…` */
  transactions?: readonly string[];
  /** `grey-crew, FBI, confirmed, 2024-03-02`, `null` for what is not said. */
  attributions?: readonly string[];
  /** `https://…, 2024-03-02`, `null` for a day that is not said. */
  sources?: readonly string[];
}

const target = (slug: string, name: string, kind: string, otherNames: string[] = []) => ({
  slug,
  name,
  kind,
  otherNames,
  parent: null,
});
const actor = (slug: string, name: string, otherNames: string[], parent: string | null = null) => ({
  slug,
  name,
  kind: null,
  otherNames,
  parent,
});

/** What the record holds, as far as the reports speak of it: half of their targets, and a few that none of them is about. */
export const REPORT_NAMES: RecordNames = {
  targets: [
    target("heron-finance", "Heron Finance", "lending", ["HeronFi"]),
    target("coralswap", "CoralSwap", "dex", ["珊瑚交易所"]),
    target("nordbrucke", "Nordbrücke", "bridge", ["Nordbruecke"]),
    target("banco-lumen", "Banco Lumen", "exchange"),
    target("kitsune-exchange", "Kitsune Exchange", "exchange", ["キツネ取引所"]),
    target("pinecone", "Pinecone", "yield", ["Pinecone Vaults"]),
    target("saltmarsh", "Saltmarsh", "exchange", ["Saltmarsh Exchange"]),
    target("tidewell", "Tidewell", "custodian"),
    target("ember-bridge", "Ember Bridge", "bridge"),
    target("quartz-protocol", "Quartz Protocol", "stablecoin"),
    target("tornado-cash", "Tornado Cash", "infrastructure"),
    target("curve", "Curve", "dex"),
  ],
  actors: [
    actor("grey-crew", "Grey Crew", ["GC-77"]),
    actor("grey-crew-east", "Grey Crew East", [], "grey-crew"),
    actor("lazarus-group", "Lazarus Group", ["Lazarus"]),
    actor("paper-lantern", "Paper Lantern", []),
  ],
  pages: [],
};
