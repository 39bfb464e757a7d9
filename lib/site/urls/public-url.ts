import { environment } from "@/lib/environment/current-environment";

/**
 * Where this record is found on the web, such as `https://lossline.example`, from LOSSLINE_URL; null where
 * its operator has not said. The Host of a request is never taken for it: what a file holds must not depend
 * on who asked for it first.
 */
export function publicBase(): string | null {
  return environment().LOSSLINE_URL ?? null;
}

/** A URL as it is printed into files and citations; without a public base it names the record instead. */
export function printedUrl(path: string, base: string | null = publicBase()): string {
  return `${base ?? "lossline"}${path}`;
}

/** A URL for those who follow it from elsewhere; without a public base they must know where from. */
export function publicUrl(path: string, base: string | null = publicBase()): string {
  return `${base ?? ""}${path}`;
}
