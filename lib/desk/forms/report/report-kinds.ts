import type { Span } from "@/lib/desk/forms/report/report";
import type { Category, TargetKind } from "@/lib/values/taxonomy/taxonomy";

/** A value of the taxonomy for which a report has a word. */
export interface SaidKind<Value extends string> extends Span {
  value: Value;
}

/** The techniques by the words for them, the more particular first. */
const TECHNIQUES: readonly (readonly [technique: string, category: Category, words: RegExp])[] = [
  [
    "reentrancy",
    "contract-exploit",
    /(?<!\p{L})(?:re-?entran(?:cy|t)|entered twice|called again before|reentered|reentranz|重入)/iu,
  ],
  [
    "governance-attack",
    "contract-exploit",
    /(?<!\p{L})(?:governance (?:attack|proposal|takeover)|malicious proposal|voting power)(?!\p{L})/iu,
  ],
  [
    "bridge-verification",
    "contract-exploit",
    /(?<!\p{L})(?:forged (?:merkle )?proof|fake proof|check of the guardians|message (?:was not |not )?verif\p{L}*|spoofed message|guardians' signatures)(?!\p{L})/iu,
  ],
  [
    "oracle-manipulation",
    "contract-exploit",
    /(?<!\p{L})(?:oracles?|price manipulation|manipulated (?:the )?price|price feed|orakel|oráculo)(?!\p{L})|预言机|オラクル|오라클/iu,
  ],
  [
    "signature-replay",
    "contract-exploit",
    /(?<!\p{L})(?:signature replay|replayed signature|replay attack)(?!\p{L})/iu,
  ],
  [
    "compiler-bug",
    "contract-exploit",
    /(?<!\p{L})(?:compiler (?:bug|fault|error)|versions of the compiler|vyper)(?!\p{L})/iu,
  ],
  [
    "arithmetic",
    "contract-exploit",
    /(?<!\p{L})(?:overflow(?:ed|s)?|underflow(?:ed)?|rounding (?:error|bug|down|flaw)|precision loss|rundungsfehler|溢出)/iu,
  ],
  [
    "mint-bug",
    "contract-exploit",
    /(?<!\p{L})(?:infinite mint|unlimited mint|mint(?:ed)? (?:unbacked|out of nothing))(?!\p{L})/iu,
  ],
  [
    "access-control",
    "contract-exploit",
    /(?<!\p{L})(?:access control|missing (?:permission|authori[sz]ation)|unprotected function|anyone could call|no owner check)(?!\p{L})|权限/iu,
  ],
  [
    "input-validation",
    "contract-exploit",
    /(?<!\p{L})(?:input validation|unchecked (?:input|argument|calldata)|never checked|nobody checked|missing (?:check|validation))(?!\p{L})/iu,
  ],
  [
    "approval-phishing",
    "phishing",
    /(?<!\p{L})(?:approval phishing|signed (?:a )?(?:malicious|fake) (?:approval|permit)|permit2? (?:signature|phishing)|wallet drainer)(?!\p{L})/iu,
  ],
  ["address-poisoning", "phishing", /(?<!\p{L})address poisoning(?!\p{L})/iu],
  [
    "frontend-hijack",
    "phishing",
    /(?<!\p{L})(?:front-?end (?:was |hijack|attack)|dns (?:hijack|attack|record)|injected (?:into|in) (?:its|the) (?:site|website|front))(?!\p{L})/iu,
  ],
  [
    "signer-deception",
    "wallet-compromise",
    /(?<!\p{L})(?:signers? (?:were|was) (?:tricked|deceived|shown)|blind(?:ly)? sign\p{L}*)(?!\p{L})/iu,
  ],
  [
    "supply-chain",
    "wallet-compromise",
    /(?<!\p{L})(?:supply[- ]chain|malicious (?:package|dependency|update))(?!\p{L})/iu,
  ],
  [
    "social-engineering",
    "wallet-compromise",
    /(?<!\p{L})(?:social engineering|job offer|fake recruiter|posed as)(?!\p{L})/iu,
  ],
  [
    "insider",
    "wallet-compromise",
    /(?<!\p{L})(?:insider|former employee|own employee|rogue developer)(?!\p{L})/iu,
  ],
  [
    "private-key-compromise",
    "wallet-compromise",
    /(?<!\p{L})(?:private keys?|keys? (?:leaked|stolen|compromised|were)|seed phrases?|leaked keys?|privaten? schlüssel|clés? privées?|claves? privadas?)(?!\p{L})|私钥|秘密鍵|개인\s?키/iu,
  ],
  [
    "hot-wallet-breach",
    "wallet-compromise",
    /(?<!\p{L})(?:hot[- ]wallets?|warm[- ]wallets?)(?!\p{L})|热钱包|ホットウォレット|핫월렛/iu,
  ],
  ["rug-pull", "exit-scam", /(?<!\p{L})(?:rug[- ]?pull(?:ed)?|exit scam)(?!\p{L})/iu],
  [
    "logic-error",
    "contract-exploit",
    /(?<!\p{L})(?:logic (?:error|flaw|bug)|flawed (?:logic|check|sum)|wrong factor)(?!\p{L})/iu,
  ],
];
const KINDS: readonly (readonly [TargetKind, RegExp])[] = [
  ["bridge", /(?<!\p{L})(?:bridges?|brücke|pont|puente)(?!\p{L})|跨链桥|ブリッジ|브리지/iu],
  [
    "lending",
    /(?<!\p{L})(?:lending (?:protocol|market|platform)|lends? against|money market|kreditprotokoll|prêt)(?!\p{L})|借贷|レンディング|대출/iu,
  ],
  ["dex", /(?<!\p{L})(?:decentrali[sz]ed exchange|dex|amm|swap protocol)(?!\p{L})|去中心化交易/iu],
  ["derivatives", /(?<!\p{L})(?:perpetuals?|perps|derivatives|options protocol)(?!\p{L})/iu],
  ["stablecoin", /(?<!\p{L})(?:stablecoin (?:protocol|issuer|project))(?!\p{L})/iu],
  [
    "yield",
    /(?<!\p{L})(?:yield (?:aggregator|protocol|vaults?)|staking (?:protocol|platform|pools?)|farm)(?!\p{L})/iu,
  ],
  ["gambling", /(?<!\p{L})(?:casino|gambling|betting)(?!\p{L})/iu],
  ["gaming", /(?<!\p{L})(?:game|gaming)(?!\p{L})/iu],
  ["wallet", /(?<!\p{L})(?:wallet (?:app|provider|maker|software))(?!\p{L})/iu],
  ["payment-processor", /(?<!\p{L})payment (?:processor|gateway|service)(?!\p{L})/iu],
  ["nft", /(?<!\p{L})nft (?:marketplace|platform|project|collection)(?!\p{L})/iu],
  ["dao", /(?<!\p{L})DAO(?!\p{L})/u],
  [
    "exchange",
    /(?<!\p{L})(?:exchanges?|börse|plateforme d['’]échange|casa de cambio|corretora)(?!\p{L})|交易所|取引所|거래소/iu,
  ],
];
const FLASH_LOAN =
  /(?<!\p{L})(?:flash[- ]?loans?|blitzkredit\p{L}*|prêt éclair)(?!\p{L})|闪电贷|フラッシュローン|플래시론/iu;

/** The technique for which a report has a word first; null where it has none. */
export function techniqueIn(blank: string): SaidKind<string> | null {
  return firstOf(
    blank,
    TECHNIQUES.map(([value, , words]) => [value, words]),
  );
}

/** How the funds left, as the technique or a flash loan tells; null where nothing does. */
export function categoryIn(blank: string): SaidKind<Category> | null {
  const loan = FLASH_LOAN.exec(blank);
  if (
    loan !== null &&
    !/(?<!\p{L})(?:no|without|ohne|sans|sin)\s(?:\S+\s)?$/iu.test(blank.slice(0, loan.index))
  )
    return { value: "flash-loan", from: loan.index, to: loan.index + loan[0].length };
  const technique = techniqueIn(blank);
  const category = TECHNIQUES.find(([value]) => value === technique?.value)?.[1];
  return technique === null || category === undefined ? null : { ...technique, value: category };
}

/** What kind of target was robbed, by the first words of the report that say it; null where none do. */
export function targetKindIn(blank: string): SaidKind<TargetKind> | null {
  return firstOf(blank.slice(0, 1500), KINDS);
}

function firstOf<Value extends string>(
  text: string,
  list: readonly (readonly [Value, RegExp])[],
): SaidKind<Value> | null {
  for (const [value, words] of list) {
    const found = words.exec(text);
    if (found !== null && found[0].trim() !== "")
      return { value, from: found.index, to: found.index + found[0].length };
  }
  return null;
}
