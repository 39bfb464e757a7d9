/** A term as it stands within a sentence where nouns are written small: `Échange` → `échange`, but `NFT` as it is. */
export function lowerInside(term: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term;
}
