import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { actorSchema } from "@/lib/record/actors/actor";
import { publishedFigureKey, publishedFigureSchema } from "@/lib/record/figures/published-figure";
import { incidentSchema } from "@/lib/record/incidents/incident";
import { type PublisherFacts, publisherFactsSchema } from "@/lib/record/publishers/publisher";
import type { Publication } from "@/lib/record/publishing/publication";
import { targetSchema } from "@/lib/record/targets/target";
import { knownAddressSchema, serviceKey } from "@/lib/record/wallets/known-address";
import { coverageFileSchema } from "@/lib/seed/coverage-file";
import { parseWithQuantities } from "@/lib/values/quantities/exact-json";

/** A file of a dataset is malformed; the message names the file, the record and the field. */
export class DatasetError extends Error {
  constructor(readonly problems: readonly string[]) {
    const shown = problems.slice(0, 20);
    const more = problems.length - shown.length;
    super([...shown, ...(more > 0 ? [`… and ${more} more problems`] : [])].join("\n"));
    this.name = "DatasetError";
  }
}

/** What one file of a dataset may hold. An array holds incidents. */
export const fileSchema = z.union(
  [
    z.array(z.unknown()).transform((incidents) => ({ incidents })),
    z.strictObject({
      incidents: z.array(z.unknown()).optional(),
      targets: z.array(z.unknown()).optional(),
      actors: z.array(z.unknown()).optional(),
      figures: z.array(z.unknown()).optional(),
      knownAddresses: z.array(z.unknown()).optional(),
      coverage: z.array(z.unknown()).max(1).optional(),
    }),
    // The dataset's publishers.json, which is a file of its own.
    z
      .strictObject({
        publishers: z.array(z.unknown()),
        vintages: z.array(z.unknown()),
        comparisons: z.array(z.unknown()),
      })
      .transform((publisherFacts) => ({ publisherFacts })),
  ],
  "must be an array of incidents, or an object with lists named incidents, targets, actors, figures, knownAddresses or coverage; or with publishers, vintages and comparisons",
);

/** What a record of each list has to be. */
export const recordSchemas = {
  incidents: incidentSchema,
  targets: targetSchema,
  actors: actorSchema,
  figures: publishedFigureSchema,
  knownAddresses: knownAddressSchema,
  coverage: coverageFileSchema,
} as const;
export type ListName = keyof typeof recordSchemas;
type Kind = ListName;
export type Accepted = { [K in Kind]: z.output<(typeof recordSchemas)[K]> };

/** What a record is known by, and the field that says so: no two of a dataset may have the same. */
export const identities: { [K in Kind]: { field: string; of: (record: Accepted[K]) => string } } = {
  incidents: { field: "slug", of: (incident) => incident.slug },
  targets: { field: "slug", of: (target) => target.slug },
  actors: { field: "slug", of: (actor) => actor.slug },
  figures: { field: "title", of: publishedFigureKey },
  knownAddresses: { field: "address", of: serviceKey },
  coverage: { field: "coveredThrough", of: ({ coveredThrough }) => coveredThrough },
};

/** The actors that a record names, each with the field that does. */
export const actorsNamed: {
  [K in Kind]: (record: Accepted[K]) => [field: string, slug: string | null][];
} = {
  incidents: ({ attributions }) =>
    attributions.map(({ actor }, index) => [`attributions.${index}.actor`, actor]),
  targets: () => [],
  actors: ({ parent }) => [["parent", parent]],
  figures: ({ actor }) => [["actor", actor]],
  knownAddresses: () => [],
  coverage: () => [],
};

/** The targets that a record names, each with the field that does. */
export const targetsNamed: {
  [K in Kind]: (record: Accepted[K]) => [field: string, slug: string | null][];
} = {
  incidents: ({ targetSlug }) => [["targetSlug", targetSlug]],
  targets: ({ successor }) => [["successor", successor]],
  actors: () => [],
  figures: () => [],
  knownAddresses: () => [],
  coverage: () => [],
};

/** A dataset being read: what has been accepted, and every problem found. */
class Reading {
  readonly accepted: { [K in Kind]: Accepted[K][] } = {
    incidents: [],
    targets: [],
    actors: [],
    figures: [],
    knownAddresses: [],
    coverage: [],
  };
  publishers: PublisherFacts | null = null;
  readonly problems: string[] = [];
  private readonly places = new Map<string, string>();
  private readonly references: { place: string; list: "actors" | "targets"; slug: string }[] = [];

  take<K extends Kind>(kind: K, records: readonly unknown[], file: string): void {
    records.forEach((record, index) => {
      const place = `${file}: record ${index + 1}${nameOf(record)}`;
      const parsed = recordSchemas[kind].safeParse(record);
      if (!parsed.success) {
        for (const issue of parsed.error.issues) {
          this.problems.push(`${place}: ${issue.path.join(".") || "the record"}: ${issue.message}`);
        }
        return;
      }
      // The schema that has just parsed it is the kind's own.
      this.accept(kind, parsed.data as Accepted[K], place);
    });
  }

  takePublishers(content: unknown, file: string): void {
    const parsed = publisherFactsSchema.safeParse(content);
    if (parsed.success) this.publishers = parsed.data;
    else
      this.problems.push(
        ...parsed.error.issues.map(({ path, message }) => `${file}: ${path.join(".")}: ${message}`),
      );
  }

  private accept<K extends Kind>(kind: K, record: Accepted[K], place: string): void {
    const { field, of } = identities[kind];
    const key = `${kind} ${of(record)}`;
    const first = this.places.get(key);
    if (first !== undefined) this.problems.push(`${place}: ${field}: stands already in ${first}`);
    else this.places.set(key, place);
    const named = { actors: actorsNamed[kind](record), targets: targetsNamed[kind](record) };
    for (const list of ["actors", "targets"] as const) {
      for (const [naming, slug] of named[list]) {
        if (slug !== null) this.references.push({ place: `${place}: ${naming}`, list, slug });
      }
    }
    this.accepted[kind].push(record);
  }

  /** Refuses what names an actor or a target that the dataset itself does not hold. */
  refuseUnknown(): void {
    for (const { place, list, slug } of this.references) {
      if (this.places.has(`${list} ${slug}`)) continue;
      const kind = list === "actors" ? "actor" : "target";
      this.problems.push(`${place}: names the ${kind} "${slug}", which the dataset does not hold`);
    }
  }

  /** @throws {DatasetError} where there was any problem */
  finish(): Publication {
    if (this.problems.length > 0) throw new DatasetError(this.problems);
    const { accepted, publishers } = this;
    return publishers === null ? accepted : { ...accepted, publishers };
  }
}

function nameOf(record: unknown): string {
  if (typeof record !== "object" || record === null) return "";
  const { slug, title, address } = record as Record<string, unknown>;
  const name = [slug, title, address].find((text) => typeof text === "string");
  return name === undefined ? "" : ` (${name})`;
}

async function filesIn(folder: string, name: string): Promise<string[]> {
  try {
    return await readdir(join(folder, name));
  } catch (error) {
    throw new DatasetError([`${name}: cannot be read: ${(error as Error).message}`]);
  }
}

async function readJson(path: string, shownAs: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new DatasetError([`${shownAs}: cannot be read: ${(error as Error).message}`]);
  }
  try {
    return parseWithQuantities(text);
  } catch (error) {
    throw new DatasetError([`${shownAs}: is not JSON: ${(error as Error).message}`]);
  }
}

/**
 * Reads one file: an array of incidents, or an object with lists of any kind of record.
 * @throws {DatasetError}
 */
export async function readDatasetFile(path: string): Promise<Publication> {
  const parsed = fileSchema.safeParse(await readJson(path, path));
  if (!parsed.success) throw new DatasetError([`${path}: ${parsed.error.issues[0]?.message}`]);
  const reading = new Reading();
  for (const kind of Object.keys(recordSchemas) as Kind[]) {
    reading.take(kind, (parsed.data as Partial<Record<Kind, unknown[]>>)[kind] ?? [], path);
  }
  if ("publisherFacts" in parsed.data) reading.takePublishers(parsed.data.publisherFacts, path);
  return reading.finish();
}

/**
 * Reads a folder laid out as the starting dataset is (see prisma/seed/README.md).
 * @throws {DatasetError}
 */
export async function readDatasetFolder(folder: string): Promise<Publication> {
  const reading = new Reading();
  const list = async (kind: Kind, file: string) => {
    const content = await readJson(join(folder, file), file);
    if (Array.isArray(content)) reading.take(kind, content, file);
    else reading.problems.push(`${file}: must be an array`);
  };
  const incidentFiles = (await filesIn(folder, "incidents"))
    .filter((file) => file.endsWith(".json"))
    .sort();
  for (const file of incidentFiles) await list("incidents", join("incidents", file));
  await list("targets", "targets.json");
  await list("actors", "actors.json");
  await list("figures", "published-figures.json");
  await list("knownAddresses", "known-addresses.json");
  reading.take(
    "coverage",
    [await readJson(join(folder, "coverage.json"), "coverage.json")],
    "coverage.json",
  );
  const files = await filesIn(folder, ".");
  // Datasets of before 2026-11-28 do not say how others count.
  if (files.includes("publishers.json"))
    reading.takePublishers(
      await readJson(join(folder, "publishers.json"), "publishers.json"),
      "publishers.json",
    );
  reading.refuseUnknown();
  return reading.finish();
}
