import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { findArchivedCopy, readSourcePage } from "@/lib/desk/sources/read-source-commands";
import { withSourceAsked } from "@/lib/desk/sources/source-row-commands";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { outsideStub } from "@/testing/outside-stub";
import { aPerson } from "@/testing/proposals";
import { anIncident, aSource, publicationOf } from "@/testing/records";

const PAGE = `<!doctype html><html><head><title>Window</title>
  <meta property="og:title" content="A theft &amp; its end">
  <meta property="article:published_time" content="2024-05-07T08:00:00Z"></head></html>`;
const COPY = "https://web.archive.org/web/20240506070809/https://quay.example.org/theft";

let db: Database;
let eva: Person;
let stub: Awaited<ReturnType<typeof outsideStub>>;
beforeAll(async () => {
  stub = await outsideStub(({ url = "", headers }, response) => {
    if (headers.host === "archive.org") {
      response.writeHead(200, { "Content-Type": "application/json" });
      const closest = { available: true, status: "200", url: COPY };
      response.end(JSON.stringify({ archived_snapshots: { closest } }));
      return;
    }
    const status = Number(/^\/(\d{3})$/.exec(url)?.[1] ?? 200);
    const type = url === "/table.pdf" ? "application/pdf" : "text/html";
    response.writeHead(status, { "Content-Type": type });
    response.end(url === "/empty" ? "<p>Nothing</p>" : PAGE);
  }, true);
});
afterAll(() => stub.stop());
beforeEach(async () => {
  ({ db } = await testDatabase());
  eva = await aPerson(db, "Eva");
  stub.asked.length = 0;
});

const read = (url: string) => readSourcePage(db, eva, { url }, stub.outside);

test("a page is asked for its title and day", async () => {
  expect(await read("https://quay.example.org/theft")).toMatchObject({
    page: { title: "A theft & its end", publishedOn: "2024-05-07" },
  });
});

test.each([
  ["https://quay.example.org/404", "The page is gone"],
  ["https://quay.example.org/429", "asks for patience"],
  ["https://quay.example.org/403", "does not show the page to this server (403)"],
  ["https://quay.example.org/500", "answered 500 instead of the page"],
  ["https://quay.example.org/table.pdf", "It is no page that says a title: application/pdf"],
  ["https://quay.example.org/empty", "neither a title nor a day"],
  ["quay.example.org/theft", "The web address must be a web address"],
  ["http://127.0.0.1/", "The web address"],
])("%s is refused in plain words", async (url, said) => {
  expect(await read(url)).toEqual({ refused: expect.stringContaining(said) });
});

test("one person asks for so many pages an hour, and for so many copies", async () => {
  for (let times = 0; times < 120; times++) await read("no link");
  expect(await read("https://quay.example.org/theft")).toEqual({
    refused: expect.stringContaining("many pages within an hour"),
  });
  const copy = (url: string) => findArchivedCopy(db, eva, { url }, stub.outside);
  for (let times = 0; times < 40; times++) await copy("no link");
  expect(await copy("https://quay.example.org/theft")).toEqual({
    none: expect.stringContaining("many copies within an hour"),
  });
  expect(stub.asked).toEqual([]);
  const otto = await aPerson(db, "Otto");
  expect(
    await readSourcePage(db, otto, { url: "https://quay.example.org/theft" }, stub.outside),
  ).toHaveProperty("page");
});

const row = (url: string): Typed => ({
  url,
  publisher: "",
  title: "",
  publishedOn: "",
  archivedUrl: "",
});
const press = (content: Typed, target: string) =>
  withSourceAsked(
    db,
    eva,
    { proposal: { kind: "incident", recordId: null }, content, target },
    stub.outside,
  );

test("a plain button takes all that is proposed for its row, or one by its name, and leaves the others", async () => {
  const sources = Array.from({ length: 3 }, (_, place) =>
    aSource({ url: `https://quay.example.org/${place}`, publisher: "Quay Times" }),
  );
  await publish(db, publicationOf({ incidents: [anIncident({ sources })] }), "A test");
  const one = row("https://quay.example.org/2024/05/06/theft?utm_source=x");
  const content = { sources: [row("https://elsewhere.example/a"), one], name: "A theft" };
  const all = await press(content, "sources.1.all");
  expect(all).toEqual({
    content: {
      ...content,
      sources: [
        content.sources[0],
        {
          ...one,
          url: "https://quay.example.org/2024/05/06/theft",
          publisher: "Quay Times",
          publishedOn: "2024-05-06",
        },
      ],
    },
    said: null,
  });
  const day = await press(content, "sources.1.day");
  expect(day.content.sources).toEqual([content.sources[0], { ...one, publishedOn: "2024-05-06" }]);
  expect((await press(content, "sources.1.nonsense")).content).toEqual(content);
});

test("a plain button says what a page says, or where its copy is, and fills nothing in", async () => {
  const content = { sources: [row("https://quay.example.org/theft")] };
  expect(await press(content, "sources.0.page")).toEqual({
    content,
    said: "Source 1: the page says the title “A theft & its end” and the day 7 May 2024.",
  });
  expect(await press(content, "sources.0.copy")).toEqual({
    content,
    said: `Source 1: there is the copy ${COPY}`,
  });
  const gone = { sources: [row("https://quay.example.org/404")] };
  expect((await press(gone, "sources.0.page")).said).toContain("Source 1: The page is gone");
});

test.each(["sources.7.all", "sources.x.all", "assets.0.all", "name.0.all", "", "sources"])(
  "%j is no button of a source's row: nothing changes",
  async (target) => {
    const content = { sources: [row("https://quay.example.org/theft")], assets: [{ symbol: "X" }] };
    expect(await press(content, target)).toEqual({ content, said: null });
  },
);
