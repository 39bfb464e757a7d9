import { z } from "zod";
import { itemText } from "@/lib/record/history/difference";
import { RECORD_FIELDS, type RecordField } from "@/lib/record/history/record-fields";
import type { Names } from "@/lib/record/history/record-text";
import { itemsOf, type NamedItems, nameItems } from "@/lib/record/history/same-items";
import type { Fields } from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** The lists of which a kept record can take over what only its duplicate has, in the order in which they are offered. */
const CARRIED_LISTS = ["sources", "attributions", "addresses", "transactions"];

/** Of a longer list each item is not asked for by itself. */
const MOST_OFFERED = 25;

/** Something that a duplicate has and the kept record lacks. */
export interface CarriedItem {
  /** As differences name it, `sources/https://…`; the name of a list for all that it has. */
  path: string;
  /** `Source The Paper “…”`, or `All 34 addresses`. */
  label: string;
  /** What is said of it beyond that; null where nothing is. */
  said: string | null;
}

/** Which items a merging takes over, as it is stored: paths of `CarriedItem`. */
export const carriesSchema = z.array(z.string().min(1).max(10_000)).max(200);

/** What a duplicate has and the kept record lacks, that can be taken over; long lists as a whole. */
export function itemsToCarry(
  kind: RecordKind,
  kept: Fields,
  duplicate: Fields,
  names: Names = {},
): CarriedItem[] {
  return lacking(kind, kept, duplicate).flatMap(({ field, items, lacks }) =>
    lacks.size > MOST_OFFERED
      ? [
          {
            path: field.name,
            label: `All ${lacks.size.toLocaleString("en-GB")} ${field.label.toLowerCase()} that it lacks`,
            said: null,
          },
        ]
      : [...lacks].map(([name, item]) => ({
          path: `${field.name}/${name}`,
          label: items.titleOf(item, names),
          said: itemText(items, item, names),
        })),
  );
}

/** The kept record with those items of its duplicate that it lacks; itself where it lacks none of them any more. */
export function withCarried(
  kind: RecordKind,
  kept: Fields,
  duplicate: Fields,
  paths: readonly string[],
): Fields {
  const taken = new Set(paths);
  const added = lacking(kind, kept, duplicate).flatMap(({ field, lacks }) => {
    const more = [...lacks].filter(
      ([name]) => taken.has(field.name) || taken.has(`${field.name}/${name}`),
    );
    const items = more.map(([, item]) => item);
    return items.length === 0
      ? []
      : ([[field.name, [...itemsOf(kept[field.name]), ...items]]] as const);
  });
  return added.length === 0 ? kept : { ...kept, ...Object.fromEntries(added) };
}

interface Lacking {
  field: RecordField;
  items: NonNullable<RecordField["items"]>;
  /** By the names under which differences know them. */
  lacks: NamedItems;
}

function lacking(kind: RecordKind, kept: Fields, duplicate: Fields): Lacking[] {
  return CARRIED_LISTS.flatMap((name) => {
    const field = RECORD_FIELDS[kind].find((each) => each.name === name);
    if (field?.items === undefined) return [];
    const { items } = field;
    const [has = new Map(), other = new Map()] = nameItems(items, [
      itemsOf(kept[name]),
      itemsOf(duplicate[name]),
    ]);
    const lacks = new Map<string, Fields>([...other].filter(([key]) => !has.has(key)));
    return lacks.size === 0 ? [] : [{ field, items, lacks }];
  });
}
