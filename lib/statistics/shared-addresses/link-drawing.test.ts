import { expect, test } from "vitest";
import { layOutGroup } from "@/lib/statistics/shared-addresses/link-drawing";
import type { GroupLink, LinkGroup } from "@/lib/statistics/shared-addresses/link-group";

const link = (...slugs: string[]): GroupLink => ({
  slugs,
  addresses: [
    {
      key: slugs.join(),
      chain: "ethereum",
      address: "0x1",
      holders: slugs.map((slug) => ({ slug, chain: "ethereum", role: "attacker" })),
    },
  ],
});
const slugs = Array.from({ length: 80 }, (_, index) => `s${index}`);
/** Each linked with the next, and with one further on. */
const group = (size: number, reach: number): LinkGroup => ({
  slug: "s0",
  slugs: slugs.slice(0, size),
  links: slugs
    .slice(0, size)
    .flatMap((slug, index) =>
      [index + 1, index + reach]
        .filter((other) => other < size)
        .map((other) => link(slug, slugs[other] ?? "")),
    ),
});

test.each([
  [2, 5],
  [5, 3],
  [8, 2],
  [30, 7],
  [80, 11],
])(
  "of %i incidents, no two lines of one place overlap and all is within the drawing",
  (size, reach) => {
    const drawing = layOutGroup(group(size, reach));
    for (const one of drawing.links) {
      expect(one.x).toBeGreaterThan(0);
      expect(one.x).toBeLessThan(drawing.textX);
      expect(one.to).toBeLessThan(drawing.height);
      for (const other of drawing.links)
        if (one !== other && one.x === other.x)
          expect(one.to <= other.from || other.to <= one.from).toBe(true);
    }
    expect(drawing.letters).toBeGreaterThan(15);
    expect(drawing.incidents.length + drawing.leftOut).toBe(size);
  },
);

test("a line leads to its place among all links, also where some are left out", () => {
  const whole = group(80, 11);
  for (const { link: drawn, place } of layOutGroup(whole).links)
    expect(drawn).toBe(whole.links[place]);
});
