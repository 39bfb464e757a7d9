/** A power of ten that a word stands for. */
export interface Scale {
  power: number;
  /** A second one that it may stand for: in Spanish and Portuguese "mil" is a thousand. */
  or: number | null;
  /** Whether those who write it mostly write a decimal comma. */
  commas: boolean;
}

const ENGLISH: Record<number, string> = {
  3: "k thousand thousands",
  5: "lakh lakhs lac lacs लाख",
  6: "m mm mn million millions",
  7: "crore crores cr करोड़",
  9: "b bn bln billion billions",
  12: "t tn trn trillion trillions",
};

/** As other languages call them, of Europe first. */
const OTHERS: Record<number, string> = {
  3: "tsd tausend mila tys tis duizend tusen тыс тысяч тысячи bin ribu nghìn ألف آلاف",
  6: "mio mill mln millón millon millones milhão milhao milhões milhoes milione milioni miljoen miljoner millioner millionen milionów miliony milionu млн миллион миллиона миллионов milyon juta triệu مليون ملايين ล้าน",
  9: "mrd mld mlrd md milliard milliards milliarde milliarden miliardo miliardi miliardy miliardów miljard miljarder bilhão bilhao bilhões bilhoes млрд миллиард миллиарда миллиардов milyar miliar tỷ مليار",
  12: "billionen billón billones трлн trilyun trilyon",
};

const WORDS = new Map<string, Scale>();
for (const [table, commas] of [
  [ENGLISH, false],
  [OTHERS, true],
] as const)
  for (const [power, words] of Object.entries(table))
    for (const word of words.split(" "))
      WORDS.set(word, { power: Number(power), or: null, commas });
WORDS.set("mil", { power: 6, or: 3, commas: true });

/** Chinese, Japanese and Korean count in ten thousands; what stands together is multiplied: 千万. */
const EASTERN: Record<string, number> = {
  十: 1,
  百: 2,
  千: 3,
  천: 3,
  백: 2,
  万: 4,
  萬: 4,
  만: 4,
  亿: 8,
  億: 8,
  억: 8,
  兆: 12,
  조: 12,
};

/** A word up to where another script begins: the m of "5m美元". */
const SPELT =
  /^(?:(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+/u;

/** The scale at the start of a text that follows a number, and how long its word is; null where none is. */
export function scaleAt(text: string): { scale: Scale; length: number } | null {
  const eastern = /^[十百千万亿億萬兆만억천백조]+/.exec(text)?.[0];
  if (eastern !== undefined) {
    const power = [...eastern].reduce((sum, sign) => sum + (EASTERN[sign] ?? 0), 0);
    return { scale: { power, or: null, commas: false }, length: eastern.length };
  }
  // "5 MUSD": the scale may lean on its money, but never on what is another word: 5 MUSDT.
  const leaning =
    /^(?:k|m|mm|mn|mio|mln|bn?|mrd)(?=(?:usd|us\$|\$|eur|gbp|jpy|krw|chf|cny|inr|aud|cad)(?![\p{L}\p{N}]))/iu.exec(
      text,
    )?.[0];
  const word = leaning ?? SPELT.exec(text)?.[0];
  if (word === undefined) return null;
  const scale = WORDS.get(word.toLowerCase());
  if (scale === undefined) return null;
  if (leaning === undefined && /^[\p{N}_]/u.test(text.slice(word.length))) return null;
  const dot = /^\.(?!\d)/.test(text.slice(word.length)) && word.length > 1 ? 1 : 0;
  return { scale, length: word.length + dot };
}

/** A power of ten in words; null for one that has none. */
export function scaleWord(power: number): string | null {
  const words: Record<number, string> = {
    3: "thousand",
    5: "lakh",
    6: "million",
    7: "crore",
    9: "billion",
    12: "trillion",
  };
  return words[power] ?? null;
}
