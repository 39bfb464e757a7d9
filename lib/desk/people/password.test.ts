import { expect, test } from "vitest";
import { passwordProblem } from "@/lib/desk/people/password";

const ada = { email: "ada.lovelace@desk.example", name: "Ada Lovelace" };

test.each([
  "correct horse battery",
  "zwölf Zeichen!",
  "twelve chars",
  "пароль из слов",
  "ada lovelace wrote the first",
])("“%s” will do", (password) => {
  expect(passwordProblem(password, ada)).toBeNull();
});

test.each([
  ["eleven char", "at least 12"],
  ["", "at least 12"],
  ["💜💜💜💜💜💜💜💜💜💜💜", "at least 12"],
  ["long ".repeat(26), "at most 128"],
  ["a password\u0000with", "control characters"],
  ["aaaaaaaaaaaaaaaa", "three different"],
  ["ababababababababab", "three different"],
  ["ada.lovelace@desk.example", "e-mail address or the name"],
  ["ADA.Lovelace@desk.example", "e-mail address or the name"],
  ["ada.lovelace", "e-mail address or the name"],
  [" Ada Lovelace ", "e-mail address or the name"],
  ["ada lovelace1", "e-mail address or the name"],
  ["password1234", "easily guessed"],
  ["P@ssword12345", "easily guessed"],
  ["qwertyuiop12", "easily guessed"],
  ["lossline12345", "easily guessed"],
  ["Lovelace-1815", "easily guessed"],
  ["letmeinletmein", "easily guessed"],
])("“%s” is refused: %s", (password, why) => {
  expect(passwordProblem(password, ada)).toContain(why);
});

test("somebody with a short name may use its letters", () => {
  const bo = { email: "b@desk.example", name: "B" };
  expect(passwordProblem("bob builds big boats by bays", bo)).toBeNull();
});
