import { route } from "@/lib/site/urls/route";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";

function withoutParameters(query: URLSearchParams): Read<null> {
  const read = readParameters(query, []);
  return read.ok ? { ok: true, value: null } : read;
}

/** What is said of dumps. They are made and withdrawn without a publication, so that none of it is kept. */
export const dumpRoutes = {
  dumps: route<null>({
    folder: "dumps",
    pattern: /^\/dumps$/,
    answer: "live",
    read: (_, query) => withoutParameters(query),
    write: () => ({}),
    path: () => "/dumps",
  }),
  /** The record for those who search for datasets. */
  dataset: route<null>({
    folder: "dataset",
    pattern: /^\/dataset\.jsonld$/,
    answer: "live",
    read: (_, query) => withoutParameters(query),
    write: () => ({}),
    path: () => "/dataset.jsonld",
  }),
};
