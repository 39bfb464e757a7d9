import { joinedQueries, type ReadingContext, readApart, route } from "@/lib/site/urls/route";
import { chartRoutes, readTheme } from "@/lib/site/urls/routes/chart-routes";
import { periodRoutes, readCovered } from "@/lib/site/urls/routes/period-routes";
import { type ActorView, recordRoutes } from "@/lib/site/urls/routes/record-routes";
import { type PeriodView, writePeriod } from "@/lib/statistics/periods/period";
import { type Read, readParameters, type Theme } from "@/lib/statistics/rules/parameters";
import { readActor, writeActor } from "@/lib/statistics/rules/views";
import { slugSchema } from "@/lib/values/slugs/slug";

/** What is in a frame, where it is no chart. */
export type EmbeddedRecord =
  | { kind: "incident" | "target"; slug: string }
  | ({ kind: "actor" } & ActorView)
  | { kind: "period"; view: PeriodView };

export interface RecordEmbedView {
  of: EmbeddedRecord;
  theme: Theme;
}

type Collection = "incidents" | "targets" | "actors" | "periods";

const COLLECTIONS: Record<EmbeddedRecord["kind"], Collection> = {
  incident: "incidents",
  target: "targets",
  actor: "actors",
  period: "periods",
};

export const embedRoutes = {
  recordEmbed: route<RecordEmbedView>({
    folder: "record-embed",
    pattern: /^\/embed\/(?<collection>incidents|targets|actors|periods)\/(?<slug>[^/.]+)$/,
    answer: "file",
    // Where its links lead depends on whether it is pinned.
    isByReference: true,
    read({ collection, slug = "" }, query, context) {
      if (collection !== "periods" && !slugSchema.safeParse(slug).success) return null;
      const read = readApart(query, ["theme"], readTheme, (others) =>
        readEmbedded(collection as Collection, slug, others, context),
      );
      if (!read.ok) return read;
      const [of, theme] = read.value;
      return { ok: true, value: { of, theme } };
    },
    write: ({ of, theme }) => ({
      segments: {
        collection: COLLECTIONS[of.kind],
        slug: of.kind === "period" ? of.view.period.key : of.slug,
      },
      query: joinedQueries(
        of.kind === "period" ? writePeriod(of.view) : of.kind === "actor" ? writeActor(of) : "",
        theme === "auto" ? "" : `theme=${theme}`,
      ),
    }),
    path: ({ collection, slug }) => `/embed/${collection}/${slug}`,
    requires: ({ of }) => (of.kind === "period" ? [] : [{ kind: of.kind, slug: of.slug }]),
  }),
};

function readEmbedded(
  collection: Collection,
  slug: string,
  query: URLSearchParams,
  context: ReadingContext,
): Read<EmbeddedRecord> {
  if (collection === "periods") {
    const read = readCovered(slug, query, context);
    return read.ok ? { ok: true, value: { kind: "period", view: read.value } } : read;
  }
  if (collection === "actors") {
    const read = readActor(query, context.asOf, context.now, context.covered);
    return read.ok ? { ok: true, value: { kind: "actor", slug, ...read.value } } : read;
  }
  const read = readParameters(query, []);
  const kind = collection === "incidents" ? "incident" : "target";
  return read.ok ? { ok: true, value: { kind, slug } } : read;
}

/** The pages that can be embedded, each with the path of its embed. */
const EMBEDDABLE = [
  chartRoutes.chart,
  recordRoutes.incident,
  recordRoutes.target,
  recordRoutes.actor,
  periodRoutes.period,
];

/**
 * The path of the embed of a page, both below the version: `/embed/monthly` for `/charts/monthly`. An embed's own is
 * itself; null where the page cannot be embedded.
 */
export function embedPathOf(path: string): string | null {
  if (/^\/embed\/[^/.]+(?:\/[^/.]+)?$/.test(path)) return path;
  const isPage = EMBEDDABLE.some(({ pattern }) => pattern.test(path));
  return isPage ? `/embed${path.replace(/^\/charts(?=\/)/, "")}` : null;
}
