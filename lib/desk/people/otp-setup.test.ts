import { expect, test } from "vitest";
import { otpSetup, qrPath } from "@/lib/desk/people/otp-setup";

test("the secret is shown in groups that can be typed", () => {
  const uri = "otpauth://totp/Lossline:a%40b.example?secret=JBSWY3DPEHPK3PXPJB&issuer=Lossline";
  expect(otpSetup(uri, ["a-b"])).toMatchObject({
    secret: "JBSW Y3DP EHPK 3PXP JB",
    backupCodes: ["a-b"],
  });
});

test("a QR code keeps four light modules around it, and its three corners", () => {
  const { size, path } = qrPath("otpauth://totp/x?secret=ABC");
  const dark = new Set(path.match(/M\d+ \d+/g)?.map((cell) => cell.slice(1)));
  for (let edge = 0; edge < size; edge++) {
    for (const light of [0, 1, 2, 3, size - 1]) expect(dark).not.toContain(`${edge} ${light}`);
  }
  for (const [x, y] of [
    [4, 4],
    [size - 5, 4],
    [4, size - 5],
  ]) {
    expect(dark).toContain(`${x} ${y}`);
  }
});
