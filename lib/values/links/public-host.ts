import { isValid, parse } from "ipaddr.js";

/** Names that only mean something on one machine or in one network (RFC 6761, 6762, 8375, 9476; ICANN's .internal). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|alt)$/;

/**
 * Whether a host can be reached from anywhere: no address of one machine, one network or one link, and no name that
 * only means something there.
 * @param hostname as `URL` gives it: IPv4 in its one spelling, IPv6 in brackets, names in small letters
 */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  if (!isValid(host)) return host.includes(".") && !LOCAL_NAME.test(host);
  const address = parse(host);
  // Addresses that only carry another (::ffff:127.0.0.1, 64:ff9b::7f00:1, 2002:7f00:1::) are no place to read anything.
  return address.range() === "unicast" && !carriesAnother(host);
}

/** The deprecated IPv4-compatible form, which ranges do not name: ::7f00:1 is 127.0.0.1. */
function carriesAnother(host: string): boolean {
  if (!host.includes(":")) return false;
  const bytes = parse(host).toByteArray();
  return bytes.slice(0, 12).every((byte) => byte === 0);
}
