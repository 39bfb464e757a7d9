import { expect, it } from "vitest";
import { decisionName, ownTextName, readDecisions } from "@/lib/desk/proposals/decisions";

it("reads what a form decides, and nothing else", () => {
  const form = new FormData();
  form.set("saveNumber", "3");
  form.set(decisionName("lossUsd"), "theirs");
  form.set(decisionName("sources/https://a.example/?q=1:2/title"), "mine");
  form.set(decisionName("summary"), "own");
  form.set(ownTextName("summary"), "One.\r\nTwo.");
  form.set(decisionName("name"), "whatever");
  form.set(decisionName("target"), "own");
  form.set(ownTextName("technique"), "decides nothing");
  form.set(decisionName("chains"), new Blob(["mine"]));
  expect(Object.fromEntries(readDecisions(form.entries()))).toEqual({
    lossUsd: { take: "theirs" },
    "sources/https://a.example/?q=1:2/title": { take: "mine" },
    summary: { text: "One.\nTwo." },
  });
});
