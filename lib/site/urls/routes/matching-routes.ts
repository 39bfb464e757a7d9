import { route } from "@/lib/site/urls/route";
import type { Read } from "@/lib/statistics/rules/parameters";

// The W3C Reconciliation Service API 0.2. Its clients add parameters of their own, which are left alone.

/** A batch of queries, and what is to be added to a table, as JSON; null where they are not in the URL. */
export interface MatchingView {
  queries: string | null;
  extend: string | null;
}

/** What suggestions are of. */
const SUGGESTED = ["entity", "type", "property"] as const;

export interface SuggestView {
  what: (typeof SUGGESTED)[number];
  prefix: string;
  /** The kind that entities or properties are of; null for all. */
  type: string | null;
}

/** Longer batches are sent by POST. */
const LONGEST_IN_URL = 4_000;
const LONGEST_ID = 250;

function written(parameters: Record<string, string | null>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) query.set(name, value);
  return query.toString();
}

function oneId(query: URLSearchParams): Read<{ id: string }> {
  const id = query.get("id") ?? "";
  if (id !== "" && id.length <= LONGEST_ID) return { ok: true, value: { id } };
  const given = query.has("id") ? id.slice(0, 80) : null;
  const allowed = "an id that /reconcile has answered, such as incident:17";
  return { ok: false, problems: [{ parameter: "id", given, allowed }] };
}

export const matchingRoutes = {
  matching: route<MatchingView>({
    folder: "matching",
    pattern: /^\/reconcile$/,
    answer: "file",
    read: (_, query) => {
      const [queries, extend] = [query.get("queries"), query.get("extend")];
      const long = Object.entries({ queries, extend }).filter(
        ([, text]) => (text?.length ?? 0) > LONGEST_IN_URL,
      );
      const allowed = `at most ${LONGEST_IN_URL} characters in a URL; longer ones are sent by POST`;
      return long.length === 0
        ? { ok: true, value: { queries, extend } }
        : {
            ok: false,
            problems: long.map(([parameter, text]) => ({
              parameter,
              given: `${text?.slice(0, 80)}…`,
              allowed,
            })),
          };
    },
    write: ({ queries, extend }) => ({ query: written({ queries, extend }) }),
    path: () => "/reconcile",
  }),
  matchingSuggest: route<SuggestView>({
    folder: "matching-suggest",
    pattern: /^\/reconcile\/suggest\/(?<what>entity|type|property)$/,
    answer: "file",
    read: ({ what: asked }, query) => {
      const what = SUGGESTED.find((one) => one === asked) ?? "entity";
      const prefix = (query.get("prefix") ?? "").slice(0, LONGEST_ID);
      return { ok: true, value: { what, prefix, type: query.get("type") || null } };
    },
    write: ({ what, prefix, type }) => ({ segments: { what }, query: written({ prefix, type }) }),
    path: ({ what = "entity" }) => `/reconcile/suggest/${what}`,
  }),
  matchingProperties: route<{ type: string | null }>({
    folder: "matching-properties",
    pattern: /^\/reconcile\/properties$/,
    answer: "file",
    read: (_, query) => ({ ok: true, value: { type: query.get("type") || null } }),
    write: ({ type }) => ({ query: written({ type }) }),
    path: () => "/reconcile/properties",
  }),
  matchingPreview: route<{ id: string }>({
    folder: "matching-preview",
    pattern: /^\/reconcile\/preview$/,
    answer: "file",
    read: (_, query) => oneId(query),
    write: ({ id }) => ({ query: written({ id }) }),
    path: () => "/reconcile/preview",
  }),
  matchingView: route<{ id: string }>({
    folder: "matching-view",
    pattern: /^\/reconcile\/view$/,
    answer: "file",
    read: (_, query) => oneId(query),
    write: ({ id }) => ({ query: written({ id }) }),
    path: () => "/reconcile/view",
  }),
};
