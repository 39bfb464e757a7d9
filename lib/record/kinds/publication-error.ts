import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { ToPublish } from "@/lib/record/kinds/to-publish";

/** Why one record cannot be published beside the others that the record holds. */
export interface PublicationProblem {
  /** Its place in the list that is published, from 0; null for a record that changes only because of those. */
  place: number | null;
  /** The field, such as `["attributions", 1, "actor"]`; empty for the whole. */
  path: (string | number)[];
  message: string;
}

/** Thrown where records cannot be published: it must end the transaction, and nothing of them is published. */
export class PublicationError extends Error {
  /** @param texts each problem in one line, with the kind and the name of its record */
  constructor(
    readonly problems: readonly PublicationProblem[],
    texts: readonly string[],
  ) {
    const shown = texts.slice(0, 20);
    const more = texts.length - shown.length;
    super([...shown, ...(more > 0 ? [`… and ${more} more problems`] : [])].join("\n"));
    this.name = "PublicationError";
  }
}

/** Thrown where records have moved on from the revisions that they were written from. */
export class MovedOnError extends PublicationError {}

type Given = ToPublish<RecordKind, object>;

/** Collects what is wrong with the records of a publication, so that all of it can be told at once. */
export class PublicationErrors {
  private readonly problems: PublicationProblem[] = [];
  private readonly texts: string[] = [];
  private readonly places: ReadonlyMap<object, number>;

  /** @param given everything that is published, in the order in which places count */
  constructor(given: readonly Given[]) {
    this.places = new Map(given.map(({ record }, place) => [record, place]));
  }

  add({ kind, record }: Given, path: (string | number)[], message: string): void {
    this.problems.push({ place: this.places.get(record) ?? null, path, message });
    this.texts.push(`${kind} ${nameOf(record)}: ${path.join(".")}: ${message}`);
  }

  /** @throws {PublicationError} where there was any problem */
  throwAny(As: typeof PublicationError = PublicationError): void {
    if (this.problems.length > 0) throw new As(this.problems, this.texts);
  }
}

/** What to call a record in a line: its slug, its title, its address. */
function nameOf(record: object): string {
  const { slug, title, address } = record as Record<string, unknown>;
  if (typeof slug === "string") return slug;
  return typeof title === "string" ? `"${title}"` : typeof address === "string" ? address : "";
}
