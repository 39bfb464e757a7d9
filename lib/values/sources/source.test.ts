import { describe, expect, test } from "vitest";
import { SOURCE_KINDS, sourceSchema, textSchema, webUrlSchema } from "@/lib/values/sources/source";

describe("a web address", () => {
  test.each([
    "https://example.org/",
    "http://example.org/a?b=c#d",
    "https://bücher.example/ä",
    "https://example.org/a b",
  ])("%s can be followed", (text) => {
    expect(webUrlSchema.safeParse(text).success).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,hello",
    "ftp://example.org/",
    "file:///etc/passwd",
    "//example.org/",
    "example.org",
    "",
    "https://",
    `https://example.org/${"a".repeat(2000)}`,
    "https://user:password@example.org/",
    "https://user@example.org/",
    "https://:password@example.org/",
    "https://example.org/\u202efdp.exe",
    "https://example.org/\u2066a",
    "https://exa\u200bmple.org/",
    "https://example.org/\ufeff",
    "https://example.org/\u00ad",
    "https://example.org/a\nb",
    "https://example.org/\u0000",
    "https://example.org/\u2028",
    "http://localhost:3000/",
    "http://127.1/",
    "http://0x7f000001/",
    "http://[::ffff:127.0.0.1]/",
    "http://169.254.169.254/latest/meta-data",
    "http://printer.local/",
    "http://db.internal/",
    "http:example.org",
    "https:\\\\example.org",
  ])("%j cannot", (text) => {
    expect(webUrlSchema.safeParse(text).success).toBe(false);
  });
});

describe("what is wrong with a web address", () => {
  test.each([
    ["https://user:password@example.org/", /password before the host: https:\/\/example\.org/],
    ["https://example.org/\u202e", /U\+202E/],
    ["http://127.1/", /a host that everybody can reach, such as example\.org/],
    ["ftp://example.org/", /begins with https:\/\/ or http:\/\//],
  ])("of %j is said, with what is allowed", (text, said) => {
    const issues = webUrlSchema.safeParse(text).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([expect.stringMatching(said)]);
  });
});

describe("text", () => {
  const schema = textSchema(10);

  test("is kept without the spaces around it", () => {
    expect(schema.parse("  Größe ₿ ")).toBe("Größe ₿");
    expect(schema.parse("two\nlines")).toBe("two\nlines");
  });

  test.each([
    "",
    "   ",
    "a".repeat(11),
    "a\u0000b",
    "a\u001bb",
    "a\u007fb",
    "a\u202eb",
    "a\u2066b",
  ])("%j is refused", (text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });
});

describe("a source", () => {
  const source = {
    url: "https://example.org/report",
    publisher: "Example",
    title: "A report",
    publishedOn: "2023-09",
  };

  test("has no archived copy and no kind unless one is given", () => {
    expect(sourceSchema.parse(source)).toEqual({ ...source, archivedUrl: null, kind: null });
  });

  test.each(SOURCE_KINDS)("may be of kind %s", (kind) => {
    expect(sourceSchema.parse({ ...source, kind })).toMatchObject({ kind });
  });

  test.each([
    ["publishedOn", { ...source, publishedOn: "2023-02-30" }],
    ["archivedUrl", { ...source, archivedUrl: "gone" }],
    ["publisher", { ...source, publisher: " " }],
    ["kind", { ...source, kind: "hearsay" }],
  ])("with a wrong %s is refused there", (field, wrong) => {
    expect(sourceSchema.safeParse(wrong).error?.issues.map(({ path }) => path)).toEqual([[field]]);
  });

  test("with a field that nobody knows is refused", () => {
    expect(sourceSchema.safeParse({ ...source, author: "A. N. Other" }).success).toBe(false);
  });
});
