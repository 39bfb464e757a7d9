import { mergeItemOrder, mergeWords } from "@/lib/desk/proposals/merged-list";
import { mergedText } from "@/lib/desk/proposals/merged-text";
import type { TextPart } from "@/lib/record/history/difference";
import { itemText, wordByWord } from "@/lib/record/history/difference";
import { type Items, RECORD_FIELDS, type RecordField } from "@/lib/record/history/record-fields";
import type { Names } from "@/lib/record/history/record-text";
import { itemsOf, type NamedItems, nameItems } from "@/lib/record/history/same-items";
import { type Fields, isEmpty, isList, isSame, type Value } from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** Of the two revisions that have to become one: one's own, and that of others. */
export type Side = "mine" | "theirs";

/** How a conflict is decided: by one of the sides, or by a text of one's own. */
export type Decision = { take: Side } | { text: string };

/** One thing that at least one of two revisions changed. */
export interface MergeUnit {
  /** Different for each: `lossUsd`, `sources/https://…`, `sources/https://…/title`. */
  path: string;
  group: string;
  label: string;
  /** Who changed it; "same" where both changed it alike, "conflict" where they did not. */
  status: Side | "same" | "conflict";
  /** What each says, in words; null where it says nothing. */
  base: string | null;
  theirs: string | null;
  mine: string | null;
  /** Of a longer text: what each changed in the base, or mine in theirs where there is no base; null for all else. */
  parts: Record<Side, TextPart[]> | null;
  /** Of a longer text: what both changed put together, where they changed different places; null for all else. */
  together: string | null;
}

interface ThreeWay {
  /** What was changed, in the order in which a record is read. */
  units: MergeUnit[];
  /** The conflicts among them that nobody has decided. */
  undecided: MergeUnit[];
  /** Both revisions as one; where a conflict is undecided, mine. */
  merged: Fields;
}

/** Everything about a merge that its parts need. */
interface Merge {
  decisions: ReadonlyMap<string, Decision>;
  names: Names;
  units: MergeUnit[];
}
type Where = Pick<MergeUnit, "path" | "group" | "label">;
type Three<Of> = { base: Of; theirs: Of; mine: Of };

/**
 * Makes one of two revisions that began as the same one: what only one of them changed is taken from
 * it, field by field and item by item; what both changed differently has to be decided.
 * @param decisions by the path of what they decide; those of anything but a conflict change nothing
 */
export function threeWay(
  kind: RecordKind,
  { base, theirs, mine }: Three<Fields>,
  decisions: ReadonlyMap<string, Decision> = new Map(),
  names: Names = {},
): ThreeWay {
  const merge: Merge = { decisions, names, units: [] };
  const merged: Record<string, Value> = {};
  const fields = RECORD_FIELDS[kind];
  const others = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    .filter((name) => !fields.some((field) => field.name === name))
    .map((name) => plainField(name));
  for (const field of [...fields, ...others]) {
    const three = { base: base[field.name], theirs: theirs[field.name], mine: mine[field.name] };
    const value = mergeField(merge, field, three);
    if (value !== undefined) merged[field.name] = value;
  }
  const undecided = merge.units.filter(
    ({ status, path }) => status === "conflict" && !decisions.has(path),
  );
  return { units: merge.units, undecided, merged };
}

/** A field that no record has, such as one that was typed before the form lost it. */
function plainField(name: string): RecordField {
  return { name, label: name, group: "Other", say: (value) => JSON.stringify(value) ?? "" };
}

function mergeField(merge: Merge, field: RecordField, three: Three<Value>): Value {
  if (statusOf(three) === null) return three.mine ?? three.theirs;
  const where = { path: field.name, group: field.group, label: field.label };
  const listed = [three.base, three.theirs, three.mine].every(
    (value) => isList(value) || isEmpty(value),
  );
  if (field.items !== undefined && listed) return mergeItems(merge, field, field.items, three);
  if (field.words && listed) return mergeWordList(merge, field, where, three);
  return mergeValue(merge, field, where, three);
}

function mergeValue(
  merge: Merge,
  field: Omit<RecordField, "group">,
  where: Where,
  { base, theirs, mine }: Three<Value>,
): Value {
  const status = statusOf({ base, theirs, mine });
  if (status === null) return mine ?? theirs;
  const say = (value: Value) => (isEmpty(value) ? null : field.say(value, merge.names));
  const said = { base: say(base), theirs: say(theirs), mine: say(mine) };
  merge.units.push({
    ...where,
    status,
    ...said,
    parts: field.long ? wordParts(said) : null,
    together:
      field.long && said.base !== null && said.theirs !== null && said.mine !== null
        ? mergedText(said.base, said.theirs, said.mine)
        : null,
  });
  if (status !== "conflict") return status === "theirs" ? theirs : mine;
  const decision = merge.decisions.get(where.path);
  if (decision !== undefined && "text" in decision) return decision.text;
  return decision?.take === "theirs" ? theirs : mine;
}

/** What each side changed in a longer text; where it is not known what they began as, how they differ. */
function wordParts({ base, theirs, mine }: Three<string | null>): Record<Side, TextPart[]> {
  const from = base ?? theirs ?? "";
  return { theirs: wordByWord(from, theirs ?? ""), mine: wordByWord(from, mine ?? "") };
}

/** Who changed it; null where nobody did. */
function statusOf({ base, theirs, mine }: Three<Value>): MergeUnit["status"] | null {
  if (isSame(theirs, mine)) return isSame(base, mine) ? null : "same";
  if (isSame(base, theirs)) return "mine";
  return isSame(base, mine) ? "theirs" : "conflict";
}

/** Words are added and removed one by one, so that two revisions never contradict each other. */
function mergeWordList(merge: Merge, field: RecordField, where: Where, three: Three<Value>): Value {
  const list = (value: Value) => (isList(value) ? value.filter((word) => !isEmpty(word)) : []);
  const words = { base: list(three.base), theirs: list(three.theirs), mine: list(three.mine) };
  const status = statusOf(words);
  if (status === null) return three.mine ?? three.theirs;
  const say = (value: readonly Value[]) =>
    value.length === 0 ? null : value.map((word) => field.say(word, merge.names)).join(", ");
  const merged = status === "conflict" ? mergeWords(words) : null;
  merge.units.push({
    ...where,
    status: status === "conflict" ? "same" : status,
    base: say(words.base),
    theirs: say(merged ?? words.theirs),
    mine: say(merged ?? words.mine),
    parts: null,
    together: null,
  });
  return merged ?? (status === "theirs" ? three.theirs : three.mine);
}

function mergeItems(merge: Merge, list: RecordField, items: Items, three: Three<Value>): Value {
  const named = nameItems(items, [itemsOf(three.base), itemsOf(three.theirs), itemsOf(three.mine)]);
  const none: NamedItems = new Map();
  const [base = none, theirs = none, mine = none] = named;
  const kept = new Map<string, Fields>();
  for (const name of new Set([...base.keys(), ...theirs.keys(), ...mine.keys()])) {
    const item = mergeItem(merge, list, items, name, {
      base: base.get(name),
      theirs: theirs.get(name),
      mine: mine.get(name),
    });
    if (item !== undefined) kept.set(name, item);
  }
  const order = mergeItemOrder([...base.keys()], [...theirs.keys()], [...mine.keys()]);
  return order.flatMap((name) => kept.get(name) ?? []);
}

function mergeItem(
  merge: Merge,
  list: RecordField,
  items: Items,
  name: string,
  three: Three<Fields | undefined>,
): Fields | undefined {
  const { base, theirs, mine } = three;
  const item = mine ?? theirs ?? base ?? {};
  const title = items.titleOf(item, merge.names);
  const path = `${list.name}/${name}`;
  if (theirs !== undefined && mine !== undefined) {
    if (isSame(theirs, mine) && base !== undefined && isSame(base, mine)) return mine;
    return mergeItemFields(
      merge,
      items,
      { path, group: list.group, label: title },
      {
        base: base ?? {},
        theirs,
        mine,
      },
    );
  }
  const status = statusOf(three);
  if (status === null) return mine;
  const say = (value: Fields | undefined) =>
    value === undefined ? null : (itemText(items, value, merge.names) ?? title);
  merge.units.push({
    path,
    group: list.group,
    label: title,
    status,
    base: say(base),
    theirs: say(theirs),
    mine: say(mine),
    parts: null,
    together: null,
  });
  if (status !== "conflict") return status === "theirs" ? theirs : mine;
  const decision = merge.decisions.get(path);
  return decision !== undefined && "take" in decision && decision.take === "theirs" ? theirs : mine;
}

/** An item that both tell of: each of its fields by itself. */
function mergeItemFields(
  merge: Merge,
  items: Items,
  { path, group, label }: Where,
  { base, theirs, mine }: Three<Fields>,
): Fields {
  const merged: Record<string, Value> = {};
  const known = items.fields.map(({ name }) => name);
  const others = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])]
    .filter((name) => !known.includes(name))
    .map(plainField);
  for (const field of [...items.fields, ...others]) {
    const where = { path: `${path}/${field.name}`, group, label: `${label}: ${field.label}` };
    const three = { base: base[field.name], theirs: theirs[field.name], mine: mine[field.name] };
    const value = mergeValue(merge, field, where, three);
    if (value !== undefined) merged[field.name] = value;
  }
  return merged;
}
