import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  EnvironmentError,
  type GivenEnvironment,
  parseEnvironment,
  SETTING_NAMES,
  type SettingName,
  servedHost,
  settingText,
} from "@/lib/environment/environment";

function problemsOf(given: GivenEnvironment): readonly string[] {
  try {
    parseEnvironment(given);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
  return [];
}

test("without settings, there are defaults", () => {
  expect(parseEnvironment({})).toEqual({
    PORT: 3000,
    LOSSLINE_DATA: ".data",
    LOSSLINE_REQUIRE_SECOND_FACTOR: "nobody",
    LOSSLINE_IDLE_HOURS: 12,
    LOSSLINE_TRUST_PROXY: false,
    LOSSLINE_ACCESS_LOG: false,
    LOSSLINE_DRAIN_SECONDS: 0,
    LOSSLINE_PAGE_CACHE_MB: 128,
    LOSSLINE_ANSWER_CACHE_MB: 64,
    LOSSLINE_FILE_CACHE_MB: 64,
  });
});

test("one that is empty counts as not given", () => {
  const empty = Object.fromEntries(SETTING_NAMES.map((name) => [name, ""]));
  expect(parseEnvironment(empty)).toEqual(parseEnvironment({}));
});

test.each([
  ["PORT", "8080", 8080],
  ["PORT", "65535", 65_535],
  ["HOST", "127.0.0.1", "127.0.0.1"],
  ["HOST", "::1", "::1"],
  ["HOST", "::", "::"],
  ["HOST", "lossline.example", "lossline.example"],
  ["DATABASE_URL", "postgresql://u:p%23@db:5433/x", "postgresql://u:p%23@db:5433/x"],
  ["DATABASE_URL", "postgres://db/x?sslmode=require", "postgres://db/x?sslmode=require"],
  ["DATABASE_URL", "postgresql://u@/x?host=/run", "postgresql://u@/x?host=/run"],
  ["DATABASE_URL", "postgresql:///x?host=/run", "postgresql:///x?host=/run"],
  ["LOSSLINE_URL", "https://lossline.example", "https://lossline.example"],
  ["LOSSLINE_URL", "https://lossline.example/", "https://lossline.example"],
  ["LOSSLINE_URL", "HTTP://Lossline.example:8080", "http://lossline.example:8080"],
  ["LOSSLINE_SECRET", "x".repeat(32), "x".repeat(32)],
  ["LOSSLINE_SMTP_FROM", "desk@b.example", "desk@b.example"],
  ["LOSSLINE_SMTP_FROM", "Lossline <desk@b.example>", "Lossline <desk@b.example>"],
  ["LOSSLINE_SECURITY_CONTACT", "mailto:a@b.example", "mailto:a@b.example"],
  ["LOSSLINE_SECURITY_CONTACT", "https://b.example/report", "https://b.example/report"],
  ["LOSSLINE_REQUIRE_SECOND_FACTOR", "editors", "editors"],
  ["LOSSLINE_IDLE_HOURS", "1", 1],
  ["LOSSLINE_IDLE_HOURS", "720", 720],
  ["LOSSLINE_TRUST_PROXY", "1", true],
  ["LOSSLINE_TRUST_PROXY", "0", false],
  ["LOSSLINE_METRICS", "127.0.0.1:9464", "127.0.0.1:9464"],
  ["LOSSLINE_METRICS", "[::1]:9464", "[::1]:9464"],
  ["LOSSLINE_METRICS", "metrics.internal:65535", "metrics.internal:65535"],
  ["LOSSLINE_LOG", "/var/log/lossline", "/var/log/lossline"],
  ["LOSSLINE_LOG_FORMAT", "json", "json"],
  ["LOSSLINE_ACCESS_LOG", "1", true],
  ["LOSSLINE_DRAIN_SECONDS", "15", 15],
  ["LOSSLINE_PAGE_CACHE_MB", "16", 16],
  ["LOSSLINE_PAGE_CACHE_MB", "0", 0],
  ["LOSSLINE_ANSWER_CACHE_MB", "1", 1],
  ["LOSSLINE_ANSWER_CACHE_MB", "0", 0],
  ["LOSSLINE_FILE_CACHE_MB", "1", 1],
] as const)("%s may be %s", (name, given, value) => {
  expect(parseEnvironment({ [name]: given })[name]).toBe(value);
});

test.each([
  ["PORT", "abc"],
  ["PORT", "0"],
  ["PORT", "65536"],
  ["PORT", "80.5"],
  ["PORT", "1e3"],
  ["PORT", " 80"],
  ["HOST", "localhost:3000"],
  ["HOST", "http://localhost"],
  ["HOST", "-x"],
  ["DATABASE_URL", "db.example"],
  ["DATABASE_URL", "mysql://db/x"],
  ["DATABASE_URL", "postgresql:db"],
  ["LOSSLINE_URL", "lossline.example"],
  ["LOSSLINE_URL", "ftp://lossline.example"],
  ["LOSSLINE_URL", "https://lossline.example/record"],
  ["LOSSLINE_URL", "https://lossline.example//"],
  ["LOSSLINE_URL", "https://lossline.example?y"],
  ["LOSSLINE_URL", "https://lossline.example/#y"],
  ["LOSSLINE_URL", "https:///lossline.example"],
  ["LOSSLINE_URL", "https://"],
  ["LOSSLINE_SMTP_FROM", "desk"],
  ["LOSSLINE_SMTP_FROM", "A <a@b.example>\nBcc: c@d.example"],
  ["LOSSLINE_SECURITY_CONTACT", "a@b.example"],
  ["LOSSLINE_SECURITY_CONTACT", "http://b.example"],
  ["LOSSLINE_SECURITY_CONTACT", "mailto:a@b.example\nExpires: never"],
  ["LOSSLINE_REQUIRE_SECOND_FACTOR", "1"],
  ["LOSSLINE_REQUIRE_SECOND_FACTOR", "admin"],
  ["LOSSLINE_IDLE_HOURS", "0"],
  ["LOSSLINE_IDLE_HOURS", "721"],
  ["LOSSLINE_IDLE_HOURS", "0.5"],
  ["LOSSLINE_TRUST_PROXY", "yes"],
  ["LOSSLINE_TRUST_PROXY", "true"],
  ["LOSSLINE_METRICS", "9464"],
  ["LOSSLINE_METRICS", ":9464"],
  ["LOSSLINE_METRICS", "::1:9464"],
  ["LOSSLINE_METRICS", "127.0.0.1:0"],
  ["LOSSLINE_METRICS", "127.0.0.1:65536"],
  ["LOSSLINE_METRICS", "http://127.0.0.1:9464"],
  ["LOSSLINE_LOG", "a\0b"],
  ["LOSSLINE_LOG_FORMAT", "pretty"],
  ["LOSSLINE_ACCESS_LOG", "yes"],
  ["LOSSLINE_DRAIN_SECONDS", "1.5"],
  ["LOSSLINE_DRAIN_SECONDS", "301"],
  ["LOSSLINE_PAGE_CACHE_MB", "0.001"],
  ["LOSSLINE_PAGE_CACHE_MB", "15"],
  ["LOSSLINE_PAGE_CACHE_MB", "-1"],
  ["LOSSLINE_PAGE_CACHE_MB", "much"],
  ["LOSSLINE_PAGE_CACHE_MB", "Infinity"],
  ["LOSSLINE_PAGE_CACHE_MB", "1048577"],
  ["LOSSLINE_FILE_CACHE_MB", "0"],
  ["LOSSLINE_FILE_CACHE_MB", "0x10"],
  ["LOSSLINE_TEST_DATABASE_URL", "localhost"],
] as const)("%s may not be %s, and the message says what it may be", (name, given) => {
  expect(problemsOf({ [name]: given })).toEqual([
    `${name} is ${JSON.stringify(given)}; allowed: ${settingText(name).allowed}`,
  ]);
});

test.each([
  [{}, undefined],
  [{ LOSSLINE_TRUST_PROXY: "0" }, undefined],
  [{ LOSSLINE_TRUST_PROXY: "1" }, "127.0.0.1"],
  [{ LOSSLINE_TRUST_PROXY: "1", HOST: "0.0.0.0" }, "0.0.0.0"],
  [{ HOST: "::1" }, "::1"],
])("with %j it serves on %s", (given, host) => {
  expect(servedHost(parseEnvironment(given))).toBe(host);
});

describe("what is secret", () => {
  test.each([
    ["LOSSLINE_SECRET", "hunter2"],
    ["DATABASE_URL", "mysql://ada:hunter2@db/x"],
    ["DATABASE_URL", "mysql://db/x?password=hunter2"],
    ["DATABASE_URL", "postgresql://ada:hunter2#/x@db/x"],
    ["DATABASE_URL", "postgresql:ada:hunter2@db/x"],
    ["DATABASE_URL", "host=db password=hunter2"],
    ["LOSSLINE_URL", "https://ada:hunter2@lossline.example"],
    ["LOSSLINE_TEST_DATABASE_URL", "mysql://ada:hunter2@db/x"],
  ])("of %s is not shown", (name, given) => {
    const [problem, ...others] = problemsOf({ [name]: given });
    expect(others).toEqual([]);
    expect(problem).toMatch(new RegExp(`^${name} .*; allowed: `));
    expect(problem).not.toContain("hunter2");
  });

  test("leaves the rest of an address to be seen", () => {
    expect(problemsOf({ DATABASE_URL: "mysql://ada:hunter2@db/x" })[0]).toContain(
      'is "mysql://ada:***@db/x"',
    );
  });
});

test("a name that is misspelt is told with the nearest one", () => {
  expect(problemsOf({ LOSSLINE_SECERT: "x" })).toEqual([
    "LOSSLINE_SECERT is not a setting; did you mean LOSSLINE_SECRET?",
  ]);
  expect(problemsOf({ LOSSLINE_PAGES_CACHE_MB: "" })[0]).toContain("LOSSLINE_PAGE_CACHE_MB?");
  expect(problemsOf({ LOSSLINE_COLOUR: "x" })[0]).toContain(
    "known are LOSSLINE_DATA, LOSSLINE_URL",
  );
  expect(problemsOf({ LOSSLINES: "x", PORTS: "1" })).toEqual([]);
});

test("a standby needs the server that it is one of", () => {
  const standby = "postgresql://ada:hunter2@standby/x";
  expect(
    parseEnvironment({ DATABASE_URL: "postgresql://db/x", DATABASE_READ_URL: standby }),
  ).toMatchObject({
    DATABASE_READ_URL: standby,
  });
  expect(problemsOf({ DATABASE_READ_URL: standby })).toEqual([
    "DATABASE_READ_URL names a standby, and DATABASE_URL no server that it could be one of",
  ]);
  expect(
    problemsOf({ DATABASE_URL: "postgresql://db/x", DATABASE_READ_URL: "standby" })[0],
  ).toContain('DATABASE_READ_URL is "standby"; allowed: an address');
});

test("a mail server needs from whom messages are, and where their links begin", () => {
  const server = "smtps://ada:hunter2@mail.example:465";
  const whole = { LOSSLINE_URL: "https://a.example", LOSSLINE_SMTP_FROM: "desk@a.example" };
  expect(parseEnvironment({ ...whole, LOSSLINE_SMTP_URL: server })).toMatchObject({
    LOSSLINE_SMTP_URL: server,
  });
  expect(problemsOf({ LOSSLINE_SMTP_URL: server })).toEqual([
    "LOSSLINE_SMTP_URL needs LOSSLINE_SMTP_FROM beside it: from whom messages are",
    "LOSSLINE_SMTP_URL needs LOSSLINE_URL beside it: where the links in messages begin",
  ]);
  for (const wrong of ["mail.example:25", "https://mail.example", "smtp://mail.example/inbox"])
    expect(problemsOf({ ...whole, LOSSLINE_SMTP_URL: wrong })[0]).toContain(
      "; allowed: an address",
    );
  expect(
    problemsOf({ ...whole, LOSSLINE_SMTP_URL: "smtp://a:hunter2@m.example/x" })[0],
  ).not.toContain("hunter2");
});

test("everything that is wrong is told at once, one a line", () => {
  const given = { PORT: "abc", LOSSLINE_URL: "x", LOSSLINE_SECRET: "x", LOSSLINE_URI: "x" };
  expect(() => parseEnvironment(given)).toThrow(
    /^PORT .*\nLOSSLINE_URL .*\nLOSSLINE_SECRET .*\nLOSSLINE_URI .*$/,
  );
});

describe("the documentation", () => {
  const text = (file: string) => readFileSync(path.resolve(file), "utf8");

  test("has every setting with its default in .env.example, and what is allowed", () => {
    const found = [...text(".env.example").matchAll(/^# Allowed: (.*)\n# ([A-Z_]+)=(.*)$/gm)];
    expect(found.map(([, allowed, name, value]) => [name, allowed, value])).toEqual(
      SETTING_NAMES.map((name) => {
        const { allowed, default: fallback } = settingText(name);
        return [name, allowed, fallback ?? ""];
      }),
    );
  });

  test("has every setting with its default in the README", () => {
    const found = [...text("README.md").matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]+)`)?/gm)];
    const rows = found.map(([, name, value]) => [name, value ?? null]);
    const settings = SETTING_NAMES.map((name: SettingName) => [name, settingText(name).default]);
    expect(rows).toEqual(settings);
  });
});

test("the signing key may be a PEM, one on a single line, or the path of one, and is of Ed25519", () => {
  const pemOf = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }).toString();
  const pem = pemOf(generateKeyPairSync("ed25519").privateKey);
  const file = path.join(mkdtempSync(path.join(tmpdir(), "lossline-key-")), "key.pem");
  writeFileSync(file, pem);
  for (const given of [pem, pem.replaceAll("\n", "\\n"), file])
    expect(parseEnvironment({ LOSSLINE_SIGNING_KEY: given }).LOSSLINE_SIGNING_KEY).toBe(given);
  const other = pemOf(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
  const cut = "-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----";
  for (const given of [other, cut, "/nowhere/key.pem"])
    expect(() => parseEnvironment({ LOSSLINE_SIGNING_KEY: given })).toThrow(
      /^LOSSLINE_SIGNING_KEY has a value that is not shown here; allowed: /,
    );
});
