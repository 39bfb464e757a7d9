import { DIGITS, decimalOf, scaledNumber, shifted } from "@/lib/desk/forms/typed-number";
import { scaleAt } from "@/lib/desk/forms/typed-scales";

/** One piece of an amount as written. */
export type AmountToken =
  | { is: "number"; decimal: string; or: string | null; scaled: boolean; bare: string }
  | { is: "dollars" | "hedge" | "lower" | "upper" | "atLeast" | "atMost" | "between" | "minus" }
  | { is: "to" | "and" | "or" | "beside" | "open" | "close" }
  | { is: "money" | "word"; text: string };

type Plain = Exclude<AmountToken, { is: "number" | "money" | "word" }>["is"];

/** Words by what they say of the amount beside them; longer ones first, so that "no more than" is no "more than". */
const PHRASES: readonly (readonly [Plain, RegExp])[] = [
  [
    "upper",
    /^(?:(?:no|not) (?:more|greater|higher) than|not (?:over|above|exceeding)|up to|under|below|less than|fewer than|lower than|short of|at (?:the )?most|as (?:much|many) as|(?:a )?max(?:imum)?\b\.?(?: of)?|<=?|≤|bis zu|höchstens|maximal|weniger als|unter|jusqu[’']à|moins de|au plus|hasta|menos de|como máximo|a lo sumo|até|no máximo|fino a|meno di|最多|不到|不足|低于|少于|до|менее|не более)/i,
  ],
  [
    "lower",
    /^(?:(?:no|not) (?:less|fewer|lower) than|not (?:under|below)|at (?:the very )?least|(?:well )?(?:over|above)|more than|greater than|higher than|in excess of|upwards? of|north of|exceed(?:s|ing)|starting (?:at|from)|(?:a )?min(?:imum)?\b\.?(?: of)?|>=?|≥|mindestens|mehr als|über|au moins|plus de|al menos|más de|como mínimo|pelo menos|mais de|no mínimo|almeno|più di|oltre|至少|超过|超過|超|逾|более|свыше|не менее|от)/i,
  ],
  ["minus", /^(?:minus|negative)(?![\p{L}])/iu],
  ["between", /^(?:between|from|zwischen|von|entre|desde|tra|fra|介于)(?![\p{L}])/iu],
  [
    "hedge",
    /^(?:not quite|or so|ish|about|around|approx(?:imately|\.)?|approximate|circa|ca\.|ca\b|c\.|roughly|nearly|almost|close to|some|an? estimated|estimated(?: at)?|estimate|est\.?|~|≈|∼|±|ungefähr|etwa|rund|knapp|fast|environ|près de|unos|unas|cerca de|aproximadamente|alrededor de|quase|circa|quasi|约|約|大约|大約|近|около|почти|примерно|rd\.)(?![\p{L}])/iu,
  ],
  [
    "atLeast",
    /^(?:-?plus\b|or (?:more|above|higher)|and (?:up|above|more)|or more|min(?:imum)?\b\.?|以上|余|多)/i,
  ],
  ["atMost", /^(?:or (?:less|below|lower|fewer)|max(?:imum)?\b\.?|以下)/i],
  [
    "dollars",
    /^(?:usd ?\$|us ?\$|\$ ?usd?|\$|us[- ]dollars?|u\.s\. dollars?|usd|dollars?|bucks|美元|美金|米ドル|ドル|달러|미국 달러|dólares|dolares|dollari|dolari|dolarów|dolar|доллар(?:ов|а)?|دولار|दोलर|डॉलर|đô la)(?:(?<=\$)|(?![\p{L}\p{N}]))/iu,
  ],
  ["to", /^(?:to|through|bis|à|hasta|até|a|до|至|到|から)(?![\p{L}])/iu],
  ["and", /^(?:and|und|et|y|e|和|&)(?![\p{L}])/iu],
  ["or", /^(?:or|oder|ou)(?![\p{L}])/iu],
  ["beside", /^(?:[/;=|]|,(?= )|worth|valued at|which is|i\.e\.|equivalent to|at the time)/i],
  ["open", /^[([{（【]/],
  ["close", /^[)\]}）】]/],
];

/** Dollars of other countries and other moneys; never American ones. */
const OTHER_MONEY =
  /^(?:(?:c|ca|cad|can|a|au|aud|aus|hk|hkd|nz|nzd|s|sg|sgd|nt|twd|r|brl|mx|mxn|ar|cl|co|j|tt|bz) ?\$|\$ ?(?:cad|aud|hkd|nzd|sgd|twd|mxn|can|ca|au|nz|hk)(?![\p{L}\p{N}])|(?:canadian|australian|hong kong|new zealand|singapore|taiwan) dollars?|[€£¥₩₹₽₺₫₴₱฿₪₦₿₡₲₵₸₮](?!\p{L})|(?:eur|euros?|gbp|pounds?(?: sterling)?|jpy|yen|krw|won|cny|cnh|rmb|yuan|renminbi|inr|rupees?|rs\.?|chf|francs?|franken|aud|cad|hkd|sgd|nzd|twd|ntd|rub|rubles?|roubles?|brl|reais|real|mxn|pesos?|zar|rand|try|lira|sek|nok|dkk|kronor|kroner|pln|zloty|złotych|czk|huf|thb|baht|vnd|dong|idr|rupiah|php|myr|ringgit|uah|hryvnia|ils|shekels?|aed|dirhams?|ngn|naira|kes|ars|clp|cop)(?![\p{L}\p{N}])|(?:人民币|人民幣|日元|日圆|欧元|歐元|英镑|英鎊|港元|港币|港幣|加元|澳元|韩元|韓元|台币|新台幣|유로|엔|원|円|元|евро|рублей|руб\.?|يورو))/iu;

/** What is said around an amount and says nothing of it. */
const FILLERS =
  /^(?:in|of|the|an?|total(?:l?ing)?|altogether|worth|lost|stolen|taken|drained|loss(?:es)?|value[d]?|funds|assets|crypto|cryptocurrenc(?:y|ies)|damages?|just|de|von|an|at|is|was|were|only|reported|reportedly|perhaps|likely|probably|possibly)(?![\p{L}\p{N}])/iu;

/** Letters of scripts that set words apart. */
const SPELT = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]/u;
const SPELT_END = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]$/u;

/** Of pieces, as many as an amount may have. */
const MOST = 60;

/** An amount in pieces; null where a number's marks make no sense. @param text plain, see `plainText` */
export function amountTokens(text: string): AmountToken[] | null {
  const tokens: AmountToken[] = [];
  let rest = text;
  for (;;) {
    rest = rest.trimStart();
    if (rest === "") return tokens;
    if (tokens.length >= MOST) return null;
    const number = numberAt(rest);
    if (number === "unreadable") return null;
    const [token, length] = number ?? signAt(rest, tokens) ?? wordAt(rest);
    if (token !== null) tokens.push(token);
    rest = rest.slice(length);
  }
}

type Found = readonly [token: AmountToken | null, length: number];

function numberAt(rest: string): Found | "unreadable" | null {
  const digits = DIGITS.exec(rest)?.[0];
  if (digits === undefined) return null;
  const number = decimalOf(digits);
  if (number === null) return "unreadable";
  const after = rest.slice(digits.length);
  const exponent = /^e([+-]?\d{1,2})(?![\p{L}\p{N}.])/iu.exec(after);
  if (exponent !== null) {
    const decimal = shifted(number.decimal, Number(exponent[1]));
    const length = digits.length + exponent[0].length;
    return [{ is: "number", decimal, or: null, scaled: true, bare: decimal }, length];
  }
  const blank = after.length - after.trimStart().length;
  const found = scaleAt(after.trimStart());
  const read = scaledNumber(number, digits.includes(",") ? "," : ".", found?.scale ?? null);
  const length = digits.length + (found === null ? 0 : blank + found.length);
  return [{ is: "number", ...read, scaled: found !== null, bare: number.decimal }, length];
}

/** Marks that mean one thing before an amount and another behind it. */
function signAt(rest: string, before: readonly AmountToken[]): Found | null {
  const said = isSaid(before);
  const next = /^(?:\.\.+|[-–—~∼+])\s*(?:(?:us|usd)?\s?\$|usd|[~≈€£¥₩₹])?\s*[\d.]/i.test(rest);
  if (/^[.,][-–—]+(?=\s|$)/.test(rest)) return [null, 2];
  if (/^[.,](?=\s|$|[)\]])/.test(rest) && !/^, \S/.test(rest)) return [null, 1];
  if (/^(?:[-–—]|\.\.+)/.test(rest) && !/^-plus/i.test(rest)) {
    const length = /^(?:[-–—]+|\.+)/.exec(rest)?.[0].length ?? 1;
    return said && next
      ? [{ is: "to" }, length]
      : said
        ? [null, length]
        : [{ is: "minus" }, length];
  }
  if (/^[~∼]/.test(rest)) return [{ is: said && next ? "to" : "hedge" }, 1];
  if (rest.startsWith("+")) return [{ is: said && !next ? "atLeast" : "and" }, 1];
  return null;
}

/** Whether an amount was written since the last bracket, to which a mark may belong. */
function isSaid(tokens: readonly AmountToken[]): boolean {
  for (const token of [...tokens].reverse()) {
    if (token.is === "number") return true;
    if (token.is === "open" || token.is === "to" || token.is === "beside") return false;
  }
  return false;
}

function wordAt(rest: string): Found {
  const money = OTHER_MONEY.exec(rest)?.[0];
  if (money !== undefined) return [{ is: "money", text: money.trim() }, money.length];
  for (const [is, phrase] of PHRASES) {
    const found = phrase.exec(rest)?.[0];
    // A word ends where its letters do: "maximal", "over-collateralised".
    if (found !== undefined && !(SPELT_END.test(found) && SPELT.test(rest.slice(found.length))))
      return [{ is }, found.length];
  }
  const filler = FILLERS.exec(rest)?.[0];
  if (filler !== undefined) return [null, filler.length];
  const word = /^[\p{L}\p{M}\p{N}_.$#’'-]+/u.exec(rest)?.[0] ?? [...rest][0] ?? " ";
  return [{ is: "word", text: word }, word.length];
}
