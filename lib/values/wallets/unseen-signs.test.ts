import { describe, expect, it } from "vitest";
import { unseenSigns, withoutUnseen } from "@/lib/values/wallets/unseen-signs";

describe("unseen signs", () => {
  it("are the control characters, the no-break space and the soft hyphen of the first 256, and no others", () => {
    const codes = Array.from({ length: 256 }, (_, code) => code);
    const unseen = codes.filter((code) => unseenSigns(`a${String.fromCharCode(code)}b`).length > 0);
    const controls = codes.filter(
      (code) => (code < 32 && ![9, 10, 13].includes(code)) || (code >= 127 && code < 160),
    );
    expect(unseen).toEqual([...controls, 0xa0, 0xad]);
  });

  it("are left out, with the spaces around, and named", () => {
    expect(withoutUnseen(" \t0xab cd\n")).toEqual({ text: "0xab cd", removed: [] });
    expect(withoutUnseen("\u{1}0xab\u{200b}cd\u{a0}")).toEqual({
      text: "0xabcd",
      removed: ["unseen sign (U+0001)", "zero-width space (U+200B)", "no-break space (U+00A0)"],
    });
    expect(withoutUnseen("")).toEqual({ text: "", removed: [] });
  });
});
