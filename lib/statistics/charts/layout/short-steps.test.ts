import { expect, it } from "vitest";
import { shortSteps } from "./short-steps";

/** The points of a path of absolute or relative lines, in hundredths. */
function pointsOf(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = "", values = ""] of path.matchAll(/([MLlhv])([^MLlhv]*)/g)) {
    const [first = 0, second = 0] = values
      .split(",")
      .map((value) => Math.round(Number(value) * 100));
    if (command === "M" || command === "L") [x, y] = [first, second];
    else if (command === "l") [x, y] = [x + first, y + second];
    else if (command === "h") x += first;
    else y += first;
    points.push([x, y]);
  }
  return points;
}

/** Pseudo-random numbers from 0 to 1, the same ones each time. */
function* numbers(seed: number) {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

it("keeps every point, exactly to the hundredth, however long the path", () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = numbers(seed);
    const next = () => Math.round((random.next().value ?? 0) * 100_000 - 2000) / 100;
    let [x, y] = [next(), next()];
    let path = `M${x},${y}`;
    for (let step = 0; step < 200; step++) {
      const turn = random.next().value ?? 0;
      if (turn < 0.9) x = next();
      if (turn > 0.45) y = next();
      path += `L${x},${y}`;
    }
    const distinct = pointsOf(path).filter(
      (point, place, all) => place === 0 || point.join() !== all[place - 1]?.join(),
    );
    expect(pointsOf(shortSteps(path))).toEqual(distinct);
  }
});

it("writes level and upright lines in less than half the letters", () => {
  expect(shortSteps("M51,389.6L57.48,389.6L57.48,388.7L66.13,388.7L66.13,387.95")).toBe(
    "M51,389.6h6.48v-.9h8.65v-.75",
  );
});

it("leaves no line without length, but a path of one point", () => {
  expect(shortSteps("M3,4L3,4L5,4")).toBe("M3,4h2");
  expect(shortSteps("M3,4Z")).toBe("M3,4");
});
