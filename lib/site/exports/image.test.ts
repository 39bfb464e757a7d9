import { describe, expect, test } from "vitest";
import { type ImageEnding, readImageOptions, writeImageOptions } from "@/lib/site/exports/image";

const read = (ending: ImageEnding, query: string) =>
  readImageOptions(ending, new URLSearchParams(query));

describe("a picture", () => {
  test.each([
    ["svg", "", { width: 1200, height: 675, scale: 1, theme: "light", background: "paper" }],
    ["png", "", { width: 1200, height: 675, scale: 2, theme: "light", background: "paper" }],
    ["png", "shape=story&scale=4", { width: 1080, height: 1920, scale: 4 }],
    ["svg", "width=640", { width: 640, height: 360 }],
    ["svg", "width=320", { width: 320, height: 320 }],
    ["svg", "width=640&height=480&theme=dark", { width: 640, height: 480, theme: "dark" }],
    ["png", "background=transparent", { background: "transparent" }],
    ["svg", "theme=dark", { text: "outlined" }],
    ["svg", "text=embedded", { text: "embedded" }],
    ["pdf", "palette=grey", { palette: "grey", scale: 1 }],
    ["pdf", "width=96mm", { width: (96 * 96) / 25.4, height: (85 * 96) / 25.4, unit: "mm" }],
    ["svg", "width=198mm&height=120.5mm", { height: (120.5 * 96) / 25.4, unit: "mm" }],
    ["png", "width=96mm", { scale: 300 / 96, unit: "mm" }],
    ["png", "width=420mm&height=420mm", { unit: "mm" }],
  ] as const)("%s?%s", (ending, query, expected) => {
    const picture = read(ending, query);
    expect(picture).toMatchObject({ ok: true, value: expected });
    if (picture.ok) {
      const again = read(ending, writeImageOptions(ending, picture.value));
      expect(again).toEqual(picture);
    }
  });

  test.each([
    ["svg", "width=1e9", "width"],
    ["svg", "scale=2", "scale"],
    ["svg", "shape=square&width=400", "shape"],
    ["svg", "height=400", "height"],
    ["png", "theme=auto", "theme"],
    ["png", "width=4000&height=4000&scale=3", "scale"],
    ["png", "quality=80", "quality"],
    ["png", "text=embedded", "text"],
    ["pdf", "text=embedded", "text"],
    ["pdf", "scale=2", "scale"],
    ["png", "width=96mm&scale=2", "scale"],
    ["svg", "width=96mm&height=400", "height"],
    ["svg", "width=84mm", "width"],
    ["svg", "width=421mm", "width"],
    ["svg", "width=96cm", "width"],
    ["svg", "theme=dark&palette=grey", "palette"],
  ] as const)("%s?%s is refused for its %s", (ending, query, parameter) => {
    expect(read(ending, query)).toMatchObject({ ok: false, problems: [{ parameter }] });
  });

  test.each([
    ["svg", "shape=article", ""],
    ["svg", "text=outlined", ""],
    ["pdf", "width=96.0mm&palette=colour", "width=96mm&height=85mm"],
    ["png", "width=198mm", "width=198mm&height=111mm"],
    ["png", "width=1200&height=675&scale=2&theme=light", ""],
    ["svg", "width=1080&height=1080", "shape=square"],
    ["svg", "width=640", "width=640&height=360"],
  ] as const)("%s?%s is written ?%s", (ending, query, canonical) => {
    const picture = read(ending, query);
    if (!picture.ok) throw new Error("refused");
    expect(writeImageOptions(ending, picture.value)).toBe(canonical);
  });
});
