import type { Edition } from "@/lib/record/edition";
import type { Sort } from "@/lib/rules/parameters";
import {
  DEFAULT_CONFIDENCE,
  type Filters,
  type OverviewView,
  writeActors,
  writeIncidents,
  writeOverview,
} from "@/lib/rules/views";
import type { Confidence } from "@/lib/taxonomy/taxonomy";

/** The addresses of pages as one edition links to them. */
export interface Links {
  edition: Edition;
  home: string;
  overview(view: OverviewView): string;
  incidents(filters?: Filters, order?: { sort?: Sort; page?: number }): string;
  incident(slug: string): string;
  actors(confidence?: Confidence): string;
  actor(slug: string, confidence?: Confidence): string;
  methodology: string;
}

/** The links of an edition: plain addresses for the newest, `/v/<version>/…` for a fixed one. */
export function linksFor(edition: Edition): Links {
  const base = edition.fixed ? `/v/${edition.version}` : "";
  const to = (path: string, query = "") =>
    `${base}${path}${query === "" ? "" : `?${query}`}` || "/";
  return {
    edition,
    home: to(""),
    overview: (view) => `${base || "/"}?${writeOverview(view)}`,
    incidents: (filters = {}, { sort = "newest", page = 1 } = {}) =>
      to("/incidents", writeIncidents({ filters, sort, page })),
    incident: (slug) => to(`/incidents/${slug}`),
    actors: (confidence = DEFAULT_CONFIDENCE) => to("/actors", writeActors({ confidence })),
    actor: (slug, confidence = DEFAULT_CONFIDENCE) =>
      to(`/actors/${slug}`, writeActors({ confidence })),
    methodology: to("/methodology"),
  };
}
