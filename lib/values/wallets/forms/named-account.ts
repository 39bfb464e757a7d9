import { type AddressForm, account, evmAccount } from "@/lib/values/wallets/forms/account";
import { evm } from "@/lib/values/wallets/forms/evm";

/** EOS and chains of its kind: up to 12 letters, and dots, of which those at the end mean nothing. */
export const eos: AddressForm = (text) => {
  const bare = text.replace(/\.+$/, "");
  return /^[a-z1-5.]{1,13}$/.test(bare)
    ? account(bare)
    : "must be an account of up to 12 characters: a–z, 1–5 and dots";
};

/** Kadena: k: and a key, or a name that somebody chose. */
export const kadena: AddressForm = (text) => {
  if (/^k:/i.test(text))
    return /^k:[0-9a-f]{64}$/i.test(text)
      ? account(text.toLowerCase())
      : "must be k: and 64 hexadecimal digits, or an account’s name";
  return /^[\p{L}\p{N}\p{P}\p{S}]{3,256}$/u.test(text)
    ? account(text)
    : "must be k: and 64 hexadecimal digits, or an account’s name";
};

/** Digits that a number of Hedera's mainnet takes into its checksum: its ledger's id, 0, and six zeros. */
const LEDGER = [0, 0, 0, 0, 0, 0, 0];
const LETTERS = 26;

/** The five letters that HIP 15 puts after an account's number. */
function hederaChecksum(number: string): string {
  const digits = [...number].map((digit) => (digit === "." ? 10 : Number(digit)));
  const [three, five] = [LETTERS ** 3, LETTERS ** 5];
  const sumOf = (start: number) =>
    digits.filter((_, at) => at % 2 === start).reduce((sum, digit) => sum + digit, 0) % 11;
  const weighted = digits.reduce((sum, digit) => (sum * 31 + digit) % three, 0);
  const ledger = LEDGER.reduce((sum, byte) => (sum * 31 + byte) % five, 0);
  const mixed =
    ((((digits.length % 5) * 11 + sumOf(0)) * 11 + sumOf(1)) * three + weighted + ledger) % five;
  // Both factors are below 2 to the 24th: the product is exact.
  let left = (mixed * 1_000_003) % five;
  let letters = "";
  for (let place = 0; place < 5; place++) {
    letters = String.fromCharCode(97 + (left % LETTERS)) + letters;
    left = Math.floor(left / LETTERS);
  }
  return letters;
}

/** Hedera: shard, realm and number, perhaps with a checksum; or 0x, whose last digits may be the number. */
export const hedera: AddressForm = (text) => {
  const [, number, sum] = /^(\d+\.\d+\.\d+)(?:-([a-z]{5}))?$/.exec(text) ?? [];
  if (number !== undefined) {
    const bare = number
      .split(".")
      .map((part) => BigInt(part))
      .join(".");
    if (sum !== undefined && hederaChecksum(bare) !== sum)
      return "has a wrong checksum, so a character is probably mistyped";
    return account(bare);
  }
  const long = /^0x0{24}([0-9a-f]{16})$/i.exec(text)?.[1];
  if (long !== undefined) return account(text.toLowerCase(), `0.0.${BigInt(`0x${long}`)}`);
  return /^0x/i.test(text) ? evm(text) : "must be an account such as 0.0.12345";
};

/** ICON: hx, or cx of a contract, and 20 bytes. */
export const icon: AddressForm = (text) =>
  /^[hc]x[0-9a-f]{40}$/i.test(text)
    ? account(text.toLowerCase())
    : "must begin with hx or cx and have 40 hexadecimal digits after it";

/** Flow: eight bytes, whose leading zeros may be missing; or 20 in its part that runs Ethereum's programs. */
export const flow: AddressForm = (text) => {
  const digits = /^(?:0x)?([0-9a-f]+)$/i.exec(text)?.[1]?.toLowerCase();
  if (digits?.length === 40) return evmAccount(`0x${digits}`, digits);
  return digits !== undefined && digits.length <= 16
    ? account(`0x${digits.padStart(16, "0")}`)
    : "must be 0x and 16 hexadecimal digits, or 40";
};
