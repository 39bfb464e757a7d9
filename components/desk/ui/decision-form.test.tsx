import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { DecisionForm } from "@/components/desk/ui/decision-form";
import { UNSENT } from "@/components/desk/ui/form-state";

const decision = {
  id: "returning",
  label: "Return",
  action: async () => UNSENT,
  hidden: { proposalId: "7" },
  submit: "Return to the author",
};

const names = (html: string) => [...html.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name);

test("a decision that needs no reason asks for none", () => {
  expect(names(renderToStaticMarkup(<DecisionForm {...decision} />))).toEqual(["proposalId"]);
});

test("a reason is asked for under its name, and may be begun", () => {
  const why = { hint: "Its author reads this.", maxLength: 2000, initial: "Merge it, please." };
  const html = renderToStaticMarkup(<DecisionForm {...decision} why={why} />);
  expect(names(html)).toEqual(["proposalId", "reason"]);
  expect(html).toMatch(/<textarea [^>]*maxLength="2000"[^>]*>Merge it, please\.<\/textarea>/);
  expect(html).toContain("Its author reads this.");
  const other = renderToStaticMarkup(
    <DecisionForm {...decision} why={{ ...why, name: "answer" }} />,
  );
  expect(names(other)).toEqual(["proposalId", "answer"]);
});
