import { describe, expect, test } from "vitest";
import { slugFor, withSlug } from "@/lib/site/urls/moved-url";

const place = { own: "renamed", active: "absorbing" };

describe("where an address under a slug that was given up leads", () => {
  test.each([
    [{ kind: "incident", slug: "old" } as const, "absorbing"],
    [{ kind: "actor", slug: "old", as: "filter" } as const, "absorbing"],
    [{ kind: "actor", slug: "old", as: "history" } as const, "renamed"],
    [{ kind: "actor", slug: "old", as: "cited" } as const, null],
  ])("%o leads to %s", (required, slug) => {
    expect(slugFor(required, place)).toBe(slug);
  });

  test.each([
    ["/incidents/old", "", undefined, "/incidents/new"],
    ["/incidents/old.png", "shape=square", undefined, "/incidents/new.png?shape=square"],
    ["/v/3/incidents/old/history", "", "history", "/v/3/incidents/new/history"],
    ["/v/3/actors/old", "confidence=likely", undefined, "/v/3/actors/new?confidence=likely"],
    ["/incidents", "actor=old&q=old", "filter", "/incidents?actor=new&q=old"],
    [
      "/embed/monthly",
      "from=2023-01-01&actor=old",
      "filter",
      "/embed/monthly?from=2023-01-01&actor=new",
    ],
  ] as const)("%s?%s", (pathname, query, as, to) => {
    const required = { kind: "actor", slug: "old", ...(as === undefined ? {} : { as }) } as const;
    expect(withSlug(pathname, new URLSearchParams(query), required, "new")).toBe(to);
  });

  test("a target’s page, history and filter lead on like an actor’s", () => {
    const to = (as: "filter" | "history" | undefined, pathname: string, query = "") =>
      withSlug(
        pathname,
        new URLSearchParams(query),
        { kind: "target", slug: "old", ...(as === undefined ? {} : { as }) },
        "new",
      );
    expect(to(undefined, "/v/3/targets/old")).toBe("/v/3/targets/new");
    expect(to("history", "/targets/old/history")).toBe("/targets/new/history");
    expect(to("filter", "/incidents", "target=old&actor=old")).toBe(
      "/incidents?target=new&actor=old",
    );
  });

  test("no longer slug that begins the same is touched", () => {
    const required = { kind: "incident", slug: "old" } as const;
    expect(withSlug("/incidents/old-one", new URLSearchParams(), required, "new")).toBe(
      "/incidents/old-one",
    );
  });
});

test("of a comparison, the side that names it has the slug replaced", () => {
  const needed = { kind: "actor", slug: "old", as: "filter" } as const;
  for (const [query, moved] of [
    ["actor=old&with-actor=other", "actor=new&with-actor=other"],
    ["actor=other&with-actor=old", "actor=other&with-actor=new"],
  ] as const)
    expect(withSlug("/compare", new URLSearchParams(query), needed, "new")).toBe(
      `/compare?${moved}`,
    );
});
