import type { Span } from "@/lib/desk/forms/report/report";
import { clauseAt, type Sentence, sentenceAt } from "@/lib/desk/forms/report/report-text";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import { readNumber } from "@/lib/desk/forms/typed-number";

/** What an amount of dollars or tokens is of. */
type Of = "loss" | "returned" | "other";

/** An amount of US dollars of which a report speaks. */
export interface SaidDollars extends Span {
  text: string;
  /** US dollars; null of a range. */
  sum: number | null;
  low: number | null;
  high: number | null;
  of: Of;
  /** How likely it is the one to follow. */
  score: number;
}

/** A quantity of an asset of which a report speaks. */
export interface SaidAsset extends Span {
  text: string;
  symbol: string;
  /** In units of the asset, as plain decimals; null where only its worth is said. */
  quantity: string | null;
  /** US dollars; null where the report does not say them of this asset. */
  usd: number | null;
}

/** A number as reports write it, as the source of a pattern. */
export const NUMBER = "(?<![\\d.,])\\d{1,18}(?:[.,'’\u00a0\u202f ]\\d{1,18}){0,8}";
/** What it is scaled by. */
export const SCALE =
  "(?:\\s?(?:thousand|million|billion|trillion|mio|mrd|mln|mld|millionen|milliarden|millions?|millones|mil|milliards?|milhões|milhão|bilhões|bn|mm|tsd|lakh|crore|млн|млрд)\\b\\.?|\\s?[kmb]\\b(?!\\s?\\p{L})|\\s?[kmb](?![\\p{L}\\d])|\\s?[万萬亿億만억千百]+)";
const SIGN = "(?:US\\s?\\$|USD\\s?\\$?|\\$)\\s?";
const WORD =
  "(?:\\s?(?:US[- ]?[Dd]ollars?|U\\.S\\. dollars?|dollars?|Dollar|dólares|dollari|доллар\\p{L}*|USD\\b|US\\$|美元|美金|米ドル|ドル|달러)(?!\\p{L}))";
const HEDGE =
  "(?:(?:about|around|roughly|nearly|almost|some|approximately|circa|ca\\.|rund|etwa|knapp|environ|unos|约|約|大约|~|≈)\\s?)?";
/** "between 21 and 28.9 million dollars", "$41–42m", "from 41 to 42 million dollars" */
const RANGE = new RegExp(
  `(?:(?:between|from|zwischen|entre|de|von)\\s)?(?:${SIGN})?${NUMBER}${SCALE}?(?:${WORD})?\\s?(?:-|–|—|to|and|bis|und|et|à|y|a|至|到|から)\\s?(?:${SIGN})?${NUMBER}${SCALE}?(?:\\s(?:of\\s)?|de\\s)?${WORD}?`,
  "giu",
);
const SINGLE = new RegExp(
  `${HEDGE}(?:${SIGN}${NUMBER}${SCALE}?\\+?(?:${WORD})?|${NUMBER}${SCALE}?(?:\\sde)?${WORD})`,
  "giu",
);

const RETURNED =
  /(?<!\p{L})(?:ca?me (?:back|home)|(?:has|have|had) come (?:back|home)|returned|returning|returns? of|recovered|(?:gave|given|sent|brought|paid|handed|got|bought|(?:is|are|was|were|has|have|be)) (?:\S+ ){0,6}back|back again|repaid|seized|clawed back|(?:take|took|taken) (?:\S+ ){0,5}back|zurück\p{L}*|rückgabe|restitu\p{L}*|rembours\p{L}*|rendus?|récupérée?s?|devol\p{L}*|devuel\p{L}*|recuperad[oa]s?)(?!\p{L})|返还|归还|歸還|退还|追回|返還|返金|回収|반환|회수/iu;
/** What only sounds like a return. */
const NOT_RETURNED =
  /(?<!\p{L})(?:put (?:\S+ ){1,5}back|not (?:\S+ ){0,3}(?:back|returned|recovered)|returned nothing|nothing (?:\S+ ){0,3}(?:back|returned)|reimburs\p{L}*|compensat\p{L}*|from (?:its|their|the) (?:own )?(?:treasury|reserves?)|users whole|refund(?:ed|s)? (?:its |all |every )?(?:users|customers)|bought back|buy[- ]?back|could be recovered|hopes? to recover|for the return|if (?:\S+ ){0,5}returned|nicht zurück\p{L}*)(?!\p{L})/iu;
const OTHER =
  /(?<!\p{L})(?:bount(?:y|ies)|rewards?|offer(?:ed|s|ing)?|ransom|loans? of|lent|lends?|loan|raised|raise|funding|invest(?:ed|ors?|ment)|(?:funding|seed) round|tvl|total value|locked|market cap\p{L}*|capitali[sz]ation|prices?|per token|each|traded at|trading|trading at|fell|dropped|plunged|insurance|fund|treasury|fined?|penalty|volume|at risk|potential(?:ly)?|could have|would have|might have|audit fees?|gas|fees?|deposits|(?:days?|weeks?|months?|years?) (?:earlier|before|ago)|another|earlier (?:hack|theft|exploit|attack|incident)|previous(?:ly)?|last year|this year|all thefts|of that (?:month|year|january|february|march|april|may|june|july|august|september|october|november|december)|in total this|industry|second(?:, much smaller)? (?:buyer|attacker|thief)|one player|copycats?|kopfgeld|belohnung|prime|récompense|recompensa|valorado en bolsa|darlehen|kredit|prêt|préstamo|salary|worth of trades|sold for|paid for|flash[- ]?loan(?:ed)?|borrowed|collateral|prepared|funded with|withdrawals|supply)(?!\p{L})|赏金|悬赏|奖励|市值|锁仓|报奨|懸賞|時価総額|현상금|시가총액/iu;
/** Words that make an amount with `OTHER` beside it a loss all the same. */
const THEFT =
  /(?<!\p{L})(?:stolen|stole|steal|lost|loss(?:es)?|lose|drained|drain|theft|robbed|heist|exploit(?:ed|er)?|hack(?:ed|er)?|took|takes?(?= (?:about |some |roughly )?(?:\$|\d))|taken|gone|went|left|siphoned|emptied|damages?|walked off|made off|got away|netted|escaped|disappeared|missing|attackers? (?:got|took)|verlust\p{L}*|schaden|erbeutet\p{L}*|gestohlen\p{L}*|entwendet\p{L}*|pertes?|préjudice|dérob\p{L}*|volée?s?|butin|pérdidas?|robad[oa]s?|robaron|sustra\p{L}*|perdas?|roubad[oa]s?|prejuízo)(?!\p{L})|被盗|被盜|损失|損失|盗走|被害|流出|盗まれ|奪|피해|탈취|도난/iu;
const WORTH =
  /(?<!\p{L})(?:worth|value[d]?|in all|in total|all told|altogether|together|makes|total(?:l?ing)?|sum|counted|count|estimate[ds]?|figures?|comes to|came to|come to|put at|speaks of|equivalent|everything|at that hour|at that moment|some reach|reach(?:es|ed)?|wert|insgesamt|valeur|au total|valor\p{L}*|en total)(?!\p{L})|价值|總計|总计|合计|相当|総額|약/iu;
const LAUNDERED =
  /(?<!\p{L})(?:bridged|launder\p{L}*|moved|swapped|deposited|tornado(?: cash)?|mixer|transferred|converted|still (?:sits?|holds?|held)|frozen|froze|freeze|blacklisted)(?!\p{L})/iu;
const PART =
  /(?<!\p{L})(?:including|includes|of which|of it|comprising|consisting of|made up of|plus|as well as|among (?:it|them)|incl\.|darunter|dont|incluid[oa]s?|part of|a part|portion|half)(?!\p{L})[^;]{0,60}$/iu;
/** Which price a sum was counted at is no price of its own. */
const AT_PRICES =
  /(?:at|with|by) (?:the |that |those |its |their |then |current )*(?:tokens['’] )?(?:current )?prices?(?: of (?:the |that )?[\p{L}' ]{1,40}?(?=[,.;:]|\s(?:that|is|was|some)\s|$))?/giu;
const LABEL =
  /^\W*(?:estimated |total |gesamt)?(?:loss(?:es)?|damage|stolen|lost|amount(?: stolen| lost)?|schaden|verluste?|pertes?|préjudice|pérdidas?|perdas?|prejuízo|损失(?:金额)?|損失|被害額|피해액)\s*[:：]/iu;
const PREFERRED =
  /(?<!\p{L})(?:so do we|most people use|commonly used|usually (?:used|given|quoted)|we (?:use|follow|go with|take)|best (?:figure|estimate)|full sum|final (?:figure|count|tally)|in all|in total|all told|altogether|together that makes|the whole|in the end|total(?:s|ed|ling)?|insgesamt|au total|en total|no total)(?!\p{L})|总计|共计|総額|합계/iu;
const IS_LOW =
  /(?<!\p{L})(?:at least|no less than|not less than|lowest|low(?:er)?(?: (?:end|bound|figure|estimate))?|first (?:figure|estimate|count|report)s?|initially|at first|first hours|among themselves|more than|over|mindestens|mehr als|au moins|plus de|al menos|más de|至少|超过)\s*(?:of|is|was|were|:)?\s*$/iu;
const IS_HIGH =
  /(?<!\p{L})(?:up to|at most|as (?:much|many) as|highest|high(?:er)?(?: (?:end|bound|figure|estimate))?|upper|no more than|some reach|reach(?:es|ed)?|bis zu|höchstens|jusqu['’]à|hasta|até|最多)\s*(?:of|is|was|were|:)?\s*$/iu;
const LOW_AROUND =
  /(?<!\p{L})(?:the lowest|lowest (?:anybody|figure|estimate|count)|first figure|first estimates?|first hours|initial(?:ly)?|among themselves|at first)(?!\p{L})/iu;
const HIGH_AROUND =
  /(?<!\p{L})(?:the highest|highest (?:anybody|figure|estimate|count)|others? (?:say|count|put it at) up to)(?!\p{L})/iu;
const DOLLARS = /\$|\busd\b|dollar|dólar|доллар|美元|美金|ドル|달러/iu;

/** A report that counts more than this counts no theft. */
const MOST_AMOUNTS = 500;

/** Every amount of US dollars in a text, with what it is of. @param blank the text with its links made blank */
export function dollarsIn(blank: string, sentences: readonly Sentence[]): SaidDollars[] {
  const found: Omit<SaidDollars, "of" | "score">[] = [];
  const free = ({ from, to }: Span) => found.every((each) => to <= each.from || each.to <= from);
  for (const { index, 0: said } of blank.matchAll(RANGE)) {
    if (found.length >= MOST_AMOUNTS) break;
    const text = said.trimEnd();
    const span = { from: index, to: index + text.length };
    if (!DOLLARS.test(text) || !free(span)) continue;
    const range = rangeOf(text);
    if (range !== null) found.push({ ...span, text, sum: null, ...range });
  }
  for (const { index, 0: said } of blank.matchAll(SINGLE)) {
    if (found.length >= MOST_AMOUNTS) break;
    const text = said.trimEnd();
    const span = { from: index, to: index + text.length };
    if (!free(span) || /[A-Za-z€£¥]$/u.test(blank.slice(Math.max(0, index - 1), index))) continue;
    const sum = sumOf(text);
    if (sum !== null) found.push({ ...span, text, sum, low: null, high: null });
  }
  found.sort((one, other) => one.from - other.from);
  return found.map((each) => ({ ...each, ...judgedAmount(each, sentences) }));
}

function sumOf(text: string): number | null {
  const bare = text
    .replace(/\+$/, "")
    .replace(
      /^(?:about|around|roughly|nearly|almost|some|approximately|circa|ca\.|rund|etwa|knapp|environ|unos)\s/i,
      "",
    );
  // A thousand where dollars are so called, and a million nowhere there.
  const read = readUsd(bare.replace(/(?<!\p{L})mil(?= (?:de )?d[óo]lares)/iu, "thousand"));
  return "problem" in read || read.value === null || read.value === 0 ? null : read.value;
}

function rangeOf(text: string): { low: number; high: number } | null {
  const read = readUsd(text.replace(/^(?:entre|de|von)\s/i, "between "), "best");
  const fills = read.choices[0]?.fills;
  if ("problem" in read && fills?.low !== undefined && fills.high !== undefined) {
    const [low, high] = [sumOf(`$${fills.low}`), sumOf(`$${fills.high}`)];
    return low === null || high === null ? null : { low, high };
  }
  // "between 3,837,110 and 3.87 million dollars": each end has its own scale.
  const ends = /^(?:[a-z]+\s)?(.+?)\s?(?:[-–—]|\s(?:to|and|bis|und|et|à|y|a)\s)\s?(.+)$/iu.exec(
    text,
  );
  if (ends === null) return null;
  const [low, high] = [ends[1] ?? "", ends[2] ?? ""].map((end) =>
    sumOf(/\$|usd|dollar/i.test(end) ? end : `$${end}`),
  );
  return low == null || high == null || low >= high || high > low * 20 ? null : { low, high };
}

/** What an amount is of, by the words around it, and how likely it is the one to follow. */
export function judgedAmount(
  { from, to, text }: Omit<SaidDollars, "of" | "score">,
  sentences: readonly Sentence[],
): Pick<SaidDollars, "of" | "score"> {
  const sentence = sentenceAt(sentences, from);
  if (sentence === null) return { of: "other", score: 0 };
  const clause = clauseAt(sentence, from);
  const before = sentence.text.slice(0, from - sentence.from);
  const inClause = clause.text.slice(0, from - clause.from);
  const after = sentence.text.slice(to - sentence.from, to - sentence.from + 40);
  const previous = sentences[sentence.at - 1];
  const unpriced = (words: string) => words.replace(AT_PRICES, (words) => " ".repeat(words.length));
  const of = OTHER_THEFT.test(before)
    ? "other"
    : GONE.test(after)
      ? "loss"
      : kindOf(
          unpriced(clause.text),
          unpriced(sentence.text),
          unpriced(inClause),
          previous?.paragraph === sentence.paragraph ? previous.text : "",
        );
  let score = 0;
  if (sentence.opens && LABEL.test(sentence.text)) score += 4;
  if (PREFERRED.test(clause.text) || PREFERRED.test(/^[^;$]*/.exec(after)?.[0] ?? "")) score += 3;
  if (THEFT.test(clause.text)) score += 2;
  if (
    PART.test(inClause) ||
    /^\s?(?:worth of|in|of)\s(?!(?:crypto|digital|assets|funds|tokens|total|all|user|customer))\$?[A-Z]/u.test(
      after,
    )
  )
    score -= 4;
  if (
    /(?:and|,) [^,;]{0,30}(?:tokens|coins|NFTs|stablecoins|\p{Lu}{2,6}) (?:worth|valued at) (?:roughly |about |some |around )?$/u.test(
      before,
    )
  )
    score -= 5;
  if (IS_LOW.test(before) || IS_HIGH.test(before)) score -= 4;
  if (LOW_AROUND.test(clause.text)) score -= 4;
  if (HIGH_AROUND.test(clause.text)) score -= 4;
  if (/\+$/.test(text)) score -= 1;
  return { of, score };
}

/** What an amount is of, by what its clause says, else its sentence. @param before of the clause, what stands before it */
function kindOf(clause: string, sentence: string, before: string, previous: string): Of {
  const returned = (words: string) => RETURNED.test(words) && !NOT_RETURNED.test(words);
  if (NOT_RETURNED.test(clause) && !THEFT.test(before)) return "other";
  if (returned(clause) && !/(?<!\p{L})(?:offer(?:ed|s|ing)?|if)(?!\p{L})/iu.test(before)) {
    // "stole $8m and returned $7m" is said of each by the words right before it.
    const behind = clause.slice(before.length);
    const isLoss = lastOf(before) === "loss" && !returned(behind.slice(0, 60));
    return isLoss ? "loss" : "returned";
  }
  if (OTHER.test(clause) && !strongLoss(clause, before)) return "other";
  if (LAUNDERED.test(clause) && !THEFT.test(clause)) return "other";
  if (THEFT.test(clause)) return "loss";
  if (returned(sentence) && !THEFT.test(clause))
    return RETURNED.test(sentence.slice(0, sentence.indexOf(clause) + clause.length))
      ? "returned"
      : WORTH.test(clause)
        ? "loss"
        : "other";
  if (OTHER.test(sentence) && !THEFT.test(sentence)) return "other";
  if (WORTH.test(clause) || THEFT.test(sentence) || WORTH.test(sentence)) return "loss";
  return THEFT.test(previous) && !OTHER.test(previous) ? "loss" : "other";
}

/** Which of the two the words right before an amount speak of last. */
function lastOf(before: string): "loss" | "returned" | null {
  const place = (pattern: RegExp) => {
    let last = -1;
    for (const { index } of before.matchAll(new RegExp(pattern.source, "giu"))) last = index;
    return last;
  };
  const [loss, returned] = [place(THEFT), place(RETURNED)];
  if (loss < 0 && returned < 0) return null;
  return loss > returned ? "loss" : "returned";
}

/** Whether words of a theft stand nearer before an amount than those of something else. */
function strongLoss(clause: string, before: string): boolean {
  if (!THEFT.test(clause)) return false;
  const theft = lastPlace(before, THEFT);
  const other = lastPlace(before, OTHER);
  if (theft < 0) return other < 0 && !OTHER.test(clause.slice(before.length, before.length + 40));
  return theft > other && !OTHER.test(clause.slice(before.length, before.length + 30));
}

function lastPlace(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(pattern.source, "giu"))) last = index;
  return last;
}

/** One of a theft's sums, and the words that say it. */
export interface ChosenSum {
  value: number;
  at: Span;
}

/** What a report says of a loss: sums that may be the best estimate, the likeliest first, and its ends. */
export interface ChosenLoss {
  best: ChosenSum[];
  low: ChosenSum | null;
  high: ChosenSum | null;
}

/** Picks the loss's best estimate and its ends from all that a report says. */
export function chosenLoss(
  said: readonly SaidDollars[],
  sentences: readonly Sentence[],
): ChosenLoss {
  const losses = said.filter(({ of }) => of === "loss");
  const ends: { value: number; at: Span; end: "low" | "high" }[] = [];
  const sums: (ChosenSum & { score: number; bound: "low" | "high" | null; part: boolean })[] = [];
  for (const each of losses) {
    const at = { from: each.from, to: each.to };
    const sentence = sentenceAt(sentences, each.from);
    const before = sentence === null ? "" : sentence.text.slice(0, each.from - sentence.from);
    const clause = sentence === null ? "" : clauseAt(sentence, each.from).text;
    if (each.sum === null) {
      if (each.low === null || each.high === null) continue;
      ends.push({ value: each.low, at, end: "low" }, { value: each.high, at, end: "high" });
      const whole = sentence?.text ?? "";
      const which =
        /(?<!\p{L})(upper|higher|lower|smaller|larger)\s(?:number|figure|end|one|sum)(?=[^.;]*(?:commonly|usual|most|used|quoted|follow))/iu.exec(
          whole,
        )?.[1];
      if (which !== undefined)
        sums.push({
          value: /upper|higher|larger/i.test(which) ? each.high : each.low,
          at,
          score: 5,
          bound: null,
          part: false,
        });
      continue;
    }
    const bound =
      IS_HIGH.test(before) || HIGH_AROUND.test(clause)
        ? "high"
        : IS_LOW.test(before) || LOW_AROUND.test(clause) || /\+$/.test(each.text)
          ? "low"
          : null;
    const part = each.score <= -2 && bound === null;
    sums.push({ value: each.sum, at, score: each.score, bound, part });
    if (bound !== null) ends.push({ value: each.sum, at, end: bound });
  }
  const unbounded = sums.filter(({ bound }) => bound === null);
  const unparted = unbounded.filter(({ part }) => !part);
  // Where only a part is told of, as in “$5.6m in DAI”, that part is what was lost.
  const whole = unparted.length > 0 ? unparted : unbounded;
  const ranked = unlike(
    whole.toSorted((one, other) => other.score - one.score || one.at.from - other.at.from),
  );
  const [best] = ranked;
  for (const { value, at } of ranked.slice(1)) {
    if (best === undefined) break;
    ends.push({ value, at, end: value < best.value ? "low" : "high" });
  }
  const lows = ends.filter(
    ({ value, end }) =>
      end === "low" &&
      (best === undefined || value <= best.value) &&
      !(best !== undefined && value < best.value / 20),
  );
  const highs = ends.filter(
    ({ value, end }) =>
      end === "high" &&
      (best === undefined || value >= best.value) &&
      !(best !== undefined && value > best.value * 20),
  );
  const low = lows.toSorted((one, other) => one.value - other.value)[0] ?? null;
  const high = highs.toSorted((one, other) => other.value - one.value)[0] ?? null;
  return { best: ranked.map(({ value, at }) => ({ value, at })), low, high };
}

/** Sums of which none is another one rounded. */
function unlike<Sum extends ChosenSum>(sums: readonly Sum[]): Sum[] {
  const kept: Sum[] = [];
  for (const sum of sums) {
    const like = kept.findIndex(
      ({ value }) => isRounding(sum.value, value) || isRounding(value, sum.value),
    );
    if (like < 0) kept.push(sum);
    else if (
      like === 0 &&
      digitsOf(sum.value) > digitsOf(kept[0]?.value ?? 0) &&
      isRounding(kept[0]?.value ?? 0, sum.value)
    )
      kept[0] = { ...sum, score: (kept[0] as Sum & { score?: number }).score } as Sum;
  }
  return kept;
}

function digitsOf(value: number): number {
  return String(value).replace(/0+$/, "").replace(/\D/g, "").length;
}

/** Whether a sum is another one, rounded: $8m of $7.94m. */
function isRounding(rough: number, exact: number): boolean {
  if (rough === exact) return true;
  if (digitsOf(rough) >= digitsOf(exact)) return false;
  const power = 10 ** (Math.floor(Math.log10(rough)) - digitsOf(rough) + 1);
  return Math.round(exact / power) * power === rough && Math.abs(rough - exact) / exact < 0.04;
}

/** What came back, the likeliest first. */
export function chosenReturns(said: readonly SaidDollars[]): ChosenSum[] {
  const returned = said.flatMap(({ of, sum, from, to, score }) =>
    of === "returned" && sum !== null ? [{ value: sum, at: { from, to }, score }] : [],
  );
  return unlike(returned);
}

/** Names of coins in words. */
const COINS: Readonly<Record<string, string>> = {
  ether: "ETH",
  ethers: "ETH",
  bitcoin: "BTC",
  bitcoins: "BTC",
  solana: "SOL",
  dogecoin: "DOGE",
  litecoin: "LTC",
  tether: "USDT",
  monero: "XMR",
  ethereum: "ETH",
  以太币: "ETH",
  比特币: "BTC",
  イーサ: "ETH",
  ビットコイン: "BTC",
  이더: "ETH",
  비트코인: "BTC",
};
const SYMBOL =
  "(?:[a-z]{1,3})?[A-Z][A-Z0-9]{1,9}(?:\\.[a-z]{1,3})?(?![\\p{L}\\d-])|1INCH|DeFi(?!\\p{L})|[A-Z][a-z]?[A-Z]{2,8}(?![\\p{L}\\d])";
const TOKENS = new RegExp(
  `(?<![\\p{L}\\d$€£.,])(${NUMBER}(?:${SCALE})?)(?:\\s(?:de|of|units of|tokens? of|枚|个|개))?\\s?\\$?(${SYMBOL}|(?:${Object.keys(COINS).join("|")})(?![\\p{L}]))`,
  "gu",
);
const UNCOUNTED =
  /((?:(?:ERC|BEP|TRC)-?\d+ tokens|stablecoins|altcoins|NFTs))\s(?:worth|valued at)\s/gu;
/** Capitals that no asset is called by. */
const NO_SYMBOL =
  /^(?:USD|EUR|GBP|JPY|CHF|CNY|KRW|API|UTC|GMT|CET|CEST|EST|EDT|PST|PDT|BST|JST|AM|PM|TVL|CEO|CTO|US|UK|EU|UN|EVM|NFTS?|KYC|TX|TXS|MB|GB|KB|IP|DM|EOAS?|L1|L2|MIT|GMX V2|US\$|AD|II|III|IV|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|ID|IDS|PIN|FBI|OFAC|DOJ|CPU|RPC|BIP|EIP|ERC|BEP|TRC|DAO|DEX|CEX|OTC|PC|PDF|SMS|SIM|VPN|SQL|LLC|AG|SA)$/;
/** A token that is made to be worth a dollar. */
const DOLLAR_TOKEN =
  /^(?:USDT|USDC(?:\.[eE])?|DAI|XDAI|BUSD|TUSD|USDP|FDUSD|PYUSD|GUSD|USDS|LUSD)$/;
const NOT_TAKEN =
  /(?<!\p{L})(?:offer(?:ed|s|ing)?|bount(?:y|ies)|rewards?|could not withdraw|withdraw(?: of|al of)?|put (?:\S+ ){1,5}back|funded (?:with|by)|flash[- ]?loan(?:ed)?|borrowed|collateral|deposit(?:ed|ing)?|bridged|swapped|sold(?! for)|launder\p{L}*|tornado(?: cash)?|moved|sent (?:on|to)|transferred|fees?|gas|supply|price|per|remain(?:s|ed|ing)?|left in|still|minted nothing|kopfgeld|récompense|recompensa|loan|lent|audit|mixer|another|previous(?:ly)?|earlier|frozen|froze)(?!\p{L})|赏金|归还|返還/iu;

/** The assets that were taken, as far as a report counts them. */
export function assetsIn(
  blank: string,
  sentences: readonly Sentence[],
  dollars: readonly SaidDollars[],
): SaidAsset[] {
  const found: (SaidAsset & { score: number })[] = [];
  for (const match of blank.matchAll(TOKENS)) {
    if (found.length >= MOST_AMOUNTS) break;
    const [said, number = "", name = ""] = match;
    const symbol = COINS[name] ?? name;
    if (NO_SYMBOL.test(symbol)) continue;
    const from = match.index;
    const to = from + said.length;
    if (dollars.some((each) => each.from < to && from < each.to)) continue;
    const read = readNumber(number);
    if ("problem" in read || read.rest !== "" || Number(read.decimal) === 0) continue;
    const sentence = sentenceAt(sentences, from);
    if (sentence === null) continue;
    const { taken, score } = takenAt(sentence, from, to, sentences);
    if (!taken) continue;
    found.push({ from, to, text: said, symbol, quantity: plain(read.decimal), usd: null, score });
  }
  for (const match of blank.matchAll(UNCOUNTED)) {
    const worth = dollars.find(
      ({ from }) =>
        from >= match.index + match[0].length - 1 && from <= match.index + match[0].length + 12,
    );
    const sentence = sentenceAt(sentences, match.index);
    if (
      worth?.sum == null ||
      sentence === null ||
      !takenAt(sentence, match.index, worth.from, sentences).taken
    )
      continue;
    found.push({
      from: match.index,
      to: worth.to,
      text: match[0],
      symbol: match[1] ?? "",
      quantity: null,
      usd: worth.sum,
      score: 1,
    });
  }
  const kept = oncePerSymbol(found);
  return kept.map(({ score: _, ...asset }) => ({
    ...asset,
    usd: asset.usd ?? worthOf(asset, kept, dollars, blank, sentences),
  }));
}

function plain(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

function takenAt(
  sentence: Sentence,
  from: number,
  to: number,
  sentences: readonly Sentence[],
): { taken: boolean; score: number } {
  const clause = clauseAt(sentence, from);
  clause.text = clause.text.replace(AT_PRICES, (words) => " ".repeat(words.length));
  const before = clause.text.slice(0, from - clause.from);
  const label = sentence.opens && LABEL.test(sentence.text);
  if (label) return { taken: true, score: 4 };
  const total = PREFERRED.test(clause.text) ? 3 : 0;
  if (RETURNED.test(clause.text) && lastOf(before) !== "loss") return { taken: false, score: 0 };
  if (NOT_RETURNED.test(clause.text)) return { taken: false, score: 0 };
  const denied = lastPlace(before, NOT_TAKEN);
  const behind = clause.text.slice(to - clause.from, to - clause.from + 50);
  const theft = lastPlace(before, THEFT);
  const gone = GONE.test(behind);
  if (denied > theft && !gone) return { taken: false, score: 0 };
  if (NOT_TAKEN.test(behind) && theft < 0 && !THEFT.test(behind)) return { taken: false, score: 0 };
  if (/(?<!\p{L})(?:second|smaller|another)(?!\p{L})/iu.test(before))
    return { taken: false, score: 0 };
  if (THEFT.test(clause.text)) return { taken: true, score: 2 + total };
  if (total > 0) return { taken: true, score: total };
  if (THEFT.test(sentence.text) && !OTHER.test(clause.text)) return { taken: true, score: 1 };
  if (
    /^(?:that|this|it) (?:was|is|were) (?:everything|all)(?!\p{L})/iu.test(
      sentences[sentence.at + 1]?.text ?? "",
    )
  )
    return { taken: true, score: 1 };
  if (OTHER.test(clause.text)) return { taken: false, score: 0 };
  const previous = sentences[sentence.at - 1];
  const near = previous !== undefined && previous.paragraph === sentence.paragraph;
  if (
    /(?<!\p{L})(?:pay(?:s|ing)? out|paid out|mint(?:ed|ing)?|worth|contents?|everything|what went)(?!\p{L})/iu.test(
      clause.text,
    )
  )
    return { taken: true, score: 0.5 };
  return { taken: near && THEFT.test(previous.text), score: 0.2 };
}

/** What right behind an amount says that it was taken. */
const GONE =
  /^\s?(?:(?:were|was|are|had been|have been|went|worth of \S+) )?(?:gone|stolen|taken|lost|drained|missing|disappeared)(?!\p{L})/iu;
/** Another theft than the one that the report is about. */
export const OTHER_THEFT =
  /(?<!\p{L})(?:(?:earlier|previous|another|separate|unrelated) (?:hack|exploit|theft|attack|incident|breach|heist)|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|some|\d+) (?:hours?|days?|weeks?|months?|years?) (?:earlier|before|ago))(?!\p{L})/iu;

/** Of several quantities of one asset the one that is called the whole, else the first. */
function oncePerSymbol(
  found: readonly (SaidAsset & { score: number })[],
): (SaidAsset & { score: number })[] {
  const best = new Map<string, SaidAsset & { score: number }>();
  for (const each of found) {
    const before = best.get(each.symbol);
    if (before === undefined || each.score > before.score + 0.9) best.set(each.symbol, each);
  }
  return [...best.values()].sort((one, other) => one.from - other.from);
}

/** What an asset was worth, where the report says it of this one: in brackets or right behind it, or of all where it is the only one. */
function worthOf(
  asset: SaidAsset,
  all: readonly SaidAsset[],
  dollars: readonly SaidDollars[],
  blank: string,
  sentences: readonly Sentence[],
): number | null {
  if (asset.quantity === null) return null;
  const next = dollars.find(({ from, sum }) => from >= asset.to && sum !== null);
  const between = next === undefined ? null : blank.slice(asset.to, next.from);
  if (next !== undefined && between !== null) {
    if (
      /^\s?(?:\(|（|=|≈|\/|~|,?\s?(?:then |now |at the time )?(?:worth|valued at|or|about|roughly|some)?)\s?(?:(?:about|around|roughly|then|worth|some|nearly|almost|approximately|~|≈|im wert von|etwa|rund|约|約)\s?){0,3}$/iu.test(
        between,
      ) &&
      between.length < 40
    )
      return next.sum;
    if (
      /^[^.;!?。]{0,70}(?:worth|valued at|:\s?(?:about|some|roughly)?|im wert von|valeur de|valorad[oa]s? en|价值|相当)\s?(?:about\s|some\s|roughly\s|rund\s|etwa\s|约)?$/iu.test(
        between,
      ) &&
      !all.some((other) => other !== asset && other.from > asset.to && other.from < next.from) &&
      !(all.length > 1 && /(?<!\p{L})(?:and|together|total|und|et)(?!\p{L})/iu.test(between)) &&
      !/everything|contract/i.test(between)
    )
      return next.sum;
  }
  if (all.length === 1) {
    const own = sentenceAt(sentences, asset.from);
    const after = own === null ? undefined : sentences[own.at + 1];
    const said =
      after === undefined ||
      !/^(?:the |its |their |that )?(?:value|worth|price of it)/iu.test(after.text)
        ? undefined
        : dollars.find(({ from, to, sum }) => sum !== null && after.from <= from && to <= after.to);
    if (said?.sum != null) return said.sum;
  }
  return DOLLAR_TOKEN.test(asset.symbol) ? Number(asset.quantity) : null;
}
