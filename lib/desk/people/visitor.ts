import { environment } from "@/lib/environment/current-environment";

/** Whoever asks, as far as the desk can tell; made from a request at the edge. */
export interface Visitor {
  /** What the browser calls itself and its cookies; nothing else of the request. */
  cookie: string;
  userAgent: string;
  /** The client IP that the request came from. */
  address: string;
  /** The site as the browser knows it, such as `https://lossline.example`. */
  origin: string;
}

/**
 * The client IP of whoever asks. A proxy's word is taken only where the operator says that one
 * is in front (LOSSLINE_TRUST_PROXY=1): the last address in its list is the one that it saw itself,
 * all before it can be made up.
 * @param peer the other end of the connection
 * @param forwarded the X-Forwarded-For header
 */
export function clientIp(
  peer: string | null,
  forwarded: string | null,
  trustProxy = environment().LOSSLINE_TRUST_PROXY,
): string {
  const said = trustProxy ? forwarded?.split(",").at(-1)?.trim() : undefined;
  const address = said !== undefined && said !== "" ? said : (peer ?? "");
  // An IPv4 address as a socket for both kinds writes it.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").slice(0, 64);
  return plain === "" ? "unknown" : plain;
}

/** The key under which attempts from an address are counted: of IPv6, the network that one customer has. */
export function addressKey(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = address.includes("::") ? 8 - left.length - right.length : 0;
  const groups = [...left, ...Array.from({ length: Math.max(zeros, 0) }, () => "0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

/** The network that an address is in, as coarse as it tells admins something without naming a household. */
export function networkText(address: string): string {
  const text = clientIpText(address);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(text)) return text.replace(/\d+$/, "0/24");
  if (!text.includes(":")) return text;
  return `${addressKey(address).split(":").slice(0, 3).join(":")}::/48`;
}

/** A client IP as people read it; IPv6 is stored in full. @param address null where it is unknown */
export function clientIpText(address: string | null): string {
  if (address === null || address === "" || address === "unknown") return "an unknown address";
  const host = address.includes(":") ? `[${address}]` : address;
  if (!URL.canParse(`http://${host}`)) return address;
  const short = new URL(`http://${host}`).hostname.replace(/[[\]]/g, "");
  return short === "::1" || short.startsWith("127.") ? "this very machine" : short;
}
