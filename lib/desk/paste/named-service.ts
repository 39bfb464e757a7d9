import { folded } from "@/lib/desk/paste/role-words";
import type { ServiceKind } from "@/lib/record/wallets/known-address";

/** Words that call an address a service and nothing else. */
const WORDS: readonly (readonly [kind: ServiceKind, words: string])[] = [
  [
    "token",
    "token tokens usdt usdc dai weth wbtc wbnb busd tusd usde steth tether stablecoin erc20 erc-20 bep20 trc20 wrapped-ether wrapped-bitcoin usd-coin 代币 代幣 トークン 토큰",
  ],
  ["burn", "burn zero null dead blackhole black-hole 销毁地址 黑洞地址 零地址"],
  [
    "router",
    "router swap-router dex uniswap pancakeswap sushiswap 1inch aggregator 路由 ルーター 라우터",
  ],
  ["bridge", "bridge wormhole stargate multichain 跨链桥 ブリッジ 브리지"],
  ["mixer", "mixer tumbler tornado tornado-cash railgun 混币器 ミキサー 믹서"],
  [
    "exchange",
    "exchange cex binance coinbase kraken okx okex kucoin huobi htx bybit gate gate-io mexc bitfinex bitget bitstamp gemini upbit bithumb poloniex bittrex changenow sideshift fixedfloat 交易所 取引所 거래소",
  ],
  ["lender", "flashloan flash-loan lender lending-pool aave compound"],
];
const KINDS: ReadonlyMap<string, ServiceKind> = new Map(
  WORDS.flatMap(([kind, words]) =>
    words.split(" ").map((word) => [word.replaceAll("-", " "), kind] as const),
  ),
);

/** What says nothing more of it. */
const FILLERS =
  /(?<![\p{L}\p{N}])(?:the|a|an|of|for|to|at|in|is|official|contract|address|wallet|hot|cold|pool|account|main|v\d|\d+|eth|ether|known|public)(?![\p{L}\p{N}])|合约|地址|コントラクト|アドレス/gu;

/** Accounts of Ethereum's kind that no key opens: the first numbers are programs of the chain itself. */
const OF_THE_CHAIN = /^0x0{34}[0-9a-f]{6}$/i;

const NOBODYS =
  /(?<!\p{L})(?:nobody's|contract of (?:the |an? )?(?:nft|token|collection|coin)s?|(?:nft|collection)(?:'s)? (?:own )?contract)(?!\p{L})/u;

/** The kind of service that words call an address, where they call it nothing else: “router”, “Tornado Cash”; null where they do not. */
export function serviceNamed(text: string, address: string): ServiceKind | null {
  if (OF_THE_CHAIN.test(address)) return "burn";
  if (NOBODYS.test(folded(text))) return "other";
  const words = folded(text)
    .replace(FILLERS, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (words === "" || words.length > 60) return null;
  const whole = KINDS.get(words);
  if (whole !== undefined) return whole;
  const kinds = new Set(words.split(" ").map((word) => KINDS.get(word)));
  const [kind, ...more] = kinds;
  if (kind !== undefined && more.length === 0) return kind;
  // “Polygon bridge”, “Uniswap router”: the last word says what it is, where there are two.
  const [, last, ...others] = words.split(" ");
  const of = last === undefined || others.length > 0 ? undefined : KINDS.get(last);
  return of ?? null;
}
