import type { Items } from "@/lib/record/history/record-fields";
import { canonical, type Fields, isFields, isList, type Value } from "@/lib/record/history/value";
import { grouped } from "@/lib/values/lists/grouped";

/** A list's items, each under a name by which it is found again in another revision of the list. */
export type NamedItems = ReadonlyMap<string, Fields>;

/** The items of a list; nothing where it is none. What is no item is left out. */
export function itemsOf(value: Value): Fields[] {
  return isList(value) ? value.filter(isFields) : [];
}

/** What is known of the items about one thing: which names there are, and which revision they had first. */
interface Known {
  names: string[];
  byText: Map<string, string[]>;
}

/**
 * Names the items of several revisions of a list, so that what is about the same thing has the same
 * name in all. Where several are about the same thing, those that are equal belong together, and the
 * others in their order.
 * @param itemTexts the earliest first
 */
export function nameItems(items: Items, itemTexts: readonly (readonly Fields[])[]): NamedItems[] {
  const known = new Map<string, Known>();
  return itemTexts.map((itemText) => {
    const names = new Map<Fields, string>();
    for (const [key, group] of grouped(itemText, items.keyOf)) {
      const about = known.get(key) ?? { names: [], byText: new Map() };
      known.set(key, about);
      nameGroup(key, group, about, names);
    }
    return new Map(itemText.map((item) => [names.get(item) ?? "", item]));
  });
}

function nameGroup(
  key: string,
  group: readonly Fields[],
  about: Known,
  names: Map<Fields, string>,
) {
  const free = new Set(about.names);
  const changed: Fields[] = [];
  for (const item of group) {
    const equal = about.byText.get(canonical(item))?.find((name) => free.has(name));
    if (equal === undefined) changed.push(item);
    else names.set(item, equal);
    if (equal !== undefined) free.delete(equal);
  }
  const left = free.values();
  for (const item of changed) {
    const next = left.next();
    const name = next.done ? newName(key, about) : next.value;
    names.set(item, name);
    const itemText = canonical(item);
    about.byText.set(itemText, [...(about.byText.get(itemText) ?? []), name]);
  }
}

function newName(key: string, about: Known): string {
  const name = about.names.length === 0 ? key : `${key} (${about.names.length + 1})`;
  about.names.push(name);
  return name;
}
