import { expect, test } from "vitest";
import { actorPictureText } from "@/lib/statistics/actors/actor-picture-text";

const total = (incidents: number, unknownSize = 0) => ({
  incidents,
  unknownSize,
  lossUsd: 5_000_000,
});

test.each([
  [true, total(1), "1 incident with losses of $5.00m is attributed to this person."],
  [true, total(0), "no incident is attributed to this person."],
  [false, total(1, 1), "1 incident of unknown size is attributed to it or its parts."],
  [
    false,
    total(1_200, 3),
    "1,200 incidents with losses of $5.00m are attributed to it or its parts.",
  ],
])("a picture of an actor in words", (isPerson, of, text) => {
  expect(actorPictureText("Somebody (not tried)", isPerson, of)).toBe(
    `Key figures of Somebody (not tried), where ${text}`,
  );
});
