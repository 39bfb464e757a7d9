import { describe, expect, it } from "vitest";
import { mergedText } from "@/lib/desk/proposals/merged-text";
import { difference, differenceText, wordByWord } from "@/lib/record/history/difference";
import { Dice } from "@/testing/random";
import { anActor, anAttribution, anIncident, aPublishedFigure } from "@/testing/records";

const words = (...given: Parameters<typeof difference>) => difference(...given).map(differenceText);

describe("the difference of two revisions of an incident", () => {
  it("is nothing where they say the same", () => {
    expect(difference("incident", anIncident(), anIncident())).toEqual([]);
  });

  it("says amounts with what they grew by", () => {
    const [loss, low] = difference(
      "incident",
      anIncident({ lossUsd: 54_300_000, lossUsdLow: null }),
      anIncident({ lossUsd: 70_000_000, lossUsdLow: 54_000_000 }),
    );
    expect(loss).toMatchObject({ path: "lossUsd", growth: "+$15.7m", change: "changed" });
    expect(loss && differenceText(loss)).toBe("Loss, best estimate: $54.3m → $70.0m (+$15.7m)");
    expect(low && differenceText(low)).toBe("Loss, low estimate: unknown → $54.0m");
  });

  it("tells bounds where there is no best estimate, and never an unknown loss", () => {
    const sized = anIncident({ lossUsd: 54_300_000, lossUsdHigh: 70_000_000 });
    const bounded = anIncident({ lossUsd: null, lossUsdHigh: 70_000_000 });
    expect(words("incident", sized, bounded)).toEqual([
      "Loss, best estimate: $54.3m → none, but up to $70.0m",
    ]);
    expect(words("incident", bounded, sized)).toEqual([
      "Loss, best estimate: none, but up to $70.0m → $54.3m",
    ]);
    const unknown = { ...bounded, lossUsdHigh: null };
    expect(words("incident", unknown, sized)[0]).toBe("Loss, best estimate: unknown → $54.3m");
  });

  it("reads amounts that are typed as the desk writes them, and leaves others as they are", () => {
    expect(words("incident", { lossUsd: "54,300,000" }, { lossUsd: "70,000,000" })).toEqual([
      "Loss, best estimate: $54.3m → $70.0m (+$15.7m)",
    ]);
    expect(words("incident", { lossUsd: "54,300,000" }, { lossUsd: "$7" })).toEqual([
      "Loss, best estimate: $54.3m → $7",
    ]);
  });

  it("never hides a small change behind three digits", () => {
    expect(
      words("incident", anIncident({ lossUsd: 54_300_000 }), anIncident({ lossUsd: 54_300_001.5 })),
    ).toEqual(["Loss, best estimate: $54.3m → $54,300,001.50 (+$1.50)"]);
  });

  it("names attributions by whom they name and who says so", () => {
    const was = anIncident({ attributions: [anAttribution({ by: "Elliptic" })] });
    const is = anIncident({
      attributions: [
        anAttribution({ by: "FBI", confidence: "confirmed", on: null }),
        anAttribution({ by: "Elliptic", confidence: "likely" }),
      ],
    });
    expect(words("incident", was, is, { "lazarus-group": "Lazarus Group" })).toEqual([
      "Attribution to Lazarus Group by Elliptic: confidence: suspected → likely",
      "Attribution to Lazarus Group by FBI, confidence confirmed; source https://example.org/report: added",
    ]);
  });

  it("matches sources by address, and takes a moved one for unchanged", () => {
    const source = (url: string, title: string) => ({
      url,
      publisher: "ZachXBT",
      title,
      publishedOn: null,
      archivedUrl: null,
      kind: null,
    });
    const [one, other] = [source("https://a.example", "One"), source("https://b.example", "Other")];
    expect(
      words(
        "incident",
        anIncident({ sources: [one, other] }),
        anIncident({ sources: [other, one] }),
      ),
    ).toEqual([]);
    expect(
      words(
        "incident",
        anIncident({ sources: [one, other] }),
        anIncident({ sources: [other, { ...one, title: "One, corrected" }] }),
      ),
    ).toEqual(["Source ZachXBT “One”: title: One → One, corrected"]);
  });

  it("matches addresses by what they are, not by how they are spelled", () => {
    const address = (spelling: string) => ({
      chain: "ethereum",
      address: spelling,
      role: "attacker" as const,
      source: "https://example.org",
    });
    const [low, high] = [`0x${"ab".repeat(20)}`, `0x${"AB".repeat(20)}`];
    expect(
      words(
        "incident",
        anIncident({ addresses: [address(low)] }),
        anIncident({ addresses: [address(high)] }),
      ),
    ).toEqual([`Address ${low} on Ethereum: spelling: ${low} → ${high}`]);
  });

  it("keeps apart several that are about the same thing", () => {
    const [july, august] = [anAttribution({ on: "2023-07" }), anAttribution({ on: "2023-08" })];
    const differences = difference(
      "incident",
      anIncident({ attributions: [july] }),
      anIncident({ attributions: [august, july] }),
    );
    expect(differences).toMatchObject([{ change: "added" }]);
    expect(differences[0]?.after).toContain("August 2023");
  });

  it("compares a summary word by word", () => {
    const [summary] = difference(
      "incident",
      anIncident({ summary: "Keys of hot wallets were stolen." }),
      anIncident({ summary: "Keys of several hot wallets were taken." }),
    );
    const text = (change: string) =>
      summary?.parts?.filter((part) => part.change === change).map((part) => part.text.trim());
    expect(text("removed")).toEqual(["stolen"]);
    expect(text("added")).toEqual(["several", "taken"]);
  });

  it("compares no text word by word where only the whole is told", () => {
    const [before, after] = [anIncident({ summary: "Stolen." }), anIncident({ summary: "Taken." })];
    expect(difference("incident", before, after, {}, false)).toMatchObject([
      { path: "summary", change: "changed", before: "Stolen.", after: "Taken.", parts: null },
    ]);
  });

  it("takes words changed beside each other together, and loses no letter of either text", () => {
    expect(wordByWord("spent within a day, at most", "spent within two days, at most")).toEqual([
      { change: "same", text: "spent within " },
      { change: "removed", text: "a day" },
      { change: "added", text: "two days" },
      { change: "same", text: ", at most" },
    ]);
    const dice = new Dice(1);
    const aText = () =>
      Array.from({ length: dice.below(12) }, () =>
        dice.pick(["a", "b", "c", " ", "\n", ", "]),
      ).join("");
    for (let run = 0; run < 2000; run++) {
      const [before, after] = [aText(), aText()];
      const parts = wordByWord(before, after);
      const without = (change: string) =>
        parts.flatMap((part) => (part.change === change ? [] : [part.text])).join("");
      expect([without("added"), without("removed")]).toEqual([before, after]);
    }
  });

  it("takes long texts that have too little in common whole, and soon", () => {
    const text = (word: string) =>
      Array.from({ length: 20_000 }, (_, place) => `${word}${place}`).join(" ");
    expect(wordByWord(text("a"), text("b"))).toEqual([
      { change: "removed", text: text("a") },
      { change: "added", text: text("b") },
    ]);
    expect(mergedText(text("a"), text("b"), `${text("a")} more`)).toBeNull();
    expect(wordByWord(text("a"), `${text("a")} more`)).toHaveLength(2);
  });

  it("says chains one by one", () => {
    const [chains] = difference(
      "incident",
      anIncident({ chains: ["ethereum", "bsc"] }),
      anIncident({ chains: ["bsc", "optimism"] }),
    );
    expect(chains?.parts).toEqual([
      { change: "removed", text: "Ethereum" },
      { change: "same", text: ", " },
      { change: "same", text: "BNB Smart Chain" },
      { change: "same", text: ", " },
      { change: "added", text: "Optimism" },
    ]);
  });

  it("tells a retraction and a merging", () => {
    expect(
      words(
        "incident",
        { ...anIncident(), retraction: null, mergedInto: null },
        { ...anIncident(), retraction: "It never happened.", mergedInto: "stake-2023-09" },
        { "stake-2023-09": "Stake" },
      ),
    ).toEqual(["Retracted, It never happened.: added", "Duplicate of, Stake: added"]);
  });

  it("lists all that a new record says, and nothing that it does not", () => {
    const all = difference("incident", null, anIncident());
    expect(all.every(({ change, before }) => change === "added" && before === null)).toBe(true);
    expect(all.map(({ path }) => path)).toEqual([
      "name",
      "slug",
      "target",
      "targetKind",
      "occurredOn",
      "category",
      "technique",
      "chains",
      "summary",
      "lossUsd",
      "sources/https://example.org/report",
    ]);
  });

  it("has a path of its own for each difference", () => {
    const all = difference(
      "incident",
      null,
      anIncident({ attributions: [anAttribution(), anAttribution({ on: null })] }),
    );
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
  });
});

it("tells differences of actors and figures", () => {
  expect(
    words(
      "actor",
      anActor({ country: null, parent: null }),
      anActor({ country: "KP", parent: "north-korea", aliases: ["APT38"] }),
      { "north-korea": "North Korea" },
    ),
  ).toEqual([
    "Also known as, APT38: added",
    "Part of, North Korea: added",
    "Country, North Korea: added",
  ]);
  expect(
    words(
      "figure",
      aPublishedFigure(),
      aPublishedFigure({ amountUsd: 1_800_000_000, to: "2023-11-30" }),
    ),
  ).toEqual(["Amount: $1.70bn → $1.80bn (+$100m)", "To: 31 December 2023 → 30 November 2023"]);
});
