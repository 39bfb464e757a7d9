import { describe, expect, test } from "vitest";
import { type Previewed, Previews } from "@/lib/desk/impact/previews";

const impact = (incidents: number): Previewed => ({
  impact: { totals: [], ranks: [], bounds: [], figures: [], incidents },
});
const allowed = async () => null;

describe("previews", () => {
  test("are worked out one after the other, each once", async () => {
    const previews = new Previews();
    const happened: string[] = [];
    const compute = (key: string) => async () => {
      happened.push(`begin ${key}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      happened.push(`end ${key}`);
      return impact(1);
    };
    await Promise.all(["a", "b", "a", "c"].map((key) => previews.get(key, allowed, compute(key))));
    await previews.get("b", allowed, compute("b"));
    expect(happened).toEqual(["begin a", "end a", "begin b", "end b", "begin c", "end c"]);
  });

  test("are not kept where they are refused or fail, and keep none that follows", async () => {
    const previews = new Previews();
    const failing = previews.get("a", allowed, () => Promise.reject(new Error("away")));
    const next = previews.get("b", allowed, async () => impact(2));
    await expect(failing).rejects.toThrow("away");
    expect(await next).toEqual(impact(2));
    expect(
      await previews.get(
        "a",
        async () => "not now",
        async () => impact(3),
      ),
    ).toEqual({
      refused: "not now",
    });
    expect(await previews.get("a", allowed, async () => ({ refused: "late" }))).toEqual({
      refused: "late",
    });
    expect(await previews.get("a", allowed, async () => impact(3))).toEqual(impact(3));
  });

  test("are not taken on without bound", async () => {
    const previews = new Previews();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const asked = Array.from({ length: 20 }, (_, key) =>
      previews.get(String(key), allowed, async () => {
        await released;
        return impact(key);
      }),
    );
    release();
    const refused = (await Promise.all(asked)).filter((previewed) => "refused" in previewed);
    expect(refused.length).toBe(9);
  });
});
