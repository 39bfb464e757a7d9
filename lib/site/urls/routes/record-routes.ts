import {
  type ImageEnding,
  type ImageOptions,
  isImageEnding,
  pictureParameters,
  readImageOptions,
  writeImageOptions,
} from "@/lib/site/exports/image";
import {
  joinedQueries,
  type PathSegments,
  readApart,
  requiredByFilters,
  route,
} from "@/lib/site/urls/route";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";
import {
  type ActorPageView,
  type IncidentsView,
  type OverviewView,
  readActor,
  readActors,
  readIncidents,
  readOverview,
  writeActor,
  writeActors,
  writeIncidents,
  writeOverview,
} from "@/lib/statistics/rules/views";
import { readTargets, type TargetsView, writeTargets } from "@/lib/statistics/targets/targets-view";
import { slugSchema } from "@/lib/values/slugs/slug";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

export interface ActorView extends ActorPageView {
  slug: string;
}

/** An incident's, a target's or an actor's key numbers as a picture. */
export interface RecordPictureView {
  slug: string;
  format: ImageEnding;
  picture: ImageOptions;
}

type ActorPictureView = RecordPictureView & ActorPageView;

export const recordRoutes = {
  overview: route<OverviewView>({
    folder: "overview",
    pattern: /^\/$/,
    answer: "page",
    read: (_, query, { asOf, now, covered }) => readOverview(query, asOf, now, covered),
    write: (view) => ({ query: writeOverview(view) }),
    path: () => "/",
  }),
  incidents: route<IncidentsView>({
    folder: "incidents",
    pattern: /^\/incidents$/,
    answer: "page",
    read: (_, query) => readIncidents(query),
    write: (view) => ({ query: writeIncidents(view) }),
    path: () => "/incidents",
    requires: ({ filters, page }) => [
      ...requiredByFilters(filters),
      ...(page === 1 ? [] : [{ kind: "page", page, filters } as const]),
    ],
  }),
  incident: route<{ slug: string }>({
    folder: "incident",
    pattern: /^\/incidents\/(?<slug>[^/]+)$/,
    answer: "page",
    read: (segments, query) => slugOf(segments, query),
    write: ({ slug }) => ({ segments: { slug } }),
    path: ({ slug }) => `/incidents/${slug}`,
    requires: ({ slug }) => [{ kind: "incident", slug }],
  }),
  incidentHistory: route<{ slug: string }>({
    folder: "incident-history",
    pattern: /^\/incidents\/(?<slug>[^/]+)\/history$/,
    answer: "page",
    read: (segments, query) => slugOf(segments, query),
    write: ({ slug }) => ({ segments: { slug } }),
    path: ({ slug }) => `/incidents/${slug}/history`,
    requires: ({ slug }) => [{ kind: "incident", slug, as: "history" }],
  }),
  incidentPicture: route<RecordPictureView>({
    folder: "incident-picture",
    pattern: /^\/incidents\/(?<slug>[^/]*)\.(?<format>svg|png|pdf)$/,
    answer: "file",
    read: readPlainPicture,
    write: ({ slug, format, picture }) => ({
      segments: { slug, format },
      query: writeImageOptions(format, picture),
    }),
    path: ({ slug, format }) => `/incidents/${slug}.${format}`,
    requires: ({ slug }) => [{ kind: "incident", slug }],
  }),
  actors: route<{ confidence: Confidence }>({
    folder: "actors",
    pattern: /^\/actors$/,
    answer: "page",
    read: (_, query) => readActors(query),
    write: (view) => ({ query: writeActors(view) }),
    path: () => "/actors",
  }),
  actor: route<ActorView>({
    folder: "actor",
    pattern: /^\/actors\/(?<slug>[^/]+)$/,
    answer: "page",
    read({ slug = "" }, query, { asOf, now, covered }) {
      if (!slugSchema.safeParse(slug).success) return null;
      const read = readActor(query, asOf, now, covered);
      return read.ok ? { ok: true, value: { slug, ...read.value } } : read;
    },
    write: ({ slug, ...view }) => ({ segments: { slug }, query: writeActor(view) }),
    path: ({ slug }) => `/actors/${slug}`,
    requires: ({ slug }) => [{ kind: "actor", slug }],
  }),
  actorHistory: route<{ slug: string }>({
    folder: "actor-history",
    pattern: /^\/actors\/(?<slug>[^/]+)\/history$/,
    answer: "page",
    read: (segments, query) => slugOf(segments, query),
    write: ({ slug }) => ({ segments: { slug } }),
    path: ({ slug }) => `/actors/${slug}/history`,
    requires: ({ slug }) => [{ kind: "actor", slug, as: "history" }],
  }),
  actorPicture: route<ActorPictureView>({
    folder: "actor-picture",
    pattern: /^\/actors\/(?<slug>[^/]*)\.(?<format>svg|png|pdf)$/,
    answer: "file",
    read(segments, query, { asOf, now, covered }) {
      return readPicture(segments, query, (others) => readActor(others, asOf, now, covered));
    },
    write: ({ slug, format, picture, ...view }) => ({
      segments: { slug, format },
      query: joinedQueries(writeActor(view), writeImageOptions(format, picture)),
    }),
    path: ({ slug, format }) => `/actors/${slug}.${format}`,
    requires: ({ slug }) => [{ kind: "actor", slug }],
  }),
  targets: route<TargetsView>({
    folder: "targets",
    pattern: /^\/targets$/,
    answer: "page",
    read: (_, query) => readTargets(query),
    write: (view) => ({ query: writeTargets(view) }),
    path: () => "/targets",
    requires: ({ filters, page }) => (page === 1 ? [] : [{ kind: "page", page, targets: filters }]),
  }),
  target: route<{ slug: string }>({
    folder: "target",
    pattern: /^\/targets\/(?<slug>[^/]+)$/,
    answer: "page",
    read: (segments, query) => slugOf(segments, query),
    write: ({ slug }) => ({ segments: { slug } }),
    path: ({ slug }) => `/targets/${slug}`,
    requires: ({ slug }) => [{ kind: "target", slug }],
  }),
  targetHistory: route<{ slug: string }>({
    folder: "target-history",
    pattern: /^\/targets\/(?<slug>[^/]+)\/history$/,
    answer: "page",
    read: (segments, query) => slugOf(segments, query),
    write: ({ slug }) => ({ segments: { slug } }),
    path: ({ slug }) => `/targets/${slug}/history`,
    requires: ({ slug }) => [{ kind: "target", slug, as: "history" }],
  }),
  targetPicture: route<RecordPictureView>({
    folder: "target-picture",
    pattern: /^\/targets\/(?<slug>[^/]*)\.(?<format>svg|png|pdf)$/,
    answer: "file",
    read: readPlainPicture,
    write: ({ slug, format, picture }) => ({
      segments: { slug, format },
      query: writeImageOptions(format, picture),
    }),
    path: ({ slug, format }) => `/targets/${slug}.${format}`,
    requires: ({ slug }) => [{ kind: "target", slug }],
  }),
  methodology: route<null>({
    folder: "methodology",
    pattern: /^\/methodology$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/methodology",
  }),
};

/** The slug of a page that takes no parameters; null where it is none. */
function slugOf(
  { slug = "" }: PathSegments,
  query: URLSearchParams,
): Read<{ slug: string }> | null {
  if (!slugSchema.safeParse(slug).success) return null;
  const read = readParameters(query, []);
  return read.ok ? { ok: true, value: { slug } } : read;
}

/** A picture of a record whose page takes no parameters; null where it is none. */
function readPlainPicture(
  segments: PathSegments,
  query: URLSearchParams,
): Read<RecordPictureView> | null {
  return readPicture(segments, query, (others) => readParameters(others, []));
}

/**
 * A picture of a record with what its page is asked for; null where it is none.
 * @param readPage reads the parameters that do not say how it is drawn
 */
function readPicture<Page extends object>(
  { slug = "", format }: PathSegments,
  query: URLSearchParams,
  readPage: (others: URLSearchParams) => Read<Page>,
): Read<RecordPictureView & Page> | null {
  if (!isImageEnding(format)) return null;
  if (!slugSchema.safeParse(slug).success) return null;
  const read = readApart(
    query,
    pictureParameters(format),
    (own) => readImageOptions(format, own),
    readPage,
  );
  if (!read.ok) return read;
  const [page, picture] = read.value;
  return { ok: true, value: { ...page, slug, format, picture } };
}
