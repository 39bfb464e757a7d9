import { expect, test } from "vitest";
import { reviewBadge, workBadge } from "@/lib/desk/waiting/waiting";

const NOTHING = { returned: 0, mentions: 0, watched: 0, proposals: 0, imports: 0, suggestions: 0 };

test("where nothing waits there is no badge", () => {
  expect(workBadge({ ...NOTHING, proposals: 3 })).toBeNull();
  expect(reviewBadge({ ...NOTHING, returned: 3 })).toBeNull();
});

test("a badge adds up what waits, and says what it is", () => {
  expect(workBadge({ ...NOTHING, returned: 1 })).toEqual({
    count: 1,
    text: "1 proposal returned to you",
  });
  expect(workBadge({ ...NOTHING, mentions: 1, watched: 2 })).toEqual({
    count: 3,
    text: "1 comment that mentions you, 2 changes in what you watch",
  });
  expect(reviewBadge({ ...NOTHING, proposals: 1200, suggestions: 1 })).toEqual({
    count: 1201,
    text: "1,200 proposals to review, 1 suggestion to answer",
  });
});
