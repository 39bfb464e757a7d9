import { diffWordsWithSpace } from "diff";
import { type Items, RECORD_FIELDS, type RecordField } from "@/lib/record/history/record-fields";
import { growth, type Names } from "@/lib/record/history/record-text";
import { itemsOf, nameItems } from "@/lib/record/history/same-items";
import {
  canonical,
  type Fields,
  isEmpty,
  isList,
  isSame,
  type Value,
} from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { withheldSaid } from "@/lib/record/withholding/withheld-url";

/** A piece of a text that two revisions share or that only one of them holds. */
export interface TextPart {
  change: "same" | "removed" | "added";
  text: string;
}

/** What two revisions of a record say differently about one thing, in words. */
export interface FieldDifference {
  /** Different for each difference: `lossUsd`, `sources/https://…/title`. */
  path: string;
  /** Under which heading it belongs. */
  group: string;
  /** `Loss, best estimate`, `Attribution to Lazarus Group by Elliptic`, `Source ZachXBT “…”: title`. */
  label: string;
  change: "added" | "removed" | "changed";
  /** What it said; null where it said nothing. */
  before: string | null;
  after: string | null;
  /** How much an amount grew, `+$15.7m`; null for all else and where one of the two is unknown. */
  growth: string | null;
  /** A longer text or a list of words piece by piece; null where before and after say it all. */
  parts: TextPart[] | null;
  /** What a reviewer should know of it beside what it says. */
  remark?: string;
}

type OneField = Omit<RecordField, "group">;
type Where = Pick<FieldDifference, "path" | "group" | "label">;

/**
 * What two revisions of a record say differently, field by field and item by item, in the order in which
 * a record is read. Lists are matched by what their items are about, so that a moved row is no change.
 * @param before null for a new record: then each field that says something is added
 * @param names of the actors and incidents that fields name by slug
 * @param inParts whether longer texts are also compared word by word, which takes most of the time
 */
export function difference(
  kind: RecordKind,
  before: Fields | null,
  after: Fields,
  names: Names = {},
  inParts = true,
): FieldDifference[] {
  return RECORD_FIELDS[kind].flatMap((field) => {
    const [was, is] = [before?.[field.name], after[field.name]];
    if (isSame(was, is)) return [];
    const where = { path: field.name, group: field.group, label: field.label };
    if (field.items !== undefined) return listDifference(field, field.items, was, is, names);
    if (field.words && (isList(was) || isList(is)))
      return wordsDifference(field, where, was, is, names);
    const { long: _, ...whole } = field;
    const told = inParts ? field : whole;
    const found = fieldDifference(told, where, [was, is], names, before === null);
    // A best estimate that is not known is no unknown loss where a bound of it is.
    return [
      {
        ...found,
        before:
          isEmpty(was) && found.before !== null
            ? (field.without?.(before ?? {}, names) ?? found.before)
            : found.before,
        after:
          isEmpty(is) && found.after !== null
            ? (field.without?.(after, names) ?? found.after)
            : found.after,
      },
    ];
  });
}

/** A difference in one line: `Loss, best estimate: $54.3m → $70.0m (+$15.7m)`. */
export function differenceText({ label, change, before, after, growth }: FieldDifference): string {
  const grown = growth === null ? "" : ` (${growth})`;
  const said = change === "added" ? after : before;
  return withheldSaid(
    change === "changed"
      ? `${label}: ${before ?? "nothing"} → ${after ?? "nothing"}${grown}`
      : `${label}${said === null ? "" : `, ${said}`}: ${change}`,
  );
}

function fieldDifference(
  field: OneField,
  where: Where,
  [was, is]: readonly [was: Value, is: Value],
  names: Names,
  isNew = false,
): FieldDifference {
  // Nobody having put a figure on an amount is something that can be said of it.
  const word = (value: Value) =>
    isEmpty(value) ? (field.usd ? "unknown" : null) : field.say(value, names);
  const [before, after] = [isNew ? null : word(was), word(is)];
  return {
    ...where,
    change: before === null ? "added" : after === null ? "removed" : "changed",
    before,
    after,
    growth: field.usd && !isNew ? growth(was, is) : null,
    parts: field.long && before !== null && after !== null ? wordByWord(before, after) : null,
  };
}

/** Of a list of words, each there or not; their order says nothing. */
function wordsDifference(
  field: OneField,
  where: Where,
  was: Value,
  is: Value,
  names: Names,
): FieldDifference[] {
  const list = (value: Value) => (isList(value) ? value.map((word) => field.say(word, names)) : []);
  const [before, after] = [list(was), list(is)];
  const parts: TextPart[] = [
    ...before.map((text) => ({
      change: after.includes(text) ? ("same" as const) : ("removed" as const),
      text,
    })),
    ...after
      .filter((text) => !before.includes(text))
      .map((text) => ({ change: "added" as const, text })),
  ];
  if (parts.every(({ change }) => change === "same")) return [];
  const text = (words: string[]) => (words.length === 0 ? null : words.join(", "));
  return [
    {
      ...where,
      change: before.length === 0 ? "added" : after.length === 0 ? "removed" : "changed",
      before: text(before),
      after: text(after),
      growth: null,
      parts:
        before.length === 0 || after.length === 0
          ? null
          : parts.flatMap((part, index) =>
              index === 0 ? [part] : [{ change: "same" as const, text: ", " }, part],
            ),
    },
  ];
}

function listDifference(
  list: RecordField,
  items: Items,
  was: Value,
  is: Value,
  names: Names,
): FieldDifference[] {
  const [before, after] = nameItems(items, [itemsOf(was), itemsOf(is)]);
  if (before === undefined || after === undefined) return [];
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].flatMap((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    const where = { path: `${list.name}/${name}`, group: list.group };
    if (old === undefined && now === undefined) return [];
    if (old !== undefined && now !== undefined)
      return itemDifference(items, where, old, now, names);
    const item = now ?? old ?? {};
    const words = itemText(items, item, names);
    return [
      {
        ...where,
        label: items.titleOf(item, names),
        change: now === undefined ? ("removed" as const) : ("added" as const),
        before: now === undefined ? words : null,
        after: now === undefined ? null : words,
        growth: null,
        parts: null,
      },
    ];
  });
}

/** What is told differently of one thing. */
function itemDifference(
  items: Items,
  { path, group }: Pick<Where, "path" | "group">,
  was: Fields,
  is: Fields,
  names: Names,
): FieldDifference[] {
  if (canonical(was) === canonical(is)) return [];
  const title = items.titleOf(was, names);
  return items.fields
    .filter(({ name }) => !isSame(was[name], is[name]))
    .map((field) =>
      fieldDifference(
        field,
        { path: `${path}/${field.name}`, group, label: `${title}: ${field.label}` },
        [was[field.name], is[field.name]],
        names,
      ),
    );
}

/** What is said of an item beyond what its title says. */
export function itemText(items: Items, item: Fields, names: Names): string | null {
  const said = items.fields.flatMap(({ name, label, say }) => {
    const words = isEmpty(item[name]) ? "" : say(item[name], names);
    if (words === "" || items.inTitle.includes(name)) return [];
    return [words === "yes" ? label : `${label} ${words}`];
  });
  return said.length === 0 ? null : said.join("; ");
}

/**
 * Words by which two texts may differ and still be compared word by word: what that costs grows with the
 * square of it. A draft may hold far longer texts than a record.
 */
export const MOST_EDITS = 2500;

/**
 * Two texts taken apart into what they share and what only one holds; neighbouring changes are one. Texts
 * that have too little in common share nothing.
 */
export function wordByWord(before: string, after: string): TextPart[] {
  const parts: TextPart[] = [];
  let [removed, added, gap] = ["", "", ""];
  const flush = () => {
    if (removed !== "") parts.push({ change: "removed", text: removed });
    if (added !== "") parts.push({ change: "added", text: added });
    if (gap !== "") parts.push({ change: "same", text: gap });
    [removed, added, gap] = ["", "", ""];
  };
  const compared = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
  for (const part of compared) {
    if (part.added || part.removed) {
      // A blank between two changed words belongs to both revisions.
      removed += gap + (part.removed ? part.value : "");
      added += gap + (part.added ? part.value : "");
      gap = "";
    } else if (part.value.trim() === "" && removed !== "" && added !== "") gap = part.value;
    else {
      flush();
      parts.push({ change: "same", text: part.value });
    }
  }
  flush();
  return parts;
}
