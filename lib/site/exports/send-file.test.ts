import { describe, expect, test } from "vitest";
import { madeFile } from "@/lib/site/exports/file-cache";
import { sendFile } from "@/lib/site/exports/send-file";
import { LENGTH_HEADER } from "@/lib/site/requests/content-length";

const FILE = madeFile("a,b\r\n".repeat(50), "text/csv", { "Content-Disposition": "attachment" });
const asked = (headers: Record<string, string> = {}) =>
  new Request("http://lossline.example/charts/monthly.csv", { headers });

test("a file is sent with what it is and how long it may be kept", async () => {
  const answer = sendFile(asked(), FILE, true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-disposition": "attachment",
    etag: FILE.etag,
  });
  expect(sendFile(asked(), FILE, false).headers.get("Cache-Control")).toContain("s-maxage=1,");
});

test.each([FILE.etag, `W/${FILE.etag}`, `"x", W/${FILE.etag}`])(
  "a reader who has it as %s gets it no second time",
  async (etag) => {
    const answer = sendFile(asked({ "If-None-Match": etag }), FILE, false);
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe("");
  },
);

describe("a part of a file", () => {
  const bytes = "a,b\r\n".repeat(50);
  const part = (range: string, more: Record<string, string> = {}) =>
    sendFile(asked({ Range: range, ...more }), FILE, true);

  test.each([
    ["bytes=0-0", 0, 0],
    ["bytes=10-19", 10, 19],
    ["bytes=240-", 240, 249],
    ["bytes=240-9999", 240, 249],
    ["bytes=-7", 243, 249],
    ["bytes=-9999", 0, 249],
  ])("%s is bytes %d to %d", async (range, first, last) => {
    const answer = part(range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get("Content-Range")).toBe(`bytes ${first}-${last}/250`);
    expect(answer.headers.get(LENGTH_HEADER)).toBe(String(last - first + 1));
    expect(answer.headers.get("Cache-Control")).toContain("no-transform");
    expect(await answer.text()).toBe(bytes.slice(first, last + 1));
  });

  test.each(["bytes=250-", "bytes=9999-10000", "bytes=-0"])(
    "%s is beyond its end",
    async (range) => {
      const answer = part(range);
      expect(answer.status).toBe(416);
      expect(answer.headers.get("Content-Range")).toBe("bytes */250");
      expect((await answer.json()).detail).toContain("250 bytes");
    },
  );

  test.each(["bytes=0-1,3-4", "bytes=5-4", "bytes=-", "lines=0-1", "bytes=a-b", ""])(
    "%j asks for the whole",
    (range) => {
      const answer = part(range);
      expect([answer.status, answer.headers.get(LENGTH_HEADER)]).toEqual([200, "250"]);
    },
  );

  test("is sent only of the file that the reader began", () => {
    expect(part("bytes=1-2", { "If-Range": FILE.etag }).status).toBe(206);
    expect(part("bytes=1-2", { "If-Range": `W/${FILE.etag}` }).status).toBe(200);
    expect(part("bytes=1-2", { "If-Range": '"another"' }).status).toBe(200);
    expect(part("bytes=1-2", { "If-None-Match": FILE.etag }).status).toBe(304);
  });

  test("HEAD tells the length of the whole", () => {
    const head = new Request("http://lossline.example/", {
      method: "HEAD",
      headers: { Range: "bytes=0-1" },
    });
    const answer = sendFile(head, FILE, false);
    expect([answer.status, answer.headers.get(LENGTH_HEADER)]).toEqual([200, "250"]);
  });
});

describe("a file that says when it was last changed", () => {
  const changed = "Fri, 15 Sep 2023 10:00:00 GMT";
  const file = madeFile("<feed/>", "application/atom+xml", { "Last-Modified": changed });
  const status = (headers: Record<string, string>) => sendFile(asked(headers), file, false).status;

  test("is not sent to whoever has it since", () => {
    expect(status({ "If-Modified-Since": changed })).toBe(304);
    expect(status({ "If-Modified-Since": "Fri, 15 Sep 2023 09:59:59 GMT" })).toBe(200);
    expect(status({ "If-Modified-Since": "yesterday" })).toBe(200);
    expect(sendFile(asked({ "If-Modified-Since": changed }), FILE, false).status).toBe(200);
  });

  test("but its ETag decides where both are asked about", () => {
    expect(status({ "If-Modified-Since": changed, "If-None-Match": '"another"' })).toBe(200);
  });
});
