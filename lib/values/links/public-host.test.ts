import { expect, test } from "vitest";
import { isPublicAddress, isPublicHost } from "@/lib/values/links/public-host";

test.each([
  "example.org",
  "xn--bcher-kva.example",
  "local.example.org",
  "localhost.example.org",
  "93.184.215.14",
  "172.32.0.1",
  "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]",
])("%s can be reached from anywhere", (host) => {
  expect(isPublicHost(new URL(`https://${host}/`).hostname)).toBe(true);
});

test.each([
  "localhost",
  "LOCALHOST",
  "localhost.",
  "a.localhost",
  "printer.local",
  "db.internal",
  "router.home.arpa",
  "db",
  "mylocal",
  "127.0.0.1",
  "127.1",
  "2130706433",
  "0x7f.1",
  "0x7f000001",
  "0177.0.0.1",
  "127.0.0.1.",
  "１２７.０.０.１",
  "127。0。0。1",
  "0.0.0.0",
  "0",
  "10.0.0.1",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "[::]",
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[::7f00:1]",
  "[::ffff:127.0.0.1]",
  "[::ffff:8.8.8.8]",
  "[fe80::1]",
  "[fc00::1]",
  "[fd12:3456::1]",
  "[ff02::1]",
  "[64:ff9b::7f00:1]",
  "[2002:7f00:1::]",
  "[2001:db8::1]",
  "[fec0::1]",
  "[64:ff9b:1::7f00:1]",
  "[100::1]",
  "[2001::7f00:1]",
  "[4000::1]",
])("%s cannot", (host) => {
  expect(isPublicHost(new URL(`http://${host}/`).hostname)).toBe(false);
});

test.each(["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])(
  "the address %s can be reached from anywhere",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  "127.0.0.1",
  "169.254.169.254",
  "100.100.100.200",
  "192.168.0.1",
  "::1",
  "::ffff:10.0.0.1",
  "fe80::1%eth0",
  "2606:2800::1%eth0",
  "fd00:ec2::254",
  "192.88.99.1",
  "240.0.0.1",
  "localhost",
  "",
])("the address %s cannot", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
