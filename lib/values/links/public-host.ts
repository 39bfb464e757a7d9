import { IPv6, isValid, parse } from "ipaddr.js";

/** Names that only mean something on one machine or in one network (RFC 6761, 6762, 8375, 9476; ICANN's .internal). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home\.arpa|alt)$/;

/**
 * Whether a host can be reached from anywhere: no address of one machine, one network or one link, and no name that
 * only means something there.
 * @param hostname as `URL` gives it: IPv4 in its one spelling, IPv6 in brackets, names in small letters
 */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
  // Reading a name as an address takes long, and most are names.
  const isAddress = /^[\da-fx.]+$|:/i.test(host) && isValid(host);
  return isAddress ? isPublicAddress(host) : host.includes(".") && !LOCAL_NAME.test(host);
}

/** Of IPv6, all that is given out to be reached from anywhere (RFC 4291; IANA's registry of unicast addresses). */
const GIVEN_OUT: [IPv6, number] = [IPv6.parse("2000::"), 3];

/**
 * Whether an IP address can be reached from anywhere: neither private, of one link, shared, reserved nor for documents, and
 * none that only carries another (::ffff:127.0.0.1, 64:ff9b::7f00:1, 2002:7f00:1::), which are no place to read anything.
 * @param address IPv4, or IPv6 without brackets; what is none is not public
 */
export function isPublicAddress(address: string): boolean {
  if (!isValid(address)) return false;
  const parsed = parse(address);
  if (parsed.range() !== "unicast") return false;
  return !(parsed instanceof IPv6) || (parsed.zoneId === undefined && parsed.match(GIVEN_OUT));
}
