import { expect, test } from "vitest";
import { seedOptions } from "./seed-options.mjs";

test.each([
  [[], { files: [], renew: false, overwrite: false }],
  [["--file", "a.json", "--file", "b.json"], { files: ["a.json", "b.json"] }],
  [["--renew"], { files: [], renew: true, overwrite: false }],
  [["--renew", "--overwrite"], { renew: true, overwrite: true }],
  [["--file", "a.json", "--renew"], { files: ["a.json"], renew: true }],
  [["--file", "--renew"], { files: ["--renew"], renew: false }],
])("%j is read", (args, options) => {
  expect(seedOptions(args)).toMatchObject(options);
});

test.each([[["--file"]], [["--overwrite"]], [["--renews"]], [["a.json"]], [["--renew", "a.json"]]])(
  "%j is refused, and told what is allowed",
  (args) => {
    expect(() => seedOptions(args)).toThrow(/^Usage: npm run seed -- .*--renew/);
  },
);
