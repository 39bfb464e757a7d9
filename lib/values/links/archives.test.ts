import { expect, test } from "vitest";
import { archivedOriginal, isArchivedCopy } from "./archives";

test.each([
  [
    "https://web.archive.org/web/20230912101112/https://a.example/x?b=1#c",
    "https://a.example/x?b=1#c",
  ],
  ["http://web.archive.org/web/2023if_/http:/a.example/x", "http://a.example/x"],
  ["https://archive.today/20230912101112/https://a.example/x", "https://a.example/x"],
  ["https://archive.is/2023.09.12-101112/https://a.example/x", "https://a.example/x"],
  [
    "https://webarchive.nationalarchives.gov.uk/ukgwa/20230912101112/https://a.example/x",
    "https://a.example/x",
  ],
])("%s is a copy of %s", (copy, original) => {
  expect(archivedOriginal(new URL(copy))).toBe(original);
  expect(isArchivedCopy(new URL(copy))).toBe(true);
});

test.each([
  "https://archive.ph/aB3dE",
  "https://perma.cc/AB12-CD34",
  "https://ghostarchive.org/archive/a",
])("%s is a copy that does not say of what", (copy) => {
  expect(archivedOriginal(new URL(copy))).toBeNull();
  expect(isArchivedCopy(new URL(copy))).toBe(true);
});

test.each([
  "https://archive.ph/",
  "https://archive.org/details/a",
  "https://a.example/web/2023/https://b.example",
])("%s is none", (link) => {
  expect(isArchivedCopy(new URL(link))).toBe(false);
});
