import type { KnownValues } from "@/lib/desk/imports/tables/known-values";
import type { PickedField } from "@/lib/desk/imports/tables/mapped-field";
import { nearestName } from "@/lib/values/taxonomy/nearest-name";
import { CATEGORIES, TARGET_KINDS, type Term } from "@/lib/values/taxonomy/taxonomy";

/** Words by which other lists say what the record's values say; the first that fits counts. */
const WORDS: Record<PickedField, readonly [RegExp, string][]> = {
  category: [
    [/rug ?-?pull|exit scam|ponzi/i, "exit-scam"],
    [/flash ?-?loan/i, "flash-loan"],
    [/phish|approval|address poison/i, "phishing"],
    [/private key|wallet|credential|key compromise/i, "wallet-compromise"],
    [/smart contract|protocol logic|contract/i, "contract-exploit"],
    [/^(?:|other|unknown|n\/?a)$/i, "unknown"],
  ],
  technique: [
    [/re-?entran/i, "reentrancy"],
    [/oracle|price manipulation/i, "oracle-manipulation"],
    [/access control/i, "access-control"],
    [/private key/i, "private-key-compromise"],
    [/hot wallet/i, "hot-wallet-breach"],
    [/rug ?-?pull/i, "rug-pull"],
    [/governance/i, "governance-attack"],
    [/signature|replay/i, "signature-replay"],
    [/rounding|precision|overflow|underflow/i, "arithmetic"],
    [/front-?end|dns/i, "frontend-hijack"],
    [/supply chain/i, "supply-chain"],
    [/social engineering/i, "social-engineering"],
    [/infinite mint/i, "mint-bug"],
    [/phish/i, "approval-phishing"],
    [/^(?:|other|unknown|n\/?a)$/i, "unknown"],
  ],
  targetKind: [
    [/bridge[^:·]*: *(?:true|yes|1)\b|^(?:cross-?chain )?bridges?\b/i, "bridge"],
    [/\b(?:cex|centrali[sz]ed exchange|exchange)\b/i, "exchange"],
    [/\bdex\b|decentrali[sz]ed exchange|\bamm\b/i, "dex"],
    [/lending|money market/i, "lending"],
    [/yield|staking|vault/i, "yield"],
    [/stable ?coin/i, "stablecoin"],
    [/\bwallets?\b/i, "wallet"],
    [/\bnft/i, "nft"],
    [/gam(?:e|ing)/i, "gaming"],
    [/\bdao\b/i, "dao"],
    [/layer ?-?[12]|\bl[12]\b|blockchain/i, "blockchain"],
    [/\b(?:token|ico)\b/i, "token"],
    [/casino|gambling|betting/i, "gambling"],
    [/derivative|perp/i, "derivatives"],
  ],
};

/** The value that a text of another list probably means, to be seen and changed; empty where none is likely. */
export function suggestedTerm(field: PickedField, text: string, known: KnownValues): string {
  const found = WORDS[field].find(([words]) => words.test(text));
  if (found !== undefined) return found[1];
  const terms = termsOf(field, known);
  const label = nearestName(terms, text, 0.25);
  return terms.find((term) => term.label === label)?.value ?? "";
}

/** The values among which one is chosen. */
export function termsOf(field: PickedField, known: KnownValues): readonly Term[] {
  if (field === "technique") return known.techniques;
  return field === "category" ? CATEGORIES : TARGET_KINDS;
}
