import { chainInOtherScript } from "@/lib/desk/paste/chain-words";
import { folded, isRoleWord } from "@/lib/desk/paste/role-words";
import { transactionRole } from "@/lib/desk/paste/transaction-words";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { isKnownChain, isWordToo } from "@/lib/values/wallets/known-chains";

/** What words say that something is. */
export interface Flags {
  transaction: boolean;
  block: boolean;
  account: boolean;
  /** What else 64 digits are called: “private key”. Null where nothing. */
  other: string | null;
}

/** What words beside an address say of its chain. */
export interface Label {
  /** The chain that they name; null where they name none. */
  chain: string | null;
  /** A word that may be a chain's name, and that nobody here knows as one; null where there is none. */
  unclear: string | null;
}

/** Words that say what an address is or did, and name no chain. */
const SAYS_WHAT = new Set(
  `a account accounts addr address addresses and another asset at attack attacker attackers also block bridge
  bridged burn by cashing chain consolidation contract contracts creator cross deployed deployer deposit deposits
  drain drained drainer eoa exchange exploit exploited exploiter exploiters first for from fund funded funder
  funds hack hacked hacker hackers hash holder holding hot in intermediary into is it laundered launderer
  laundering linked list loot mainnet main malicious mixer moved multisig network new note notes of on onward operator origin
  other our out owner pool proxy recipient receiver received related robbed same scammer second seed sender
  sent signature signer source stolen summary suspect suspected swap swapped target the their then theft thief
  thieves third this to token tokens transaction transfer transferred tx txid txn txhash update used vault victim
  victims via wallet wallets was were which with withdrawal
  adresse adresses angriff attaque ataque bei beim carteira cartera compte conta contrat contrato cuenta
  dai de del der des die direccion du eine einer el endereco et from fur genannt konto kontrakt la las le les los
  mit monedero na no nach no. o portefeuille tether uniswap usdc usdt van vertrag von weth wbtc y zu`.split(
    /\s+/,
  ),
);

const TRANSACTION =
  /(?<![\p{L}-])(?:tx|txn|txs|txns|txid|tx.?hash(?:es)?|transactions?|trx|signatures?|transaktion(?:en)?|transaccion(?:es)?|transacao|transacoes|транзакци\p{L}*)(?![\p{L}-])|交易|哈希|トランザクション|取引|트랜잭션|거래/giu;
const HASH = /(?<![\p{L}-])(?:hash(?:es)?|хеш\p{L}*|хэш\p{L}*)(?!\p{L})|ハッシュ|해시/giu;
const ACCOUNT =
  /(?<!\p{L})(?:accounts?|address|addresses|wallets?|konto|konten|adressen?|adresses?|comptes?|cuentas?|contas?|direccion(?:es)?|enderecos?|adresy?|адрес\p{L}*|кошел\p{L}*|счет\p{L}*)(?!\p{L})|地址|账户|帐户|帳戶|钱包|錢包|アドレス|ウォレット|アカウント|口座|주소|지갑|계정/giu;
const BLOCK =
  /(?<!\p{L})block(?:[ -]?hash)?(?!\p{L})|区块|區塊|ブロック|블록|(?<!\p{L})(?:bloc|bloque|bloco|блок\p{L}*)(?!\p{L})/iu;
const OTHER =
  /(?<!\p{L})(private key|public key|seed|storage slot|topic|(?:state|merkle|storage) root|root hash|code ?hash|bytecode|commit|checksum|sha-?256|order id|position id|message id|nullifier|commitment)(?!\p{L})|(私钥|私鑰|公钥|秘密鍵|개인키)/iu;

/** What words say that something is; of an account and a transaction at once, what is nearest to it. */
export function flagsIn(text: string): Flags {
  const said = folded(text);
  const block = BLOCK.test(said);
  const account = lastOf(said, ACCOUNT);
  // “hash” is a transaction's unless it is a block's.
  const transaction = Math.max(lastOf(said, TRANSACTION), block ? -1 : lastOf(said, HASH));
  // What is in a block is a transaction: “tx in block 17”.
  const other = OTHER.exec(said);
  return {
    transaction: transaction >= 0 && transaction > account,
    account: account >= 0 && account > transaction,
    block: block && transaction < 0,
    other: other?.[1] ?? other?.[2] ?? null,
  };
}

function lastOf(text: string, words: RegExp): number {
  return Math.max(-1, ...[...text.matchAll(words)].map(({ index }) => index));
}

/** More words than that are a sentence, which names a chain only in so many words: “on Base”. */
const MOST_WORDS = 6;
/** What is longer is no word of a chain's name. */
const LONGEST_SUGGESTION = 60;

/** Reads the words beside an address. */
export function readLabel(words: readonly string[]): Label {
  const near = words.slice(-2 * MOST_WORDS).map((word) => word.slice(0, LONGEST_SUGGESTION));
  const text = near.join(" ").slice(0, 300);
  const label: Label = { chain: null, unclear: null };
  const whole = known(text);
  if (whole !== null && words.length <= MOST_WORDS) return { ...label, chain: whole };
  const said = saidOn(text) ?? chainInOtherScript(text);
  if (said !== null) return { ...label, chain: said };
  const maybeNamed = unknownOn(text);
  if (maybeNamed !== null) return { ...label, unclear: maybeNamed };
  if (words.length > MOST_WORDS) return label;
  const rest = near.filter((word) => !saysWhat(word) && !/^[#\d.:/-]+$/.test(word));
  const left = known(rest.join(" "));
  if (left !== null)
    return isWordToo(left) ? { ...label, unclear: rest.join(" ") } : { ...label, chain: left };
  const among = chainAmong(rest);
  if (among !== null) return { ...label, chain: among };
  const [only, ...more] = rest;
  const maybe = more.length === 0 && only !== undefined && near.length <= 2;
  return maybe && /^[A-Za-z0-9][A-Za-z0-9-]{1,30}$/.test(plain(only)) && /[a-z]/i.test(only)
    ? { ...label, unclear: only.replace(/:$/, "") }
    : label;
}

/** The last chain that a sentence names in so many words, as in “on Base”; null where it names none. */
function saidOn(text: string): string | null {
  const names = [...text.matchAll(/\bon (?:the )?([\p{L}\p{N}-]+)(?: ([\p{L}\p{N}-]+))?/giu)].map(
    ([, one = "", two = ""]) => {
      const chain = known(`${one} ${two}`) ?? known(one);
      // “on base” may be anything in the midst of a sentence, “on Base” may not.
      return chain !== null && isWordToo(chain) && !/^\p{Lu}/u.test(one) ? null : chain;
    },
  );
  return names.findLast((chain) => chain !== null) ?? null;
}

/** Where thefts are talked of, and when: no chains. */
const NO_CHAIN =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:twitter|x|telegram|discord|github|medium|etherscan|arkham|binance|kraken|coinbase|okx|bybit|huobi|htx|kucoin|uniswap|sushiswap|pancakeswap|curve|aave|tornado|chain)$/i;

/** A word that stands where a chain's name would, as in “on Exampleverse” and “Exampleverse network”; null where none does. */
function unknownOn(text: string): string | null {
  const [, on] =
    /(?<!\p{L})on (?:the )?(\p{Lu}[\p{L}\p{N}-]{1,30})(?![\p{L}\p{N}])/u.exec(text) ?? [];
  const [, network] =
    /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}-]{1,30})[ -](?:chain|network|mainnet|blockchain|l[12]|链)(?![\p{L}\p{N}])/iu.exec(
      text,
    ) ?? [];
  const word = network ?? on;
  if (word === undefined || NO_CHAIN.test(word) || saysWhat(word) || known(word) !== null)
    return null;
  return word;
}

/** The one chain that single words call by its own name, as in “sui digest”; coins and everyday words call none. */
function chainAmong(words: readonly string[]): string | null {
  const named = new Set(
    words.map(plain).filter((word) => known(word) === word && !isWordToo(word) && word.length > 2),
  );
  const [chain, ...more] = named;
  return chain !== undefined && more.length === 0 ? chain : null;
}

/** The chain that a text names; null where it names none that is known. */
function known(text: string): string | null {
  const chain = readChain(text);
  return isKnownChain(chain) ? chain : null;
}

/** Whether a word says what something is or did, and names no chain. */
function saysWhat(word: string): boolean {
  const text = plain(word);
  return SAYS_WHAT.has(text) || isRoleWord(word) || transactionRole(word) !== "";
}

function plain(word: string): string {
  return folded(word).replace(/[^a-z0-9-]/g, "");
}
