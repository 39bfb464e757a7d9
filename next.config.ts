import { join } from "node:path";
import type { NextConfig } from "next";
import { EVERYWHERE } from "./lib/site/requests/security-headers";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // No page has pictures that Next would have to shrink, and its address for that would write to disk.
  images: { unoptimized: true },
  turbopack: { root: import.meta.dirname },
  // Types are checked by `npm test`, once and for the whole tree.
  typescript: { ignoreBuildErrors: true },
  // Rendered pages are kept in memory within a bound; Next's own store on disk grows without one.
  cacheHandler: join(import.meta.dirname, "lib/site/requests/page-cache.mjs"),
  cacheMaxMemorySize: 0,
  headers: async () => [
    { source: "/:path*", headers: EVERYWHERE.map(([key, value]) => ({ key, value })) },
  ],
  // `forbidden()`: a page of the desk answers 403 where a role may not see it.
  experimental: {
    authInterrupts: true,
    // An import's file has at most 20 MB; somewhat more is let through, to be refused in plain words.
    serverActions: { bodySizeLimit: "24mb" },
    proxyClientMaxBodySize: "24mb",
  },
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "pino", "prom-client"],
};

export default config;
