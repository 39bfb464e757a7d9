import { describe, expect, it } from "vitest";
import { spreadApart } from "./spread";

describe("spreadApart", () => {
  it("leaves what is apart where it is", () => {
    expect(spreadApart([10, 90, 50], 20, 0, 100)).toEqual([10, 90, 50]);
  });

  it("moves neighbours apart around their middle, keeping their order", () => {
    expect(spreadApart([52, 48], 20, 0, 100)).toEqual([60, 40]);
  });

  it("stays inside its ends", () => {
    expect(spreadApart([100, 100, 99], 20, 0, 100)).toEqual([70, 90, 50]);
  });

  it("merges what it pushes into others", () => {
    const moved = spreadApart([10, 12, 28, 29], 10, 0, 100).toSorted((a, b) => a - b);
    for (const [index, position] of moved.entries()) {
      if (index > 0) expect(position - (moved[index - 1] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
    }
  });
});
