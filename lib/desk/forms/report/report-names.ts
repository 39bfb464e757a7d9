import type { NamedInRecord, Span } from "@/lib/desk/forms/report/report";
import { OTHER_THEFT } from "@/lib/desk/forms/report/report-amounts";
import { type Sentence, sentenceAt } from "@/lib/desk/forms/report/report-text";
import { foldedText } from "@/lib/values/search/search-words";

/** A name of the record that stands in a report. */
export interface Mention extends Span {
  of: NamedInRecord;
  text: string;
}

/** A name has at most so many words. */
const MOST_WORDS = 5;
/** So many of a report's names are looked up; a report of 100,000 characters has fewer. */
export const MOST_CANDIDATES = 20_000;

/** So many places of one name are looked at: the first ones. */
const MOST_PLACES = 40;
/** So many places of all names together. */
const MOST_MENTIONS = 1000;

interface Word extends Span {
  text: string;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’.&][\p{L}\p{M}\p{N}]+)*/gu)].map(
    ({ index, 0: word }) => ({
      text: word,
      from: index,
      to: index + word.length,
    }),
  );
}

/** Whether a word begins a name: a capital, a digit, or a script without capitals. */
function begins(word: string): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(word) || /\p{Lu}/u.test(word);
}

/** How a name is compared: its letters and digits, written together. */
export function nameKey(name: string): string {
  return foldedText(name).replaceAll(" ", "");
}

/** Every run of words that may be a name, by its key and with the places where it stands. @param blank the text with its links made blank */
export function candidateNames(blank: string): Map<string, Span[]> {
  const words = wordsOf(blank);
  const found = new Map<string, Span[]>();
  const add = (key: string, span: Span) => {
    const spans = found.get(key);
    if (spans === undefined) found.set(key, [span]);
    else if (spans.length < MOST_PLACES) spans.push(span);
  };
  words.forEach((first, at) => {
    if (!begins(first.text)) return;
    for (let length = 1; length <= MOST_WORDS; length++) {
      const last = words[at + length - 1];
      if (last === undefined || (length > 1 && !isNear(blank, words[at + length - 2], last))) break;
      const possessive = last.text.replace(/['’]s$/, "");
      const to = last.to - (last.text.length - possessive.length);
      const key = nameKey(blank.slice(first.from, to));
      if (key.length < 2 || key.length > 80 || /^\d+$/.test(key)) continue;
      if (found.size >= MOST_CANDIDATES && !found.has(key)) return;
      add(key, { from: first.from, to });
    }
  });
  // Names in scripts without blanks stand within longer words.
  for (const { index, 0: run } of blank.matchAll(
    /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}ー]{2,}/gu,
  ))
    for (let start = 0; start < Math.min(run.length, 60); start++)
      for (let length = 2; length <= 8 && start + length <= run.length; length++) {
        if (found.size >= MOST_CANDIDATES) break;
        const key = nameKey(run.slice(start, start + length));
        const span = { from: index + start, to: index + start + length };
        add(key, span);
      }
  return found;
}

function isNear(text: string, one: Word | undefined, other: Word): boolean {
  return (
    one !== undefined &&
    /^[\s.’'&+-]{1,3}$/.test(text.slice(one.to, other.from)) &&
    !/[\n]/.test(text.slice(one.to, other.from))
  );
}

/** Where a report speaks of records by one of their names; of overlapping names only the longest. */
export function mentionsOf(
  blank: string,
  names: readonly NamedInRecord[],
  candidates = candidateNames(blank),
): Mention[] {
  const all = names.flatMap((of) =>
    [of.name, ...of.otherNames].flatMap((name) =>
      (candidates.get(nameKey(name)) ?? []).flatMap((span): Mention[] => {
        const text = blank.slice(span.from, span.to);
        // An ordinary word is a name only where it is written as one.
        return isWritten(name, text) ? [{ ...span, of, text }] : [];
      }),
    ),
  );
  // The longer one first where two begin together, so that each covers those behind it.
  all.sort((one, other) => one.from - other.from || other.to - one.to);
  let end = -1;
  const longest = all.filter(({ from, to }) => {
    if (to <= end) return from === end;
    end = to;
    return true;
  });
  return longest.slice(0, MOST_MENTIONS);
}

function isWritten(name: string, text: string): boolean {
  if (/^[a-z]/.test(text) && /^\p{Lu}/u.test(name)) return false;
  if (name.length <= 3 && name !== text) return false;
  return !(text === text.toUpperCase() && name !== name.toUpperCase() && text.length <= 4);
}

/** Who was robbed, as a report calls them. */
export interface SaidTarget extends Span {
  name: string;
  /** Of the record; null where it holds no such target. */
  record: NamedInRecord | null;
}

const ROBBED =
  /^(?:['’]s)?(?:\s\([^)]*\))?,?\s(?:(?:\p{L}+,?\s){0,8}?)(?:was|were|has been|had been|got|is|has)?\s?(?:robbed|hacked|exploited|attacked|drained|emptied|breached|compromised|lost|suffered|loses|stopped|paused|halted|wurde|verlor|verliert|a été|a perdu|perdió|sufrió|fue|foi|perdeu)(?!\p{L})/iu;
const DEED =
  /^(?:['’]s)?(?:\s\([^)]*\))?(?:\s(?:bridge|protocol|finance|network|exchange|vault|pool|lending|hot[- ]wallet|token))?\s(?:hack|exploit|attack|theft|heist|incident|post[- ]?mortem|breach|drain|robbery|rug pull)s?(?!\p{L})/iu;
const DEED_OF =
  /(?:hack|exploit|attack|theft|heist|incident|breach|drain|robbery|post[- ]?mortem|hackeo|piratage|angriff|ataque|attaque)s?,?(?:\sin short)?(?:\s(?:of|at|on|from|against|de|du|contre|auf|bei|a|contra|:)|:)\s(?:the\s|la\s|le\s|el\s)?$/iu;
const TITLE_OF =
  /^\s*(?:[#*]*\s*)?(?:(?:incident|post[- ]?mortem|notes|target|victim|protocol|project|communiqué|case|alert|update|victime|ziel|opfer|objetivo|víctima|项目|プロジェクト|프로젝트)[^:：,]{0,30}[:：,—–-]\s*)?$/iu;

/**
 * Who was robbed: targets of the record that the report names, and whoever its words say was robbed; the likeliest first.
 * @param besides places that name somebody else: chains, those who say something, coins
 */
export function targetsIn(
  blank: string,
  sentences: readonly Sentence[],
  targets: readonly NamedInRecord[],
  besides: readonly Span[],
): SaidTarget[] {
  const candidates = candidateNames(blank);
  const overlaps = (span: Span) => besides.some(({ from, to }) => from < span.to && span.from < to);
  const scored = new Map<string, { target: SaidTarget; score: number }>();
  const add = (target: SaidTarget, score: number) => {
    const key = target.record?.slug ?? nameKey(target.name);
    const before = scored.get(key);
    if (before === undefined) scored.set(key, { target, score });
    else before.score += score;
  };
  const known = mentionsOf(blank, targets, candidates);
  for (const { of, ...span } of known) {
    if (overlaps(span)) continue;
    add(
      { from: span.from, to: span.to, name: span.text, record: of },
      scoreAt(blank, span, sentences) + 1,
    );
  }
  for (const span of properNames(blank)) {
    if (overlaps(span) || known.some(({ from, to }) => from < span.to && span.from < to)) continue;
    const name = blank.slice(span.from, span.to);
    const key = nameKey(name);
    // The short form of a name that the record has, too.
    if (
      known.some(({ of }) =>
        [of.name, ...of.otherNames].some((other) => nameKey(other).startsWith(key)),
      )
    )
      continue;
    const said = scoreAt(blank, span, sentences);
    const again = candidates.get(nameKey(name))?.length ?? 1;
    if (said >= 2) add({ ...span, name, record: null }, said + Math.min(again, 4) * 0.3);
  }
  const ranked = [...scored.values()].sort(
    (one, other) => other.score - one.score || one.target.from - other.target.from,
  );
  const most = ranked[0]?.score ?? 0;
  return ranked
    .filter(({ score }) => score > 0 && score >= most * 0.5)
    .map(({ target }) => target)
    .slice(0, 4);
}

function scoreAt(blank: string, span: Span, sentences: readonly Sentence[]): number {
  const sentence = sentenceAt(sentences, span.from);
  if (sentence === null) return 0;
  const behind = blank.slice(span.to, Math.min(sentence.to, span.to + 110));
  const before = blank.slice(Math.max(sentence.from, span.from - 60), span.from);
  let score = Math.max(0, 1.2 - sentence.at * 0.15);
  if (sentence.at === 0) score += 1.5;
  if (ROBBED.test(behind)) score += 3;
  if (DEED.test(behind)) score += 2.5;
  if (DEED_OF.test(before)) score += 2.5;
  if (sentence.at <= 3 && sentence.opens && TITLE_OF.test(blank.slice(sentence.from, span.from)))
    score += 1.5;
  if (
    /^\s*(?:\*\s*)?(?:target|victim|protocol|project|ziel|opfer|victime|víctima|objetivo|项目|受害者|프로젝트)\s*[:：]\s*$/iu.test(
      before,
    )
  )
    score += 4;
  if (/^(?:（[^）]*）)?\s?(?:遭|被|が(?:ハッキング|攻撃)|は|에서)/u.test(behind)) score += 3;
  if (/(?:robbed|stolen|taken|drained|gone|left|lost|swept) from (?:the |a )?$/iu.test(before))
    score += 2.5;
  if (
    /(?:users?|customers?|victims?|pools?|vaults?|contracts?) (?:of|on|at|in) (?:the )?$/iu.test(
      before,
    )
  )
    score += 1;
  if (
    /(?:attacker|hacker|thief|exploiter|by|via|through|into|like|unlike|said|says|according to|audited by|fork of|copied from|than) (?:the )?$/iu.test(
      before,
    )
  )
    score -= 3;
  if (
    /^(?:['’]s)?(?: itself)? (?:was|were|is) (?:not|never) (?:touched|hacked|affected|exploited|robbed|the victim)/iu.test(
      behind,
    )
  )
    score -= 8;
  if (/(?:fake|false|phishing|copy|clone|page|site) (?:\S+ )?of $/iu.test(before)) score -= 3;
  if (OTHER_THEFT.test(blank.slice(sentence.from, span.from))) score -= 5;
  return score;
}

/** Runs of capitalised words; in the first line also a single one. */
function properNames(blank: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: run } of blank.matchAll(
    /(?<![\p{L}\p{N}@$#])(?:\p{Lu}[\p{L}\p{N}]*(?:['’](?!s\b)\p{L}+)?|\d+\p{Lu}\p{L}+)(?:[ -](?:\p{Lu}[\p{L}\p{N}]*|\d+\p{Lu}?\p{L}*|of(?= \p{Lu})|[vV]\d)){0,6}/gu,
  )) {
    const words = run.split(" ");
    let start = 0;
    while (words.length > 0 && NO_NAME.test(words[0] ?? ""))
      start += (words.shift()?.length ?? 0) + 1;
    while (
      words.length > 0 &&
      (NO_NAME.test(words.at(-1) ?? "") || DEED_WORD.test(words.at(-1) ?? ""))
    )
      words.pop();
    const name = words.join(" ");
    // The symbol of a coin behind its quantity.
    if (/\d\s$/.test(blank.slice(Math.max(0, index + start - 2), index + start))) continue;
    if (name.length >= 3) found.push({ from: index + start, to: index + start + name.length });
  }
  return found;
}

const NO_NAME =
  /^(?:The|A|An|On|In|At|By|From|For|And|But|It|Its|This|That|These|Those|There|They|Then|We|Our|Users?|Attackers?|Hackers?|Exploiters?|Victims?|Thief|What|When|Who|How|Why|Where|If|After|Before|Two|One|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Years?|Main|Accounts?|Some|Most|All|Nobody|Somebody|No|Not|Yes|Loss|Losses|Date|Day|Damage|Total|Amount|Target|Addresses|Accounts|Sources?|Incident|Post|Post-mortem|Postmortem|Report|Notes?|Summary|Update|Breaking|Alert|Just|With|Without|About|Around|Between|As|To|Of|Six|Old|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|UTC|DeFi|Crypto|Web3|USD|US|Der|Die|Das|Ein|Eine|Am|Im|Bei|Von|Wie|Nach|Le|La|Les|Un|Une|El|Los|Las|Una|En|Del|De|Dans|Selon|Según|Laut|Il|Quelle|Thread|Follow|Statement|Day|Attack|Hack|Exploit|Angriff|Täter)$/u;
const DEED_WORD =
  /^(?:Hack|Hacked|Exploit|Exploited|Attack|Theft|Heist|Incident|Post-mortem|Postmortem|Breach|Loses|Lost|Drained|Robbed|Report)$/u;

/** What a theft is called, by the words that the report has for it most often. */
export function deedOf(blank: string): string {
  const counts = [
    ["exploit", /(?<!\p{L})exploit(?:ed|s)?(?!\p{L})/giu],
    ["hack", /(?<!\p{L})(?:hack(?:ed|s)?|gehackt|piratage|hackeo)(?!\p{L})/giu],
    ["theft", /(?<!\p{L})(?:thefts?|stolen|stole|robbed|diebstahl|vol|robo)(?!\p{L})/giu],
  ] as const;
  const ranked = counts
    .map(([word, pattern]) => ({ word, count: blank.match(pattern)?.length ?? 0 }))
    .toSorted((one, other) => other.count - one.count);
  return (ranked[0]?.count ?? 0) === 0 ? "theft" : (ranked[0]?.word ?? "theft");
}
