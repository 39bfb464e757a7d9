import { expect, test } from "vitest";
import { formFields, formNumber, formText } from "@/app/desk/form-text";

function formWith(value: string): FormData {
  const form = new FormData();
  form.set("id", value);
  return form;
}

test.each([
  ["1", 1],
  ["2147483647", 2_147_483_647],
  ["2147483648", 0],
  ["99999999999999999999", 0],
  ["0", 0],
  ["-1", 0],
  ["1.5", 0],
  ["1e3", 0],
  ["0x10", 0],
  ["", 0],
])("%j is the row %i", (text, number) => {
  expect(formNumber(formWith(text), "id")).toBe(number);
});

test("what is sent in place of a form holds nothing", () => {
  for (const sent of [undefined, null, [], "id", { id: "1" }]) {
    const form = sent as unknown as FormData;
    expect([formText(form, "id"), formNumber(form, "id"), formFields(form)]).toEqual(["", 0, {}]);
  }
});
