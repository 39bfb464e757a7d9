import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = path.dirname(fileURLToPath(import.meta.url));
const elsewhere = ["node_modules/**", ".next/**", "e2e/**", "bench/**"];

export default defineConfig({
  resolve: {
    alias: [{ find: /^@\//, replacement: `${root}/` }],
  },
  test: {
    root,
    pool: "forks",
    // All cores: these tests wait for nothing else.
    maxWorkers: "100%",
    // A machine that does much else at the time is slow, not wrong.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          include: ["**/*.test.{ts,tsx,mjs}"],
          exclude: [...elsewhere, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.db.test.ts"],
          exclude: elsewhere,
          globalSetup: ["testing/template.ts"],
          setupFiles: ["testing/file-end.ts"],
          // Files share a process, and with it its modules and its databases.
          isolate: false,
        },
      },
    ],
  },
});
