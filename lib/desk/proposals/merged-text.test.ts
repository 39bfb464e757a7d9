import { expect, it } from "vitest";
import { mergedText } from "@/lib/desk/proposals/merged-text";
import { Dice } from "@/testing/random";

const base = "Keys of the hot wallets were stolen. Funds left on 12 September. Nobody was named.";

it("puts together what two changed in different places", () => {
  expect(
    mergedText(
      base,
      "Keys of several hot wallets were stolen. Funds left on 12 September. Nobody was named.",
      "Keys of the hot wallets were stolen. Funds left on 12 September. The FBI named Lazarus.",
    ),
  ).toBe(
    "Keys of several hot wallets were stolen. Funds left on 12 September. The FBI named Lazarus.",
  );
});

it("leaves to a person what two changed in one place", () => {
  expect(
    mergedText(base, base.replace("the hot", "two hot"), base.replace("the hot", "all hot")),
  ).toBeNull();
  expect(mergedText(base, `${base} One.`, `${base} Two.`)).toBeNull();
  expect(mergedText("", "One.", "Two.")).toBeNull();
});

it("holds the words that either added and none that either removed, whichever comes first", () => {
  const dice = new Dice(3);
  const words = Array.from({ length: 12 }, (_, n) => `w${n}`);
  const edited = (name: string) =>
    words.flatMap((word) =>
      dice.chance(0.8) ? [word] : dice.chance(0.5) ? [] : [word, `${name}${dice.below(99)}`],
    );
  let merged = 0;
  for (let run = 0; run < 3000; run++) {
    const [one, other] = [edited("a"), edited("b")];
    const text = mergedText(words.join(" "), one.join(" "), other.join(" "));
    expect(mergedText(words.join(" "), other.join(" "), one.join(" "))).toBe(text);
    if (text === null) continue;
    merged++;
    const kept = words.filter((word) => one.includes(word) && other.includes(word));
    const added = [...one, ...other].filter((word) => !words.includes(word));
    expect(new Set(text.split(/\s+/).filter((word) => word !== ""))).toEqual(
      new Set([...kept, ...added]),
    );
  }
  expect(merged).toBeGreaterThan(200);
});

it("is one's own where the other changed nothing", () => {
  const mine = base.replace("Nobody", "Somebody");
  expect(mergedText(base, base, mine)).toBe(mine);
  expect(mergedText(base, mine, base)).toBe(mine);
});
