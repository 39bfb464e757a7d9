import { beforeAll, expect, test } from "vitest";
import { knownSources } from "@/lib/desk/sources/known-source-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { type TestDatabase, testDatabase } from "@/testing/database";
import { anIncident, aSource, publicationOf } from "@/testing/records";

let db: TestDatabase["db"];
beforeAll(async () => {
  ({ db } = await testDatabase());
  const bySite = (url: string, publisher: string, archivedUrl: string | null = null) =>
    aSource({ url, publisher, archivedUrl });
  await publish(
    db,
    publicationOf({
      incidents: [
        anIncident({
          slug: "foo-2023-01",
          name: "Foo",
          sources: [
            bySite("https://www.news.example/1", "The News"),
            bySite("http://news.example/2", "The News"),
            bySite("https://news.example/3", "A guest"),
            bySite("https://twitter.com/PeckEye/status/1701000000000000001", "@PeckEye on X"),
            bySite("https://x.com/Shield/status/1701000000000000002", "@Shield on X"),
            ...["Aa", "Bb", "Cc", "Dd"].map((name, at) =>
              bySite(`https://x.com/${name}/status/170100000000000001${at}`, `@${name} on X`),
            ),
          ],
        }),
        anIncident({
          slug: "bar-2023-02",
          name: "Bar",
          sources: [
            bySite(
              "https://paper.example/x",
              "Paper",
              "https://web.archive.org/web/2023/https://paper.example/x",
            ),
          ],
        }),
      ],
    }),
    "A test",
  );
});

const known = async (url: string, incidentId: number | null = null) =>
  (await knownSources(db, [url], incidentId))[0];

test("a site’s publisher is the one that most of the record’s sources there have", async () => {
  expect((await known("https://m.news.example/new?utm_source=a"))?.publisher).toEqual({
    publisher: "The News",
    count: 2,
    of: 3,
    among: "news.example",
  });
});

test("on a site of many authors it is the account’s, under whichever name of the site", async () => {
  expect(
    (await known("https://nitter.example/peckeye/status/1701000000000000099"))?.publisher,
  ).toEqual({ publisher: "@PeckEye on X", count: 1, of: 1, among: "x.com/peckeye" });
});

test("an account that the record does not know is named as it names others there", async () => {
  expect(
    (await known("https://x.com/NewEyes/status/1701000000000000099"))?.publisher,
  ).toMatchObject({
    publisher: "@NewEyes on X",
    count: 6,
    of: 6,
  });
});

test("of a site that nothing rests on, nothing is known", async () => {
  expect((await known("https://other.example/"))?.publisher).toBeNull();
  expect(await known("no link")).toMatchObject({
    publisher: null,
    sourceOf: [],
    archivedUrl: null,
  });
});

test("a page that is a source already is found under a mirror, with its copy", async () => {
  expect(await known("https://www.google.com/amp/s/paper.example/x")).toMatchObject({
    sourceOf: [{ slug: "bar-2023-02", name: "Bar" }],
    archivedUrl: "https://web.archive.org/web/2023/https://paper.example/x",
  });
});

test("an incident’s own sources are not said to be its own again", async () => {
  const { incidentId } = await db.incidentRevision.findFirstOrThrow({
    where: { slug: "bar-2023-02" },
  });
  expect((await known("https://paper.example/x", incidentId))?.sourceOf).toEqual([]);
});

test("what is wrong with a link is said where somebody looked", async () => {
  await db.linkCheck.create({
    data: {
      key: "k",
      url: "https://paper.example/x",
      host: "paper.example",
      state: "gone",
      detail: "is gone: its site answered 404",
      checkedAt: new Date("2026-11-03T10:00:00Z"),
      failingSince: new Date("2026-11-03T10:00:00Z"),
    },
  });
  expect((await known("https://paper.example/x"))?.failing).toEqual({
    detail: "is gone: its site answered 404",
    on: "2026-11-03",
  });
  expect((await known("https://news.example/1"))?.failing).toBeNull();
});
