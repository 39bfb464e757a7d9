import "@citation-js/plugin-cff";
import { Cite } from "@citation-js/core";
import { expect, test } from "vitest";
import { RECORD_DESCRIPTION, RECORD_NAME } from "@/lib/site/citations/structured-data";
import { citationFile } from "@/lib/site/dumps/citation-files";
import { setForTest } from "@/testing/settings-for-test";
import { aVersion } from "@/testing/version";

const VERSION = aVersion();

test("the reader of citations that others use knows CITATION.cff, and cites this version by it", () => {
  setForTest({ LOSSLINE_URL: "https://lossline.example" });
  const { data } = new Cite(citationFile(VERSION));
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    type: "dataset",
    title: RECORD_NAME,
    abstract: RECORD_DESCRIPTION,
    author: [{ literal: "Lossline" }],
    version: "12",
    issued: { "date-parts": [[2024, 3, 5]] },
    URL: "https://lossline.example/v/12",
  });
});

test("without a public base it names no URL", () => {
  setForTest({});
  expect(new Cite(citationFile(VERSION)).data[0]).not.toHaveProperty("URL");
});

test("the reader refuses what is no date", () => {
  expect(() => new Cite(citationFile(VERSION).replace("2024-03-05", '"soon"'))).toThrow();
});
