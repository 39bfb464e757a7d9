/** What stands for a web address that an order took out of the record; it leads nowhere. */
export function withheldUrl(version: number): string {
  return `https://withheld.invalid/${version}`;
}

const WITHHELD = /(https:\/\/withheld\.invalid\/\d+)(?!\S*\w)/g;

/** The version since which a web address is withheld; null of one that is there to follow. */
export function withheldSince(url: string): number | null {
  const since = /^https:\/\/withheld\.invalid\/(\d+)$/.exec(url)?.[1];
  return since === undefined ? null : Number(since);
}

/** Whether a URL holds what stands where a part of it was withheld: what is left of it leads elsewhere. */
export function hasWithheldPart(url: string): boolean {
  return /withheld(?: |%20|\+)since(?: |%20|\+)version/.test(url);
}

/** What readers are told where a web address is withheld. */
export function withheldText(version: number): string {
  return `withheld since version ${version}`;
}

/** A text in pieces: of every second one, `withheldSince` knows since when. */
export function withheldParts(text: string): string[] {
  return text.split(WITHHELD);
}

/** A plain text that says of each withheld web address that it is. */
export function withheldSaid(text: string): string {
  return withheldParts(text)
    .map((part) => {
      const since = withheldSince(part);
      return since === null ? part : withheldText(since);
    })
    .join("");
}
