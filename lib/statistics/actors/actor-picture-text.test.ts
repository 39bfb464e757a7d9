import { expect, test } from "vitest";
import { actorPictureText } from "@/lib/statistics/actors/actor-picture-text";

const total = (incidents: number, unknownSize = 0) => ({
  incidents,
  unknownSize,
  lossUsd: 5_000_000,
});

test.each<[boolean, ReturnType<typeof total>, string | null, string]>([
  [true, total(1), null, "1 incident with losses of $5.00m is attributed to this person."],
  [true, total(0), null, "no incident is attributed to this person."],
  [false, total(1, 1), null, "1 incident of unknown size is attributed to it or its parts."],
  [
    false,
    total(1_200, 3),
    "$2.00m confirmed to $5.00m suspected",
    "1,200 incidents with losses of $2.00m confirmed to $5.00m suspected are attributed to it or its parts.",
  ],
])("a picture of an actor in words", (isPerson, of, range, text) => {
  expect(actorPictureText("Somebody (not tried)", isPerson, of, range)).toBe(
    `Key figures of Somebody (not tried), where ${text}`,
  );
});
