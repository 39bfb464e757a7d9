import type { PickList } from "@/lib/desk/forms/form";
import { countryName } from "@/lib/record/actors/country";
import { figureIdSchema } from "@/lib/record/figures/published-figure";
import { slugSchema } from "@/lib/values/slugs/slug";
import { hyphenated, readChain, writeChain } from "@/lib/values/taxonomy/chain-names";
import { CATEGORIES, TARGET_KINDS, type Term } from "@/lib/values/taxonomy/taxonomy";
import { readTechnique, writeTechnique } from "@/lib/values/taxonomy/technique-names";

/** How what is picked from a list is typed and read. */
interface Pick {
  /** What the typed text picks; null where it picks nothing. */
  read: (typed: string) => string | null;
  /** The text that picks a value. */
  write: (value: string) => string;
  /** All that it can be, where that is few enough to be said. */
  allowed?: string;
}

/** The categories of a figure: the record's, and the two that publishers count together. */
export const FIGURE_CATEGORIES: readonly Term[] = [
  ...CATEGORIES,
  {
    value: "exploit-any",
    label: "Contract exploits and wallet compromises together",
    definition: null,
  },
];

function ofTerms(terms: readonly Term[]): Pick {
  const byText = new Map<string, string>();
  for (const { value, label } of terms) {
    byText.set(value.toLowerCase(), value);
    byText.set(label.toLowerCase(), value);
  }
  const labels = new Map(terms.map(({ value, label }) => [value, label]));
  return {
    read: (typed) => byText.get(typed.trim().toLowerCase()) ?? null,
    write: (value) => labels.get(value) ?? value,
    allowed: terms.map(({ label }) => label).join(", "),
  };
}

/** Every country that the platform has a name for, by its code. */
export function countries(): { value: string; label: string }[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .map((code) => ({ value: code, label: countryName(code) }))
    .filter(({ value, label }) => label !== value && !/^(?:EU|EZ|UN|QO|ZZ|X[AB])$/.test(value))
    .sort((one, other) => one.label.localeCompare(other.label));
}

let codes: ReadonlyMap<string, string> | null = null;

const country: Pick = {
  read: (typed) => {
    const text = typed.trim();
    if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
    codes ??= new Map(countries().map(({ value, label }) => [label.toLowerCase(), value]));
    return codes.get(text.toLowerCase()) ?? null;
  },
  write: (value) => (country.read(countryName(value)) === value ? countryName(value) : value),
};

/** Named by its slug; a name reads as the slug that it would have. Whether there is such a record is asked elsewhere. */
const slug: Pick = {
  read: (typed) => {
    const name = slugSchema.safeParse(typed).success ? typed : hyphenated(typed).slice(0, 100);
    return name === "" ? null : name;
  },
  write: (value) => value,
};

/** Named by its lasting id. Whether there is such a figure is asked elsewhere. */
const figure: Pick = {
  read: (typed) => figureIdSchema.safeParse(typed.trim()).data ?? null,
  write: (value) => value,
};

const PICKS: Record<PickList, Pick> = {
  actor: slug,
  incident: slug,
  target: slug,
  figure,
  category: ofTerms(CATEGORIES),
  figureCategory: ofTerms(FIGURE_CATEGORIES),
  targetKind: ofTerms(TARGET_KINDS),
  technique: { read: (typed) => readTechnique(typed) || null, write: writeTechnique },
  country,
  chain: { read: (typed) => readChain(typed) || null, write: writeChain },
};

/** Lists to which somebody who writes a record can add. */
const OPEN_LISTS: ReadonlySet<PickList> = new Set(["actor", "chain", "technique"]);

export function isOpenList(list: PickList): boolean {
  return OPEN_LISTS.has(list);
}

export function pickOf(list: PickList): Pick {
  return PICKS[list];
}
