/** An address or a transaction of incidents, or an address of a service. */
export interface FoundAddress {
  kind: "address" | "transaction";
  /** The key that all its spellings have. */
  key: string;
  /** As the record writes it. */
  text: string;
  chains: string[];
  /** The service that it belongs to, where many use it. */
  service: string | null;
  incidents: { slug: string; name: string; role: string }[];
  /** How it fits: the whole of it, its beginning, its end or its middle. */
  fits: "whole" | "beginning" | "end" | "middle";
}
