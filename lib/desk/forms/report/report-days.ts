import type { Span } from "@/lib/desk/forms/report/report";
import { clauseAt, type Sentence, sentenceAt } from "@/lib/desk/forms/report/report-text";
import { readDate } from "@/lib/desk/forms/typed-date";
import { monthsNamed } from "@/lib/desk/forms/typed-months";

/** A day, month or year of which a report speaks. */
export interface SaidDay extends Span {
  text: string;
  /** What it may be, the likelier first: YYYY-MM-DD, YYYY-MM or YYYY. */
  values: string[];
}

const NUMERIC =
  /(?<![\p{L}\d./-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}|\d{4}-\d{2})(?![\d/-]|\.\d)/gu;
const EASTERN = /\d{4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日号號일])?/g;
const EASTERN_DAY = /(?<![年년\d]\s?)\d{1,2}\s?[月월]\s?\d{1,2}\s?[日号號일]/g;
/** A day before or behind a word that may be a month's name, with or without its year. */
const NAMED =
  /(?<![\p{L}\d])(?:(?:(?:the\s)?(\d{1,2})(?:st|nd|rd|th|er|ère|º|°|ª)?\.?[\s-]+(?:(?:of|de|do|del)\s+)?)(\p{L}[\p{L}\p{M}’']{2,11})(?![\p{L}])\.?(?:,?[\s-]+(?:(?:de|del|do|of)\s+)?(\d{4}))?|(\p{L}[\p{L}\p{M}’']{2,11})\.?\s+(?:(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d.:]*\d|\s?(?:%|per\scent|million|billion|m\b|k\b))(?:,?\s+(\d{4}))?|(?:(?:de|del|do|of)\s+)?(\d{4})))(?![\d])/gu;

/** A report that names more days than this tells of no one theft. */
const MOST_DAYS = 1000;

/** Every day, month and year that a text names, in its order. One without a year is of the year named nearest before it, or next. */
export function daysIn(text: string): SaidDay[] {
  const found: { from: number; to: number; text: string; short: boolean }[] = [];
  for (const pattern of [NUMERIC, EASTERN])
    for (const { index, 0: said } of text.matchAll(pattern))
      found.push({ from: index, to: index + said.length, text: said, short: false });
  for (const { index, 0: said } of text.matchAll(EASTERN_DAY))
    found.push({ from: index, to: index + said.length, text: said, short: true });
  NAMED.lastIndex = 0;
  for (let match = NAMED.exec(text); match !== null; match = NAMED.exec(text)) {
    const [said, , behind, yearBehind, before, , yearDay, yearAlone] = match;
    const month = behind ?? before ?? "";
    const isMonth =
      monthsNamed(month).length > 0 && !/^(?:may|mar|set|ago|dan|kan|out|mei)$/.test(month);
    if (!isMonth) {
      // Only its first word was looked at: what follows may be a date of its own.
      NAMED.lastIndex = match.index + Math.max(1, said.search(/\s|-/));
      continue;
    }
    const short = yearBehind === undefined && yearDay === undefined && yearAlone === undefined;
    found.push({ from: match.index, to: match.index + said.length, text: said, short });
  }
  found.sort((one, other) => one.from - other.from || other.to - one.to);
  let end = 0;
  const apart = found.slice(0, MOST_DAYS).filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
  const years = apart.flatMap((each) => {
    const year = each.short ? null : yearOf(each.text);
    return year === null ? [] : [{ from: each.from, year }];
  });
  const days = apart.flatMap(({ short, ...each }): SaidDay[] => {
    const values = short ? withYear(each.text, each.from, years) : valuesOf(each.text);
    return values.length === 0 ? [] : [{ ...each, values }];
  });
  return settled(days);
}

function yearOf(text: string): string | null {
  return /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0] ?? null;
}

function valuesOf(text: string): string[] {
  const read = readDate(text.replace(/^the\s/i, "").replace(/(\d)\.\s(?=\d)/g, "$1."));
  if ("problem" in read || read.value === null) return [];
  const choices = read.choices.flatMap(({ fills }) => fills.here ?? []);
  return choices.length === 0 ? [read.value] : choices;
}

function withYear(
  text: string,
  from: number,
  years: readonly { from: number; year: string }[],
): string[] {
  const year = years.findLast((each) => each.from < from) ?? years[0];
  if (year === undefined) return [];
  const eastern = /[月월]/.test(text);
  return valuesOf(eastern ? `${year.year}年${text}` : `${text} ${year.year}`);
}

/** A date that can be read in two orders is read as another of the text says it in words. */
function settled(days: readonly SaidDay[]): SaidDay[] {
  const sure = new Set(days.flatMap(({ values }) => (values.length === 1 ? values : [])));
  return days.map((day) => {
    const agreed = day.values.filter((value) => sure.has(value));
    return day.values.length > 1 && agreed.length === 1 ? { ...day, values: agreed } : day;
  });
}

/** The theft itself, in the words of reports. */
const THEFT =
  /(?<!\p{L})(?:robbed|stolen|stole|thefts?|heists?|exploit(?:ed|s)?|attack(?:ed|s)?|hack(?:ed|s)?|drain(?:ed)?|lost|left|gone|happened|occurred|took place|suffered|breach(?:ed)?|emptied|siphoned|compromised|swapped|did this|incident|angriff|angegriffen|gestohlen|bestohlen|erbeutet\p{L}*|gehackt|diebstahl|attaque|attaquée?|piratée?|vol(?:ée?)?|dérobée?s?|victime|ataque|atacad[oa]|robo|robad[oa]s?|hackead[oa]|sufrió|perdió|furto|roubad[oa]s?)(?!\p{L})|被盗|被盜|攻击|攻擊|遭|盗|攻撃|流出|ハッキング|공격|해킹|탈취/iu;
const LABEL = /^\W*(?:when|date|day|datum|fecha|data|时间|時間|日期|日時|일시|날짜|on)\s*[:：]?/iu;
/** What came after or before a theft. */
const ELSE =
  /(?<!\p{L})(?:announced|discovered|noticed|learned|disclosed|reported|published|wrote|posted|statement|said|says|charged|indicted|indictment|complaint|affidavit|arrested|convicted|sentenced|seized|returned|recovered|came (?:back|home)|gave back|sent back|repaid|listed|sanctioned|attribut\p{L}*|admitted|confirmed|resumed|reopened|relaunch\p{L}*|audit\p{L}*|deployed|launched|founded|later|since|update|updated|report of|was put on|years? ago|previous(?:ly)?|earlier|prepar\p{L}*|back in|first time|after that|bought|veröffentlicht|gemeldet|mitgeteilt|zurück\p{L}*|publié|annoncé|rendu|publicó|anunció|devolvió|devuelt\p{L}*)(?!\p{L})|公告|宣布|发布|归还|発表|返還|발표/iu;
const PAST_THEFT =
  /(?<!\p{L})(?:earlier|previous(?:ly)?|(?:days?|weeks?|months?|years?) (?:earlier|before|ago)|already (?:lost|been)|first (?:hack|exploit|attack)|audit\p{L}*|deployed|launched|founded|prepar\p{L}*)(?!\p{L})/iu;

/** The days on which the theft may have been, the likeliest first; none where every day is something else's. */
export function theftDays(
  days: readonly SaidDay[],
  sentences: readonly Sentence[],
  taken: readonly Span[],
): SaidDay[] {
  const scored = days
    .filter((day) => !taken.some(({ from, to }) => from <= day.from && day.to <= to))
    .map((day) => ({ day, score: scoreOf(day, sentences) }));
  const likely = scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score);
  const [best] = likely;
  if (best === undefined) return [];
  const seen = new Set<string>();
  return likely
    .filter(({ score }) => score >= best.score - 2)
    .flatMap(({ day }) => {
      const key = day.values.join();
      if (seen.has(key)) return [];
      seen.add(key);
      return [day];
    });
}

function scoreOf(day: SaidDay, sentences: readonly Sentence[]): number {
  const sentence = sentenceAt(sentences, day.from);
  if (sentence === null) return 0;
  const clause = clauseAt(sentence, day.from);
  const lead = sentence.text.slice(0, day.from - sentence.from);
  const alone = sentence.text.length - day.text.length <= 14;
  const before = sentences[sentence.at - 1];
  let score = day.values[0]?.length === 10 ? 1.5 : day.values[0]?.length === 7 ? 0.5 : -0.5;
  score += Math.max(0, 2 - sentence.paragraph * 0.5 - sentence.at * 0.1);
  if (sentence.opens && LABEL.test(lead) && lead.replace(LABEL, "").trim().length <= 1) score += 4;
  if (alone && sentence.paragraph <= 2) score += 3;
  if (THEFT.test(clause.text)) score += 3;
  else if (THEFT.test(sentence.text)) score += 2;
  if (
    before !== undefined &&
    /\?$/.test(before.text) &&
    /when|wann|quand|cuándo/i.test(before.text)
  )
    score += 3;
  const near = clause.text.slice(
    Math.max(0, day.from - clause.from - 60),
    day.to - clause.from + 90,
  );
  const asked =
    before !== undefined && /\?$/.test(before.text) && /when|wann|quand|cuándo/i.test(before.text);
  if (ELSE.test(near) && !asked) score -= 3.5;
  if (PAST_THEFT.test(near)) score -= 3;
  // The dateline of who published it.
  if (/(?:published|posted|updated|by [\p{Lu}][\p{L}.]+|—|–|\|)\s*$/u.test(lead) && alone)
    score -= 4;
  return score;
}
