import { describe, expect, test } from "vitest";
import { knownSayer } from "@/lib/desk/forms/known-sayer";

const source = (url: string, publisher: string, archivedUrl = "") => ({
  url,
  publisher,
  title: "A title",
  publishedOn: "",
  archivedUrl,
  kind: "",
});
const HARBOUR = source("https://harbour.example.org/theft", "Harbour News");
const LEDGER = source(
  "https://ledger.example.org/theft",
  "The Ledger",
  "https://copy.example.org/1",
);

describe("who says an amount", () => {
  test("is the publisher of the only source", () => {
    expect(knownSayer([HARBOUR, source("", "")], "")).toEqual({
      by: "Harbour News",
      source: "https://harbour.example.org/theft",
    });
  });

  test.each([
    "https://ledger.example.org/theft",
    "https://ledger.example.org/theft/#losses",
    "https://copy.example.org/1",
  ])("is the publisher of the source that stands beside it: %s", (link) => {
    expect(knownSayer([HARBOUR, LEDGER], link)).toEqual({ by: "The Ledger", source: link });
  });

  test.each([
    ["of several sources", [HARBOUR, LEDGER], ""],
    ["without a source", [], ""],
    ["of a source without a publisher", [source("https://harbour.example.org/theft", " ")], ""],
    ["of a link that is no source", [HARBOUR], "https://other.example.org/theft"],
    ["of a page that stands twice", [HARBOUR, HARBOUR], HARBOUR.url],
  ])("is not known %s", (_, sources, link) => {
    expect(knownSayer(sources, link)).toBeNull();
  });
});
