import { encode } from "uqr";

/** What somebody needs to see to tell their authenticator about the account; shown once. */
export interface OtpSetup {
  /** The secret in base32, in groups of four, to be typed. */
  secret: string;
  /** The same as a QR code: a square of so many modules a side, the dark ones as an SVG path. */
  qr: { size: number; path: string };
  backupCodes: readonly string[];
}

/** @param uri otpauth://totp/… */
export function otpSetup(uri: string, backupCodes: readonly string[]): OtpSetup {
  const secret = new URL(uri).searchParams.get("secret") ?? "";
  return {
    secret: secret.replace(/.{4}(?=.)/g, "$& "),
    qr: qrPath(uri),
    backupCodes,
  };
}

/** A QR code with a quiet border of four modules. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { border: 4, ecc: "M" });
  const path = data
    .map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")).join(""))
    .join("");
  return { size, path };
}
