import { CHART_NAMES } from "@/lib/statistics/charts/registry";

/** One URL of every kind of public page, and of every chart; `accessible.spec.ts` tells where one is missing. */
export const PAGE_KINDS: readonly string[] = [
  "/?year=2023&through=2023-09-15",
  "/incidents?category=phishing&sort=largest",
  "/incidents?q=nothing-is-called-so",
  "/incidents/mt-gox-2014-02",
  "/incidents/livecoin-2020-12",
  "/incidents/blueberry-protocol-2024-02",
  "/incidents/coinex-2023-09/history",
  "/targets?q=huobi",
  "/targets/coinbin",
  "/targets/htx/history",
  "/actors",
  "/actors/lazarus-group?year=2023&through=2023-09-15",
  "/v/1/actors/gerald-cotten",
  "/actors/lazarus-group/history",
  "/charts",
  ...CHART_NAMES.map((name) => `/charts/${name}`),
  "/periods",
  "/periods/2023-09",
  "/figures?category=phishing",
  "/changes?from=1&to=1",
  "/methodology",
  "/v/1/incidents/coinex-2023-09",
  "/number?from=2023-01-01&to=2023-09-15&actor=lazarus-group",
  "/compare?year=2024&with-year=2025",
  "/links",
  "/links/atomic-wallet-2023-06",
  "/addresses/polygon/0x75497999432B8701330fB68058bd21918C02Ac59",
  "/transactions/ethereum/0x9e8d4d98d815a1725031f7f5f92de42f999045bef70eedc64baf6c15ca230eaa",
];

/** Pages that are of no version: what is missing or wrong, and the form for everybody. */
export const OTHER_PAGES: readonly string[] = [
  "/nothing-here",
  "/?year=never",
  "/suggest",
  "/search?q=lazarus",
];
