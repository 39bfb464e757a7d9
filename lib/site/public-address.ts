/**
 * Where this record is found on the web, such as `https://lossline.example`, from LOSSLINE_URL; null where
 * its operator has not said. The Host of a request is never taken for it: what a file holds must not depend
 * on who asked for it first.
 * @throws where LOSSLINE_URL is not the address of a site
 */
export function publicBase(given: string | undefined = process.env.LOSSLINE_URL): string | null {
  if (given === undefined || given === "") return null;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "")
    throw new Error(
      `LOSSLINE_URL is "${given}", which is not the address of a site, such as https://lossline.example`,
    );
  return url.origin;
}

/** An address as it is printed into files and citations; without a public base it names the record instead. */
export function printedAddress(path: string, base: string | null = publicBase()): string {
  return `${base ?? "lossline"}${path}`;
}

/** An address for those who follow it from elsewhere; without a public base they must know where from. */
export function publicAddress(path: string, base: string | null = publicBase()): string {
  return `${base ?? ""}${path}`;
}
