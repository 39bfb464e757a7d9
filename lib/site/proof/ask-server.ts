import { type Audit, auditLog } from "@/lib/site/proof/audit-log";
import type { Asking } from "@/lib/site/proof/check-given";
import { type FetchBy, fetchLogOf, LogReader } from "@/lib/site/proof/log-reader";

// How a record's server is asked for what is checked; nothing of it needs Node.

/**
 * What a check of something that was given asks a server for.
 * @param base where the record is, without a slash at its end; empty for the page's own server
 * @param seen a checkpoint that was kept from before; null where there is none
 * @param key the log's key, where it is known from elsewhere
 * @param fetchBy what asks; other programs than browsers ask again where a server is busy
 */
export function askServer(
  base: string,
  seen: string | null,
  key: string | null = null,
  fetchBy: FetchBy = (url) => fetch(url),
): Asking {
  return {
    log: new LogReader(fetchLogOf(base, fetchBy), key),
    seen,
    resolve: async (path) => {
      const response = await fetchBy(`${base}${path}`);
      if (!response.ok) return null;
      const { pathname, search } = new URL(response.url);
      return `${pathname}${search}`;
    },
    find: async (kind, slug, version) => {
      const at = version === null ? "" : `&version=${version}`;
      const response = await fetchBy(
        `${base}/api/v1/${kind}s/${slug}.json?fields=id,revision${at}`,
      );
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`The record answered ${response.status}.`);
      const { data } = (await response.json()) as { data: { id: number; revision: number } };
      return data;
    },
  };
}

/**
 * Reads all of a server's log and holds it against itself and the record (`auditLog`).
 * @throws {Error} for people, where it cannot be read
 */
export async function auditServer(
  base: string,
  key: string | null = null,
  progress?: (leaves: number, all: number) => void,
  fetchBy: FetchBy = (url) => fetch(url),
): Promise<Audit> {
  const response = await fetchBy(`${base}/version.json`);
  if (!response.ok) throw new Error(`${base}/version.json answered ${response.status}.`);
  const { version } = (await response.json()) as { version: number };
  return auditLog(new LogReader(fetchLogOf(base, fetchBy), key), version, progress);
}
