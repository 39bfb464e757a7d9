/** Somebody who can be spoken to by name. */
export interface Nameable {
  id: string;
  /** The public name. */
  name: string;
}

/** Whom a text speaks to, and what in it could mean several. */
export interface Mentioned {
  /** Ids in the order of the text, each once. */
  people: string[];
  /** Names behind an “@” that several people have, as they are written: nobody is meant by them. */
  unclear: string[];
}

/** Longer names are nobody's. */
const LONGEST_NAME = 200;

/**
 * Whom a text speaks to: “@Ada Lovelace” by the whole name, in any letter case, “@Ada” by a first name that only one person
 * has. The longest name that fits counts, and an “@” within a word is none, as in an e-mail address. What nobody is called
 * is plain text.
 */
export function mentionedIn(text: string, people: readonly Nameable[]): Mentioned {
  const names = namesOf(people);
  const longest = Math.min(
    LONGEST_NAME,
    Math.max(0, ...[...names.keys()].map((name) => name.length)),
  );
  const folded = folding(text);
  const found: Mentioned = { people: [], unclear: [] };
  for (const { index } of folded.matchAll(/(?<![\p{L}\p{N}_.%+-])@(?=[\p{L}\p{N}])/gu)) {
    const behind = folded.slice(index + 1, index + 1 + longest + 1);
    const name = longestName(behind, names, longest);
    if (name === null) continue;
    const ids = names.get(name) ?? new Set();
    const [only] = ids;
    if (ids.size === 1 && only !== undefined) {
      if (!found.people.includes(only)) found.people.push(only);
    } else if (!found.unclear.includes(name)) found.unclear.push(name);
  }
  return found;
}

/** Whole names and first names, folded, with whom each means. A whole name is nobody else's first name. */
function namesOf(people: readonly Nameable[]): Map<string, Set<string>> {
  const whole = new Map<string, Set<string>>();
  const first = new Map<string, Set<string>>();
  const add = (names: typeof whole, name: string, id: string) => {
    if (name !== "") names.set(name, (names.get(name) ?? new Set()).add(id));
  };
  for (const { id, name } of people) {
    const folded = folding(name).trim();
    add(whole, folded, id);
    add(first, folded.split(" ")[0] ?? "", id);
  }
  return new Map([...first, ...whole]);
}

/** The longest name with which a text begins and which does not go on there; null where there is none. */
function longestName(
  text: string,
  names: ReadonlyMap<string, unknown>,
  longest: number,
): string | null {
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const name = text.slice(0, length);
    if (names.has(name) && !/^[\p{L}\p{N}\p{M}_]/u.test(text.slice(length))) return name;
  }
  return null;
}

/** In one spelling and letter case, with one space between words: as two ways of writing a name are compared. */
function folding(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
}
