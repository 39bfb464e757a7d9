/** What chains are called in other scripts; longer names first. */
const NAMES: readonly (readonly [names: string, chain: string])[] = [
  ["以太坊经典", "ethereum-classic"],
  ["比特币现金|比特幣現金", "bitcoin-cash"],
  [
    "币安智能链|幣安智能鏈|币安链|幣安鏈|バイナンススマートチェーン|BNBチェーン|바이낸스\\s?스마트\\s?체인",
    "bsc",
  ],
  ["以太坊|乙太坊|イーサリアム|이더리움|эфириум\\p{L}*|эфир(?!\\p{L})", "ethereum"],
  ["比特币|比特幣|ビットコイン|비트코인|биткоин\\p{L}*|биткойн\\p{L}*", "bitcoin"],
  ["波场|波場|トロン|트론|(?<!\\p{L})трон(?:е|а)?(?!\\p{L})", "tron"],
  ["莱特币|萊特幣|ライトコイン|라이트코인|лайткоин\\p{L}*", "litecoin"],
  ["狗狗币|狗狗幣|ドージコイン|도지코인|догикоин\\p{L}*", "dogecoin"],
  ["瑞波币?|リップル|리플|рипл(?!\\p{L})", "ripple"],
  ["索拉纳|索拉納|ソラナ|솔라나|солан\\p{L}*", "solana"],
  ["雪崩链|雪崩協議|アバランチ|아발란체", "avalanche"],
  ["柚子链|柚子币", "eos"],
  ["ポリゴン|폴리곤|полигон(?!\\p{L})", "polygon"],
  ["アービトラム|아비트럼|арбитрум(?!\\p{L})", "arbitrum"],
  ["オプティミズム|옵티미즘", "optimism"],
  ["클레이튼|クレイトン", "klaytn"],
  ["아발란체", "avalanche"],
];
const PATTERNS = NAMES.map(([names, chain]) => [new RegExp(names, "giu"), chain] as const);

/** The one chain that a text names in a script without Latin letters; null where it names none, or several. */
export function chainInOtherScript(text: string): string | null {
  if (!/[^\p{ASCII}]/u.test(text)) return null;
  const named = new Set<string>();
  let rest = text;
  for (const [pattern, chain] of PATTERNS) {
    const without = rest.replace(pattern, " ");
    if (without !== rest) named.add(chain);
    rest = without;
  }
  const [chain, ...more] = named;
  return chain !== undefined && more.length === 0 ? chain : null;
}
