import { type Required, route } from "@/lib/site/urls/route";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";
import { slugSchema } from "@/lib/values/slugs/slug";

// The record in the formats by which others exchange what they know: STIX 2.1, FollowTheMoney, MISP.

/** What an export is of. */
export type Exported = { kind: "record" } | { kind: "incident" | "actor"; slug: string };

export type ExchangeFormat = "stix" | "ftm";

export interface ExchangeView {
  format: ExchangeFormat;
  of: Exported;
}

/** What stands in a rendered path where others have a collection. */
const RECORD = "record";

/** Files of MISP's feed: its two lists, and an event by its UUID. */
export type MispFile = "manifest.json" | "hashes.csv" | `${string}.json`;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;

function alone<View>(query: URLSearchParams, value: View): Read<View> {
  const read = readParameters(query, []);
  return read.ok ? { ok: true, value } : read;
}

export const exchangeRoutes = {
  exchange: route<ExchangeView>({
    folder: "exchange",
    pattern:
      /^\/(?<format>stix(?=.*\.json$)|ftm(?=.*\.jsonl$))\/(?:(?<collection>incidents|actors)\/(?<slug>[^/]+)|record)\.jsonl?$/,
    answer: "file",
    isByOrigin: true,
    read: ({ format: name, collection = RECORD, slug = "" }, query) => {
      const format = name === "ftm" ? "ftm" : "stix";
      if (collection === RECORD) return alone(query, { format, of: { kind: "record" } });
      const kind = collection === "actors" ? "actor" : "incident";
      return slugSchema.safeParse(slug).success
        ? alone(query, { format, of: { kind, slug } })
        : null;
    },
    write: ({ format, of }) => ({
      segments:
        of.kind === "record"
          ? { format, collection: RECORD, slug: "all" }
          : { format, collection: `${of.kind}s`, slug: of.slug },
    }),
    path: ({ format = "stix", collection = RECORD, slug }) =>
      `/${format}/${collection === RECORD ? RECORD : `${collection}/${slug}`}.${format === "ftm" ? "jsonl" : "json"}`,
    requires: ({ of }): Required[] => (of.kind === "record" ? [] : [of]),
  }),
  /** What a client of STIX that has one version needs for another. */
  stixChanges: route<{ from: number }>({
    folder: "stix-changes",
    pattern: /^\/stix\/changes\.json$/,
    answer: "file",
    isByOrigin: true,
    read: (_, query, { newest }) => {
      const [given = "", ...others] = query.getAll("from");
      const from = /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null;
      const foreign = [...query.keys()].filter((name) => name !== "from");
      const problems = foreign.map((parameter) => ({
        parameter,
        given: query.get(parameter),
        allowed: "this file knows from",
      }));
      if (from === null || from >= newest || others.length > 0)
        problems.push({
          parameter: "from",
          given: query.has("from") ? query.getAll("from").join(" and ").slice(0, 80) : null,
          allowed: `one version before ${newest}, the one whose difference to it is asked for`,
        });
      return from === null || problems.length > 0
        ? { ok: false, problems }
        : { ok: true, value: { from } };
    },
    write: ({ from }) => ({ query: `from=${from}` }),
    path: () => "/stix/changes.json",
  }),
  misp: route<{ file: MispFile }>({
    folder: "misp",
    pattern: /^\/misp\/(?<file>[^/]+)$/,
    answer: "file",
    isByOrigin: true,
    read: ({ file = "" }, query) =>
      file === "manifest.json" || file === "hashes.csv" || UUID.test(file)
        ? alone(query, { file: file as MispFile })
        : null,
    write: ({ file }) => ({ segments: { file } }),
    path: ({ file }) => `/misp/${file}`,
  }),
};
