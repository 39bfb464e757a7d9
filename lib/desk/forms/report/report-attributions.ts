import type { NamedInRecord, Span } from "@/lib/desk/forms/report/report";
import type { SaidDay } from "@/lib/desk/forms/report/report-days";
import type { SaidLink } from "@/lib/desk/forms/report/report-links";
import { type Mention, mentionsOf } from "@/lib/desk/forms/report/report-names";
import { clauseAt, type Sentence, sentenceAt } from "@/lib/desk/forms/report/report-text";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** Somebody's statement that it was an actor of the record. */
export interface SaidAttribution extends Span {
  actor: NamedInRecord;
  /** Who says so; empty where the report does not say it. */
  by: string;
  /** When: YYYY-MM-DD, YYYY-MM or YYYY; empty where the report does not say it. */
  on: string;
  confidence: Confidence;
  /** The link beside it; empty where there is none. */
  source: string;
  /** Whether that link is to a paper of theirs: “in its report of 22 October (https://…)”. */
  ownReport: boolean;
}

const SAYS_WHO =
  /(?<!\p{L})(?:attribut\p{L}*|link(?:s|ed)? (?:it |the \p{L}+ |this \p{L}+ )?(?:to|with)|blam\p{L}*|behind|carried out by|work of|trac\p{L}+ (?:it |the \p{L}+ )?(?:back )?to|tied to|ties (?:it|the)|responsib\p{L}*|accus\p{L}*|charg\p{L}*|counts?|lists?|listed|under that name|under the name|names?|named|point(?:s|ed)? (?:to|at)|believ\p{L}*|suspect\p{L}*|suspicion|assess\p{L}*|according to|committed by|hallmarks|consistent with|perpetrat\p{L}*|identif\p{L}*|put it down to|zugeschrieben|zuschreib\p{L}*|schreib\p{L}*|verantwortlich|vermut\p{L}*|laut|steckt|attribue\p{L}*|selon|imput\p{L}*|responsable|soupçonn\p{L}*|atribuy\p{L}*|según|atribui\p{L}*|culp\p{L}*)(?!\p{L})|归咎|归因|所为|幕后|認定|によると|とみられ|배후|소행/iu;
const DENIED =
  /(?<!\p{L})(?:unlike|not (?:by |the work of |linked |tied |attributed )|no (?:link|tie|evidence|connection)|denied|denies|nicht|disagrees? that|rather than|similar to|as in|reminiscent|copycat|like the|impersonat\p{L}*|cleared|without (?:any |a )?(?:ground|evidence|proof|basis)|baseless|unfounded|rumou?rs?|speculat\p{L}*|wrongly|falsely)(?!\p{L})/iu;
const GOVERNMENT =
  /(?<!\p{L})(?:FBI|OFAC|Treasury|Department of Justice|DOJ|Justice Department|CISA|NSA|Secret Service|Europol|Interpol|police|court|prosecutors?|indictment|United Nations|UN panel|government|ministry|National Police|NIS|Polizei|Staatsanwaltschaft|Bundeskriminalamt|BKA|parquet|police nationale|policía|fiscalía)(?!\p{L})|警察|경찰|国家情報院|警方/u;
const CONFIRMED =
  /(?<!\p{L})(?:confirm(?:ed|s)|admitted|confessed|pleaded guilty|convicted|bestätigt\p{L}*)(?!\p{L})/iu;
const LIKELY =
  /(?<!\p{L})(?:likely|probabl[ey]|strong(?:ly)?|high confidence|several|independent(?:ly)? of each other|both|wahrscheinlich|probablement|probable\p{L}*)(?!\p{L})/iu;
const SUSPECTED =
  /(?<!\p{L})(?:suspect\p{L}*|suspicion|possibl[ey]|may(?: have)?|might|could|believ\p{L}*|thinks?|vermut\p{L}*|mutmaßlich\p{L}*|soupçonn\p{L}*|sospech\p{L}*|unconfirmed|low confidence|hallmarks|consistent with)(?!\p{L})|疑似|可能/iu;
/** A name as reports write it, caught, as the source of a pattern. */
export const NAME =
  "((?:the )?(?:\\p{Lu}[\\p{L}\\p{N}.&-]*|ZachXBT)(?: (?:of |for |the |and )?(?:\\p{Lu}[\\p{L}\\p{N}.&-]*)){0,7})";

/**
 * Who is named for a theft, by whom, how surely and when, with the link beside it. Nobody is proposed whom the text
 * does not name, and no sentence that says it of somebody else's theft or denies it.
 */
export function attributionsIn(
  {
    blank,
    sentences,
    days,
  }: { blank: string; sentences: readonly Sentence[]; days: readonly SaidDay[] },
  actors: readonly NamedInRecord[],
  links: readonly SaidLink[],
): SaidAttribution[] {
  const mentions = mentionsOf(blank, actors);
  const found: SaidAttribution[] = [];
  /** Whoever a sentence clears is not named by it. */
  const cleared = (mention: Mention, sentence: Sentence) =>
    mentions.some(
      (other) =>
        other.of.slug === mention.of.slug &&
        other.from >= sentence.from &&
        other.to <= sentence.to &&
        DENIED.test(clauseAt(sentence, other.from).text),
    );
  let last: SaidAttribution | null = null;
  for (const mention of mentions) {
    const sentence = sentenceAt(sentences, mention.from);
    if (sentence === null) continue;
    const clause = clauseAt(sentence, mention.from);
    const inSame: boolean = last !== null && last.from >= sentence.from && last.from < sentence.to;
    if (!SAYS_WHO.test(clause.text) && !SAYS_WHO.test(sentence.text)) continue;
    if (cleared(mention, sentence)) continue;
    // Who is named with a part of theirs is only said to be where that belongs.
    const isWhole = mentions.some(
      (other) =>
        other.of.parent === mention.of.slug && other.from >= clause.from && other.to <= clause.to,
    );
    if (isWhole) continue;
    const by =
      saidBy(clause.text, mention, clause.from) ||
      (inSame && last !== null ? last.by : saidBy(sentence.text, mention, sentence.from));
    if (found.some((each) => each.actor.slug === mention.of.slug && each.by === by)) continue;
    // An actor said to be part of another in one breath is the other's name: "Lazarus Group's TraderTraitor".
    const next = sentences[sentence.at + 1];
    const own = day(days, sentence, clause, mention);
    const attribution: SaidAttribution = {
      from: mention.from,
      to: mention.to,
      actor: mention.of,
      by,
      on: own,
      confidence: confidenceOf(
        partAt(sentence, mention.from),
        sentence.text,
        by,
        next?.paragraph === sentence.paragraph ? next.text : "",
      ),
      source: linkBeside(links, sentence, clause, blank),
      ownReport:
        /(?<!\p{L})(?:its|their|his|her) (?:\S+ )?(?:report|statement|filing|paper|post|thread|notice|advisory|press release)(?!\p{L})/iu.test(
          clause.text,
        ),
    };
    found.push(attribution);
    last = attribution;
    for (const other of otherSayers(sentence, clause, mention, blank))
      if (!found.some((each) => each.actor.slug === mention.of.slug && each.by === other.by))
        found.push({
          ...attribution,
          from: other.from,
          to: other.to,
          by: other.by,
          on: sameDay(other.text, own, days, other),
          confidence: confidenceOf(other.text, other.text, other.by, ""),
          source: linkBeside(links, sentence, other, blank),
        });
  }
  return found;
}

/** Who says it, by the words of a clause: "according to X", "X attributed", "X said". */
function saidBy(text: string, mention: Mention, from: number): string {
  const place = mention.from - from;
  const before = text.slice(0, Math.max(0, place));
  const after = text.slice(place + mention.text.length);
  const according = new RegExp(
    `(?<!\\p{L})(?:[Aa]ccording to|[Ll]aut|[Ss]elon|[Ss]egún|[Ss]egundo|per) (?:researchers? (?:at |of )?|analysts? (?:at |of )?|the firm |investigator )?${NAME}`,
    "u",
  ).exec(text)?.[1];
  const subject = new RegExp(
    `${NAME}(?:['’]s (?:\\p{Ll}+ )?(?:repository|report|analysis|analysts?|team|researchers?|blog|investigators?|thread))?(?:,? (?:of|for) \\p{Ll}+ \\p{Ll}+)?(?:,? (?:has|have|had|also|later|publicly|formally|then|now|the same day|in \\p{L}+|on \\d+ \\p{L}+(?: \\d{4})?))* (?:attribut|link|blam|trac|tie[sd]|accus|charg|count|list|name|point|believ|suspect|assess|identif|said|say|wrote|put|schrieb|schreib|attribue|a attribué|impute|atribuy|atribui|confirm|conclud|found|see[s ])`,
    "u",
  ).exec(before)?.[1];
  const passive = new RegExp(
    `(?:attributed|linked|blamed|traced|tied|named|identified)(?: \\S+){0,6} by ${NAME}`,
    "u",
  ).exec(text)?.[1];
  const behind = new RegExp(
    `^[^.]{0,40}?,? (?:said|says|wrote|according to|sagt|meldet|selon) ${NAME}`,
    "u",
  ).exec(after)?.[1];
  const said =
    according ??
    passive ??
    subject ??
    behind ??
    new RegExp(`${NAME} (?:said|says|wrote)`, "u").exec(after)?.[1] ??
    "";
  const bare = said
    .replace(
      /^(?:[Tt]he|On|In|By|And|But|Then|Also|Later|Investigator|Researchers?|Analysts?|Firm) /u,
      "",
    )
    .replace(/[.,]+$/, "")
    .trim();
  return bare === mention.text ||
    mention.of.name === bare ||
    /^(?:It|He|She|They|We|Some|Others|Many|People|Users|Nobody|This|That|These|North Korea|\p{L}{1})$/u.test(
      bare,
    )
    ? ""
    : bare;
}

/** Who else says it in the same sentence without naming the actor again: "; OFAC listed the account under that name". */
function otherSayers(
  sentence: Sentence,
  clause: Span & { text: string },
  mention: Mention,
  blank: string,
): (Span & { by: string; text: string })[] {
  const found: (Span & { by: string; text: string })[] = [];
  let place = clause.to;
  while (place < sentence.to) {
    const next = clauseAt(sentence, Math.min(place + 3, sentence.to - 1));
    if (next.from < place) break;
    const text = blank.slice(next.from, next.to);
    if (
      /(?<!\p{L})(?:under that name|the same (?:group|name|actor|conclusion)|did the same|agreed|agrees|concurs?|too)(?!\p{L})/iu.test(
        text,
      ) &&
      !text.includes(mention.text)
    ) {
      const by = new RegExp(
        `${NAME} (?:\\p{Ll}+ )?(?:list|sanction|agree|came|come|did|said|say|confirm|concur|reach)`,
        "u",
      ).exec(text)?.[1];
      if (by !== undefined)
        found.push({
          from: next.from + Math.max(0, text.indexOf(by)),
          to: next.from + Math.max(0, text.indexOf(by)) + by.length,
          by: by.replace(/^(?:The|the) /, ""),
          text,
        });
    }
    place = next.to + 1;
  }
  return found;
}

/** What a sentence says up to the next semicolon: its clauses speak of one thing. */
function partAt({ text, from }: Sentence, place: number): string {
  const start =
    Math.max(text.lastIndexOf(";", place - from), text.lastIndexOf("；", place - from)) + 1;
  const end = text.slice(place - from).search(/[;；]/);
  return text.slice(start, end < 0 ? text.length : place - from + end);
}

function sameDay(text: string, on: string, days: readonly SaidDay[], span: Span): string {
  if (/the same day/i.test(text)) return on;
  return (
    days.find(({ from, to }) => from >= span.from && to <= span.from + text.length)?.values[0] ?? ""
  );
}

function day(days: readonly SaidDay[], sentence: Sentence, clause: Span, { from }: Span): string {
  const within = (span: Span) =>
    days.filter((each) => each.from >= span.from && each.to <= span.to);
  const own = within(clause);
  const nearest = own.toSorted(
    (one, other) => Math.abs(one.from - from) - Math.abs(other.from - from),
  )[0];
  const said = nearest ?? within(sentence)[0];
  return said?.values.length === 1 ? (said.values[0] ?? "") : "";
}

/** How sure it is, by its own words, else by who says it. A word that is denied says nothing: "likely, not confirmed". */
function confidenceOf(clause: string, sentence: string, by: string, next: string): Confidence {
  const bare = (text: string) =>
    text.replace(
      /(?<!\p{L})(?:not|never|nicht|un-?)\s?(?:yet )?(?:confirmed|likely|certain|bestätigt\p{L}*)/giu,
      " ",
    );
  const followed =
    /^(?:we|i|the record) (?:call|rate|hold|treat|mark|count)/iu.test(next) ||
    /^(?:that|this|it) (?:is|makes|counts as)/iu.test(next);
  if (followed && LIKELY.test(bare(next))) return "likely";
  if (followed && SUSPECTED.test(bare(next))) return "suspected";
  if (followed && CONFIRMED.test(bare(next))) return "confirmed";
  const own = bare(clause);
  if (SUSPECTED.test(own) && !LIKELY.test(own)) return "suspected";
  if (LIKELY.test(own)) return "likely";
  if (GOVERNMENT.test(by) || (by === "" && GOVERNMENT.test(clause))) return "confirmed";
  if (CONFIRMED.test(own) && GOVERNMENT.test(sentence)) return "confirmed";
  return "suspected";
}

/** The link in the same clause, else in brackets or behind in the same sentence or right behind it. */
function linkBeside(
  links: readonly SaidLink[],
  sentence: Sentence,
  clause: Span,
  blank: string,
): string {
  const within = (span: Span) =>
    links.find(({ from, to }) => from >= span.from && to <= span.to + 1);
  const own = within(clause);
  if (own !== undefined) return own.url;
  const behind = links.find(({ from, to }) => from >= clause.to && to <= sentence.to + 1);
  if (behind !== undefined) return behind.url;
  const next = links.find(({ from }) => from >= sentence.to && from <= sentence.to + 80);
  if (
    next !== undefined &&
    /^[\s([:–—-]*(?:source|see|quelle|via)?[\s:(]*$/iu.test(blank.slice(sentence.to, next.from)) &&
    !/\n\s*\n/.test(blank.slice(sentence.to, next.from))
  )
    return next.url;
  return "";
}
