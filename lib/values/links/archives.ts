/** Where archives keep the link of what they copied. */
const ARCHIVES: readonly (readonly [host: RegExp, place: RegExp])[] = [
  [
    /^(?:web|wayback)\.archive\.org$/,
    /^\/(?:web|save)\/(?:(?:\d+[a-z_]*|\*)\/)?(https?:\/{1,2}.+)$/i,
  ],
  [
    /^archive\.(?:ph|is|li|vn|fo|md|today)$/,
    /^\/(?:o\/)?(?:\w{5,6}\/|[\d.-]{4,}\/|newest\/|oldest\/|timegate\/)(https?:\/{1,2}.+)$/i,
  ],
  [/^arquivo\.pt$/, /^\/(?:wayback|noFrame\/replay)\/\d+[a-z_]*\/(https?:\/{1,2}.+)$/i],
  [/^webarchive\.nationalarchives\.gov\.uk$/, /^\/ukgwa\/\d+[a-z_]*\/(https?:\/{1,2}.+)$/i],
  [/^wayback\.archive-it\.org$/, /^\/\w+\/\d+[a-z_]*\/(https?:\/{1,2}.+)$/i],
  [/^timetravel\.mementoweb\.org$/, /^\/memento\/\d+\/(https?:\/{1,2}.+)$/i],
];

/** Archives whose links say nothing of what was copied. */
const OPAQUE =
  /^(?:archive\.(?:ph|is|li|vn|fo|md|today)|perma\.cc|ghostarchive\.org|megalodon\.jp|webcitation\.org)$/;

/** The link that an archive's copy is of, as the archive's own link says it; null where it says none, or is no archive's. */
export function archivedOriginal(link: URL): string | null {
  const host = link.hostname.replace(/^www\./, "");
  const whole = `${link.pathname}${link.search}${link.hash}`;
  for (const [of, place] of ARCHIVES) {
    const copied = of.test(host) ? place.exec(whole)?.[1] : undefined;
    if (copied !== undefined) return copied.replace(/^(https?:)\/+/i, "$1//");
  }
  return null;
}

/** Whether a link leads to an archive's copy of a page. */
export function isArchivedCopy(link: URL): boolean {
  const host = link.hostname.replace(/^www\./, "");
  return archivedOriginal(link) !== null || (OPAQUE.test(host) && link.pathname.length > 1);
}
