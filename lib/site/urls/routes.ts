import type { Destination, ReadingContext } from "@/lib/site/urls/route";
import { apiRoutes } from "@/lib/site/urls/routes/api-routes";
import { changeRoutes } from "@/lib/site/urls/routes/change-routes";
import { chartRoutes } from "@/lib/site/urls/routes/chart-routes";
import { compareRoutes } from "@/lib/site/urls/routes/compare-routes";
import { dumpRoutes } from "@/lib/site/urls/routes/dump-routes";
import { embedRoutes } from "@/lib/site/urls/routes/embed-routes";
import { exchangeRoutes } from "@/lib/site/urls/routes/exchange-routes";
import { feedRoutes } from "@/lib/site/urls/routes/feed-routes";
import { figureRoutes } from "@/lib/site/urls/routes/figure-routes";
import { incidentListRoutes } from "@/lib/site/urls/routes/incident-list-routes";
import { linkRoutes } from "@/lib/site/urls/routes/link-routes";
import { matchingRoutes } from "@/lib/site/urls/routes/matching-routes";
import { numberRoutes } from "@/lib/site/urls/routes/number-routes";
import { periodRoutes } from "@/lib/site/urls/routes/period-routes";
import { reconciliationRoutes } from "@/lib/site/urls/routes/reconciliation-routes";
import { recordRoutes } from "@/lib/site/urls/routes/record-routes";
import { searchRoutes } from "@/lib/site/urls/routes/search-routes";
import { sitemapRoutes } from "@/lib/site/urls/routes/sitemap-routes";
import { statisticRoutes } from "@/lib/site/urls/routes/statistic-routes";
import { walletRoutes } from "@/lib/site/urls/routes/wallet-routes";
import type { Read } from "@/lib/statistics/rules/parameters";

/**
 * Every public page, file and feed of a version. The proxy reads URLs by this table, pages and handlers ask it for
 * the view that they render, and links are written by it; no two routes have a path in common.
 */
export const routes = {
  ...recordRoutes,
  ...incidentListRoutes,
  ...feedRoutes,
  ...figureRoutes,
  ...reconciliationRoutes,
  ...chartRoutes,
  ...embedRoutes,
  ...statisticRoutes,
  ...periodRoutes,
  ...changeRoutes,
  ...searchRoutes,
  ...matchingRoutes,
  ...linkRoutes,
  ...walletRoutes,
  ...numberRoutes,
  ...compareRoutes,
  ...exchangeRoutes,
  ...sitemapRoutes,
  ...apiRoutes,
  ...dumpRoutes,
};

/** Where a path below a version leads; null where nothing is there. */
export function findRoute(
  path: string,
  query: URLSearchParams,
  context: ReadingContext,
): Read<Destination> | null {
  for (const route of Object.values(routes)) {
    const found = route.match(path, query, context);
    if (found !== null) return found;
  }
  return null;
}

/** The version in a path, and the path below it. `/v/07` and `/v/x` are no versions. */
export function splitVersion(pathname: string): { version: number | null; path: string } | null {
  const match = /^\/v(?:\/([^/]*)(\/.*)?)?$/.exec(pathname);
  if (match === null) return { version: null, path: pathname };
  if (!/^[1-9]\d{0,8}$/.test(match[1] ?? "")) return null;
  return { version: Number(match[1]), path: match[2] ?? "/" };
}
