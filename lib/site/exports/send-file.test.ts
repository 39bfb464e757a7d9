import { expect, test } from "vitest";
import { madeFile } from "@/lib/site/exports/file-cache";
import { sendFile } from "@/lib/site/exports/send-file";

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
  expect(sendFile(asked(), FILE, false).headers.get("Cache-Control")).toContain("must-revalidate");
});

test.each([FILE.etag, `W/${FILE.etag}`, `"x", W/${FILE.etag}`])(
  "a reader who has it as %s gets it no second time",
  async (etag) => {
    const answer = sendFile(asked({ "If-None-Match": etag }), FILE, false);
    expect(answer.status).toBe(304);
    expect(await answer.text()).toBe("");
  },
);
