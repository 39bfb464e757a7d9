import { expect, it } from "vitest";
import { decodedUrl } from "./decoded-url.mjs";

it("is the same at every depth of encoding", () => {
  const inner = "/versioned/1/chart/monthly/year=2025&headline=Up 1/2 <b>, 100%";
  const [once, twice] = [encodeURI(inner), encodeURIComponent(encodeURI(inner))];
  expect(new Set([inner, once, twice].map(decodedUrl)).size).toBe(1);
});
