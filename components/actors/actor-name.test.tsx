import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ActorName } from "@/components/actors/actor-name";

const textOf = (html: string) => html.replace(/<[^>]+>/g, "");

it("names a person with the legal status, and nobody else", () => {
  const person = {
    name: "A. Person",
    kind: "individual",
    status: "charged",
    statusOn: null,
  } as const;
  const html = renderToStaticMarkup(<ActorName actor={person} href="/actors/a-person" />);
  expect(textOf(html)).toBe("A. Person (charged, not tried)");
  // What is followed is the person, not the status.
  expect(html).toContain('<a href="/actors/a-person">A. Person</a>');
  const group = { ...person, kind: "group", status: null } as const;
  expect(textOf(renderToStaticMarkup(<ActorName actor={group} href="/" />))).toBe("A. Person");
});
