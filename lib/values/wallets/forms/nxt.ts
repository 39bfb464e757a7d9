import { type AddressForm, account, WRONG_CHECKSUM } from "@/lib/values/wallets/forms/account";

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Where each letter of an address stands in its code word. */
const PLACES = [3, 2, 1, 0, 7, 6, 5, 4, 13, 14, 15, 16, 12, 8, 9, 10, 11];
const DATA = 13;

/** Powers of 2 among the numbers of five bits, modulo x⁵ + x² + 1. */
const POWERS = Array.from({ length: 31 }).reduce<number[]>((powers) => {
  const next = (powers.at(-1) ?? 0) * 2;
  powers.push(powers.length === 0 ? 1 : next > 31 ? next ^ 37 : next);
  return powers;
}, []);

function product(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  return POWERS[(POWERS.indexOf(one) + POWERS.indexOf(other)) % 31] ?? 0;
}

/** Nxt: an account's number of 64 bits, or the same with four letters of a Reed–Solomon code. */
export const nxt: AddressForm = (text) => {
  if (/^\d{1,20}$/.test(text))
    return BigInt(text) < 2n ** 64n ? account(text, String(BigInt(text))) : "is too great a number";
  const letters = /^NXT-([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{5}$/i.test(text)
    ? text.toUpperCase().slice(4).replaceAll("-", "")
    : null;
  if (letters === null) return "must be NXT-XXXX-XXXX-XXXX-XXXXX, or a number";
  const word = Array<number>(17).fill(0);
  [...letters].forEach((letter, at) => {
    word[PLACES[at] ?? 0] = LETTERS.indexOf(letter);
  });
  if (!isCodeWord(word)) return WRONG_CHECKSUM;
  const number = word.slice(0, DATA).reduceRight((sum, digit) => sum * 32n + BigInt(digit), 0n);
  return account(`NXT-${text.toUpperCase().slice(4)}`, String(number));
};

/** The code was cut out of one of 31 letters: the fourteen left out stand between data and check. */
function isCodeWord(word: readonly number[]): boolean {
  return [1, 2, 3, 4].every((root) => {
    const sum = word.reduce((total, value, at) => {
      const place = at < DATA ? at : at + 14;
      return total ^ product(value, POWERS[(root * place) % 31] ?? 0);
    }, 0);
    return sum === 0;
  });
}
