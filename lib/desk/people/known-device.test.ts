import { expect, test } from "vitest";
import { knownDevice, knownDeviceCookie } from "@/lib/desk/people/known-device";
import { setEnvironment } from "@/testing/environment";

setEnvironment({ LOSSLINE_SECRET: "a secret of the test, long enough" });
const origin = "http://desk.test";
const sent = (line: string) => ({ cookie: `theme=dark; ${line.split(";")[0]}; a=b`, origin });

test("a browser is known by the cookie that it was given", () => {
  const line = knownDeviceCookie("ada", { origin });
  expect(knownDevice(sent(line))).toEqual({ personId: "ada", id: expect.any(String) });
  expect(line).toMatch(/; Path=\/desk; Max-Age=15552000; HttpOnly; SameSite=Lax$/);
  expect(knownDevice(sent(knownDeviceCookie("ada", { origin })))?.id).not.toBe(
    knownDevice(sent(line))?.id,
  );
});

test("it is for TLS only where the site has it", () => {
  const line = knownDeviceCookie("ada", { origin: "https://desk.test" });
  expect(line).toMatch(/^__Secure-lossline\.known_device=.*; Secure$/);
  expect(knownDevice(sent(line))).toBeNull();
  expect(knownDevice({ ...sent(line), origin: "https://desk.test" })?.personId).toBe("ada");
});

test("nobody else's, none that was made up, and none of another secret", () => {
  const line = knownDeviceCookie("ada", { origin });
  expect(knownDevice(sent(line.replace("=ada.", "=bea.")))).toBeNull();
  for (const made of ["", "x", "ada..", `ada.${"a".repeat(22)}.${"b".repeat(43)}`]) {
    expect(knownDevice(sent(`lossline.known_device=${made}`))).toBeNull();
  }
  setEnvironment({ LOSSLINE_SECRET: "another secret, just as long as it" });
  expect(knownDevice(sent(line))).toBeNull();
});
