const UNITS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SMALL = [...Object.keys(TENS), ...Object.keys(UNITS)]
  .sort((a, b) => b.length - a.length)
  .join("|");
const BIG = "hundred|thousand|million|billion|trillion";
const RUN = new RegExp(
  `\\b(?:(?:${SMALL})(?:[ -](?:and )?(?:${SMALL}|hundred))*(?: and a half)?|an? hundred|half an?(?= (?:${BIG}))|an?(?= (?:thousand|million|billion|trillion)\\b))(?![a-z])`,
  "gi",
);

/** English number words below a thousand as digits; the scale stays a word: `twelve million` is `12 million`. */
export function digitsForWords(text: string): string {
  return text.replace(RUN, (run) => {
    const words = run.toLowerCase();
    if (words.startsWith("half")) return "0.5";
    let sum = 0;
    for (const word of words.replace(/ and a half$/, "").split(/[ -]/)) {
      if (word === "hundred") sum = (sum === 0 ? 1 : sum) * 100;
      else if (word === "a" || word === "an") sum = sum === 0 ? 1 : sum;
      else sum += UNITS[word] ?? TENS[word] ?? 0;
    }
    return words.endsWith(" and a half") ? `${sum}.5` : String(sum);
  });
}
