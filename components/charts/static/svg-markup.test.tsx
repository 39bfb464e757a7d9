import { describe, expect, it } from "vitest";
import { svgMarkup } from "./svg-markup";

const named = (name: string) => `<${name}>`;
const Twice = ({ text }: { text: string }) => (
  <>
    <text>{text}</text>
    {[<text key="again">{text}</text>]}
  </>
);

describe("svgMarkup", () => {
  it("writes elements, functions, lists, fragments and numbers as React would", () => {
    expect(
      svgMarkup(
        <g className="tabular-nums" fontSize={12.5}>
          {false}
          {null}
          <Twice text="a" />
          <rect x={0} y={1.5} strokeWidth={2} data-mark="m" />
          {7}
        </g>,
        named,
      ),
    ).toBe(
      '<g font-size="12.5"><text>a</text><text>a</text><rect x="0" y="1.5" stroke-width="2"/>7</g>',
    );
  });

  it("puts colours in place of their names, and the halo's for what is painted under a text", () => {
    expect(svgMarkup(<rect fill="var(--ink)" stroke="var(--paper)" />, named)).toBe(
      '<rect fill="<--ink>" stroke="<--paper>"/>',
    );
    expect(svgMarkup(<g paintOrder="stroke" stroke="var(--paper)" />, named)).toBe(
      '<g paint-order="stroke" stroke="<--halo>"/>',
    );
  });

  it("lets no text become markup, and no character in that XML cannot hold", () => {
    expect(svgMarkup(<text x="&quot;">{`<script>&"\u0007\u0000ok`}</text>, named)).toBe(
      '<text x="&quot;">&lt;script&gt;&amp;&quot;ok</text>',
    );
  });
});
