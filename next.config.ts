import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  turbopack: { root: import.meta.dirname },
  // Types are checked by `npm test`, once and for the whole tree.
  typescript: { ignoreBuildErrors: true },
  // Rendered pages are kept in memory within a bound; Next's own store on disk grows without one.
  cacheHandler: join(import.meta.dirname, "lib/site/page-cache.mjs"),
  cacheMaxMemorySize: 0,
  serverExternalPackages: ["pg", "@prisma/adapter-pg"],
};

export default config;
