import { foldedText } from "@/lib/values/search/search-words";

// What else a table may know of a theft, held against what the record says of it.

/** By which properties thefts are told apart, with what their values look like. */
export const COMPARED = [
  { id: "occurred_on", name: "Date", description: "2023-09-12, 2023-09 or 2023" },
  { id: "target", name: "Target", description: "who was robbed" },
  { id: "chains", name: "Chain", description: "such as ethereum" },
  { id: "category", name: "Category", description: "the kind of theft" },
  { id: "technique", name: "Technique", description: "how it was done" },
  { id: "actors", name: "Actor", description: "whom somebody names" },
  { id: "loss_usd", name: "Loss in US dollars", description: "the best estimate" },
] as const;

export type Compared = (typeof COMPARED)[number]["id"];

export function isCompared(text: string): text is Compared {
  return COMPARED.some(({ id }) => id === text);
}

/** Two reports of one loss differ by as much, as a share of the larger. */
const NEAR = 0.2;

/**
 * Whether a theft is as a table says; null where the record or the table does not say, or not so that it could be read.
 * @param held what the record says: all of its values
 * @param known what the table says, any of which will do
 */
export function agrees(
  property: Compared,
  held: readonly (string | number)[],
  known: readonly string[],
): boolean | null {
  const values = known.map((value) => value.trim()).filter((value) => value !== "");
  if (held.length === 0 || values.length === 0) return null;
  if (property === "occurred_on") {
    const days = values.flatMap((value) => /^\d{4}(?:-\d{2}){0,2}/.exec(value) ?? []);
    if (days.length === 0) return null;
    // A day that is known to the month agrees with each of its days.
    return days.some((day) =>
      held.some((own) => day.startsWith(`${own}`) || `${own}`.startsWith(day)),
    );
  }
  if (property === "loss_usd") {
    const amounts = values
      .map((value) => Number(value.replace(/[$,\s]/g, "")))
      .filter(Number.isFinite);
    if (amounts.length === 0) return null;
    return amounts.some((amount) =>
      held.some((own) => Math.abs(Number(own) - amount) <= NEAR * Math.max(Number(own), amount)),
    );
  }
  return values.some((value) => held.some((own) => isSameName(`${own}`, value)));
}

/** Whether one is called as the other, or one's name begins the other's: “Curve” and “Curve Finance”. */
function isSameName(one: string, other: string): boolean {
  const [first, second] = [foldedText(one), foldedText(other)];
  if (first === "" || second === "") return false;
  return first === second || first.startsWith(`${second} `) || second.startsWith(`${first} `);
}
