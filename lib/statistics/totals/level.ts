import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/**
 * How surely an amount is said of an actor. Of a person whom a court has acquitted no confidence is said, whatever
 * statements about the deed were rated: it would read as a verdict.
 */
export type Level = Confidence | "acquitted";
