/** TEMP until h-wallets lands */
export function transactionProblem(_chain: string, _hash: string): string | null {
  return null;
}
export function transactionKey(_chain: string, hash: string): string {
  return hash.startsWith("0x") ? hash.toLowerCase() : hash;
}
