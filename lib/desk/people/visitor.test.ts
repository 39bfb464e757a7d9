import { expect, test } from "vitest";
import { addressKey, clientIp, clientIpText, networkText } from "@/lib/desk/people/visitor";

test("a client's own word for where it is from counts for nothing", () => {
  expect(clientIp("203.0.113.7", "198.51.100.1", false)).toBe("203.0.113.7");
  expect(clientIp(null, "198.51.100.1", false)).toBe("unknown");
});

test("of a trusted proxy's list, what the proxy itself saw counts", () => {
  expect(clientIp("10.0.0.2", "198.51.100.1, 203.0.113.7", true)).toBe("203.0.113.7");
  expect(clientIp("10.0.0.2", null, true)).toBe("10.0.0.2");
  expect(clientIp("10.0.0.2", " , ", true)).toBe("10.0.0.2");
});

test("an IPv4 address is one however the socket writes it", () => {
  expect(clientIp("::ffff:203.0.113.7", null, false)).toBe("203.0.113.7");
});

test("attempts are counted by the network that one customer of IPv6 has", () => {
  const key = addressKey("2001:db8:1:2::1");
  expect(addressKey("2001:0DB8:0001:0002:ffff:ffff:ffff:ffff")).toBe(key);
  expect(addressKey("2001:db8:1:3::1")).not.toBe(key);
  expect(addressKey("::1")).toBe("0:0:0:0::/64");
  expect(addressKey("203.0.113.7")).toBe("203.0.113.7");
});

test("an address is shown as people write it", () => {
  expect(clientIpText("2001:0db8:0000:0000:0000:0000:0000:0001")).toBe("2001:db8::1");
  expect(clientIpText("0000:0000:0000:0000:0000:0000:0000:0001")).toBe("this very machine");
  expect(clientIpText("127.0.0.1")).toBe("this very machine");
  expect(clientIpText("203.0.113.7")).toBe("203.0.113.7");
  expect(clientIpText(null)).toBe("an unknown address");
  expect(clientIpText("unix:socket")).toBe("unix:socket");
});

test("a network is named, and no one address in it", () => {
  expect(networkText("203.0.113.7")).toBe("203.0.113.0/24");
  expect(networkText("2001:db8:1:2::1")).toBe("2001:db8:1::/48");
  expect(networkText("2001:0db8:0001:0002:0:0:0:1")).toBe("2001:db8:1::/48");
  expect(networkText("::1")).toBe("this very machine");
  expect(networkText("unknown")).toBe("an unknown address");
});
