import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { holdPlace, keep, keptKey, leftBehind } from "@/components/desk/form/kept-text";

const KEY = keptKey("ada", 1);
/** What a browser's storage does of what is used of it. */
class Stored {
  setItem(place: string, text: string) {
    Object.assign(this, { [place]: text });
  }
  getItem(place: string) {
    return Object.entries(this).find(([key]) => key === place)?.[1] ?? null;
  }
  removeItem(place: string) {
    Reflect.deleteProperty(this, place);
  }
}

/** Locks of a browser with one page for each that is held. */
class Locks {
  private readonly held = new Set<string>();
  async request(place: string, given: unknown, run = given as () => unknown) {
    if (this.held.has(place)) throw new DOMException("aborted", "TimeoutError");
    this.held.add(place);
    try {
      return await run();
    } finally {
      this.held.delete(place);
    }
  }
}

beforeEach(() => {
  vi.stubGlobal("localStorage", new Stored());
  vi.stubGlobal("navigator", { locks: new Locks() });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const keepAt = (place: string, minute: number) =>
  keep(place, {
    follows: 1,
    content: { name: place },
    note: "",
    at: `2023-09-12T10:${String(minute).padStart(2, "0")}:00Z`,
  });
const placesLeft = async (own = "") => (await leftBehind(KEY, own)).map(({ place }) => place);

test("texts that pages have left are told the latest first, and no more than five wait", async () => {
  for (const minute of [3, 1, 7, 5, 2, 6, 4]) keepAt(`${KEY}tab${minute}`, minute);
  keepAt(`${keptKey("ada", 11)}tab`, 9);
  keepAt(`${keptKey("bob", 1)}tab`, 9);
  expect(await placesLeft(`${KEY}tab7`)).toEqual([6, 5, 4, 3, 2].map((tab) => `${KEY}tab${tab}`));
  expect(Object.keys(localStorage).length).toBe(8);
});

test("the text of a page that is open is its own, until it is left", async () => {
  keepAt(`${KEY}open`, 1);
  keepAt(`${KEY}left`, 2);
  const leave = holdPlace(`${KEY}open`);
  expect(await placesLeft()).toEqual([`${KEY}left`]);
  leave();
  await Promise.resolve();
  await expect.poll(() => placesLeft()).toEqual([`${KEY}left`, `${KEY}open`]);
});

test("a browser without locks offers all", async () => {
  vi.stubGlobal("navigator", {});
  keepAt(`${KEY}open`, 1);
  holdPlace(`${KEY}open`)();
  expect(await placesLeft()).toEqual([`${KEY}open`]);
});
