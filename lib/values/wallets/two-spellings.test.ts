import { bech32 } from "@scure/base";
import { describe, expect, test } from "vitest";
import { addressProblem } from "@/lib/values/wallets/address-format";
import { ADDRESS_KEY_RULE, addressKey } from "@/lib/values/wallets/address-key";
import { bytesOf } from "@/lib/values/wallets/forms/account";

/** Accounts in all their spellings, most from the documents and tests of the chains' own programs. */
const SPELLINGS: readonly (readonly [chain: string, ...spellings: readonly string[]])[] = [
  [
    "ton",
    "EQAKbQ0PIBrS172UmgceWviRzNXrk8ht2LR4wEQDAhtZmQYR",
    "UQAKbQ0PIBrS172UmgceWviRzNXrk8ht2LR4wEQDAhtZmVvU",
    "0:0a6d0d0f201ad2d7bd949a071e5af891ccd5eb93c86dd8b478c04403021b5999",
    "0:0A6D0D0F201AD2D7BD949A071E5AF891CCD5EB93C86DD8B478C04403021B5999",
    "ton://transfer/EQAKbQ0PIBrS172UmgceWviRzNXrk8ht2LR4wEQDAhtZmQYR?amount=5",
  ],
  [
    "ton",
    "EQD7777777777777777777777777777777777777777__wwU",
    "EQD7777777777777777777777777777777777777777//wwU",
  ],
  ["ton", `-1:${"5".repeat(64)}`, "Ef9VVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVVbxn"],
  [
    "bitcoin-cash",
    "bitcoincash:qrcuqadqrzp2uztjl9wn5sthepkg22majyxw4gmv6p",
    "qrcuqadqrzp2uztjl9wn5sthepkg22majyxw4gmv6p",
    "BITCOINCASH:QRCUQADQRZP2UZTJL9WN5STHEPKG22MAJYXW4GMV6P",
    "bitcoincash:zrcuqadqrzp2uztjl9wn5sthepkg22majypyxk429j",
    "1P3GQYtcWgZHrrJhUa4ctoQ3QoCU2F65nz",
  ],
  [
    "ecash",
    "ecash:qpm2qsznhks23z7629mms6s4cwef74vcwva87rkuu2",
    "qpm2qsznhks23z7629mms6s4cwef74vcwva87rkuu2",
    "1BpEi6DfDAUFd7GtittLSdBeYJvcoaVggu",
    "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
  ],
  [
    "bitcoin",
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ",
    "bitcoin:BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ?amount=0.1&label=x",
    "bip122:000000000019d6689c085ae165831e93:bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
  ],
  ["litecoin", "3CDJNfdWX8m2NwuGUV3nhXHXEeLygMXoAj", "MJRSgZ3UUFcTBTBAaN38XAXvZLwRe8WVw7"],
  [
    "liquid",
    "lq1qqwdhep7uhzuav78mteywmt6h4lqeu6mq952kj92jvm6t2j3jz2w9j6fgwgfgeetcq2gju8x80md0l98qdgym2cakgvj5qlgjh",
    "ex1qdy58yy5vu4uq9yfwrnrhakhljnsx5zd4exs094",
    "EX1QDY58YY5VU4UQ9YFWRNRHAKHLJNSX5ZD4EXS094",
  ],
  [
    "liquid",
    "VJL8BMWCv7HUq4dgCBJAQA1gHTWibWXPTjP1vXF92doTmpnD7a6b24t7epT3fXNi8nJfW2vYdLLf15vo",
    "H3ChFpDLh8sKuD6cv9tPfwkcq7yPpNjk3r",
  ],
  ["aptos", "0x1", `0x${"1".padStart(64, "0")}`, "1".padStart(64, "0")],
  ["movement", `0x0${"A".repeat(63)}`, `0x${"a".repeat(63)}`],
  ["sui", "0x2", "0x02", `0X${"2".padStart(64, "0")}`],
  ["sui", `0x${"ab".repeat(20)}`, `0x${"00".repeat(12)}${"ab".repeat(20)}`],
  ["starknet", `0x00${"a1".repeat(31)}`, `0x${"a1".repeat(31)}`, `0x${"A1".repeat(31)}`],
  [
    "ronin",
    "ronin:96073e1bcb1c762aa3046bb2e1d4b6faddf93cdf",
    "0x96073e1bcb1c762aA3046bB2e1d4b6fAddF93cdf",
    "ron:0x96073e1bcb1c762aA3046bB2e1d4b6fAddF93cdf",
    "RONIN:96073E1BCB1C762AA3046BB2E1D4B6FADDF93CDF",
  ],
  [
    "xdc",
    "xdc06bdae97009aafc570987d2fe0b81268751f2622",
    "XDC06BDAE97009AAFC570987D2FE0B81268751F2622",
    "0x06bdae97009aafc570987d2fe0b81268751f2622",
  ],
  [
    "ethereum",
    "0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
    "0X098B716B8AAF21512996DC57EB0615E2383E2F96",
    "eth:0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
    "ethereum:0x098B716B8Aaf21512996dC57EB0615e2383E2f96@1?value=1e18",
    "eip155:1:0x098B716B8Aaf21512996dC57EB0615e2383E2f96",
    "0x098B716B8Aaf215129\u{2060}96dC57EB0615e2383E2f96\u{200b}",
  ],
  ["ethereum", "XE7338O073KYGTWWZN0F2WZ0R8PX5ZPPZS", "0x00c5496aEe77C1bA1f0854206A26DdA82a81D6D8"],
  [
    "avalanche",
    ...["X-", "P-", "", "p-"].map(
      (letter) => `${letter}${bech32.encode("avax", bech32.toWords(bytesOf("ab".repeat(20))))}`,
    ),
  ],
  [
    "harmony",
    "one1a0x3d6xpmr6f8wsyaxd9v36pytvp48zckswvv9",
    "ONE1A0X3D6XPMR6F8WSYAXD9V36PYTVP48ZCKSWVV9",
    "0xeBCD16e8c1D8f493bA04E99a56474122D81A9c58",
  ],
  [
    "injective",
    "inj1rhz8f8eryygvd79zddav03jmvuvqcrt6mkxr7g",
    "0x1dc4749f232110c6f8a26b7ac7c65b67180c0d7a",
  ],
  [
    "okxchain",
    "ex1h0j8x0v9hs4eq6ppgamemfyu4vuvp2sl0q9p3v",
    "0xbbE4733d85bc2b90682147779DA49caB38C0aA1F",
  ],
  [
    "iotex",
    "io187wzp08vnhjjpkydnr97qlh8kh0dpkkytfam8j",
    "0x3f9c20bcec9de520d88d98cbe07ee7b5ded0dac4",
  ],
  [
    "zilliqa",
    "zil10wemp699nulkrkdl7qu0ft459jhzan8g6r5lh7",
    "0x7bb3b0e8a59f3f61d9bff038f4aeb42cae2ecce8",
  ],
  ...(["evmos", "kava", "crc/cronos", "zeta/zetachain", "mantra", "tac"] as const).map(
    (both): [string, string, string] => {
      const [prefix = "", chain = prefix] = both.split("/");
      const bytes = bytesOf("ab".repeat(20));
      return [chain, bech32.encode(prefix, bech32.toWords(bytes)), `0x${"AB".repeat(20)}`];
    },
  ),
  [
    "tron",
    "TV2ZzGx8e5VaNotmweN3b5KhYgzAyokAu2",
    "41d10d280b5000f984a1b44fee45d62af906a1b663",
    "41D10D280B5000F984A1B44FEE45D62AF906A1B663",
    "0x41d10d280b5000f984a1b44fee45d62af906a1b663",
    "tron:TV2ZzGx8e5VaNotmweN3b5KhYgzAyokAu2",
  ],
  [
    "ripple",
    "r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59",
    "X7AcgcsBL6XDcUb289X4mJ8djcdyKaB5hJDWMArnXr61cqZ",
    "X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu",
    "r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59?dt=1",
    "r9cZA1mLK5R5Am25ArfXFmqgNwjZgnfk59:1",
  ],
  [
    "stellar",
    "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ",
    "MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ",
    "web+stellar:pay?destination=GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ&amount=1",
  ],
  [
    "polkadot",
    "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5",
    "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
    "HNZata7iMYWmk5RvZRTiAsSDhV8366zq2YGb3tLH5Upf74F",
    "0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d",
  ],
  [
    "cosmos",
    bech32.encode("cosmos", bech32.toWords(bytesOf("cd".repeat(20)))),
    bech32.encode("cosmos", bech32.toWords(bytesOf("cd".repeat(20)))).toUpperCase(),
    `cosmos:cosmoshub-4:${bech32.encode("cosmos", bech32.toWords(bytesOf("cd".repeat(20))))}`,
  ],
  [
    "near",
    "4da7e0f4096aaf2ce55e371657cd3089ba1e9f59f4d6e27bd02e472a16a61dc1",
    "ed25519:6E8sCci9badyRkXb3JoRpBj5p8C6Tw41ELDZoiihKEtp",
  ],
  ["near", "alice.near", "Alice.NEAR"],
  ["hedera", "0.0.123", "0.0.123-vfmkw", "0x000000000000000000000000000000000000007b"],
  [
    "filecoin",
    "f410faaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaonc6iji",
    "t410faaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaonc6iji",
    "0x0000000000000000000000000000000000000000",
  ],
  [
    "filecoin",
    "f1abjxfbp274xpdqcpuaykwkfb43omjotacm2p3za",
    "t1abjxfbp274xpdqcpuaykwkfb43omjotacm2p3za",
  ],
  [
    "icp",
    "2vxsx-fae",
    "1c7a48ba6a562aa9eaa2481a9049cdf0433b9738c992d698c31d8abf89cadc79",
    "1C7A48BA6A562AA9EAA2481A9049CDF0433B9738C992D698C31D8ABF89CADC79",
  ],
  ["nxt", "NXT-MRCC-2YLS-8M54-3CMAJ", "nxt-mrcc-2yls-8m54-3cmaj", "1739068987193023818"],
  [
    "stacks",
    "SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7",
    "sp2j6zy48gv1ez5v2v5rb9mp66sw86pykknrv9ej7",
    "SP2J6ZY48GVLEZ5V2V5RB9MP66SW86PYKKNRV9EJ7",
  ],
  [
    "elrond",
    "erd1qyu5wthldzr8wx5c9ucg8kjagg0jfs53s8nr3zpz3hypefsdd8ssycr6th",
    "0139472eff6886771a982f3083da5d421f24c29181e63888228dc81ca60d69e1",
  ],
  [
    "tezos",
    "KT1PWx2mnDueood7fEmfbBDKx1D9BAnnXitn",
    "KT1PWx2mnDueood7fEmfbBDKx1D9BAnnXitn%transfer",
  ],
  ["zcash", "t1VmmGiyjVNeCjxDZzg7vZmd99WyzVby9yC", "tex1s2rt77ggv6q989lr49rkgzmh5slsksa9khdgte"],
  [
    "nano",
    "nano_3assnyaqet37uqch6ate15wo9z5if1m3g8hi5ffft6yj3dkyf3pbryym7fdb",
    "xrb_3assnyaqet37uqch6ate15wo9z5if1m3g8hi5ffft6yj3dkyf3pbryym7fdb",
    "xrb-3assnyaqet37uqch6ate15wo9z5if1m3g8hi5ffft6yj3dkyf3pbryym7fdb",
  ],
  [
    "cardano",
    "addr1qx2kd28nq8ac5prwg32hhvudlwggpgfp8utlyqxu6wqgz62f79qsdmm5dsknt9ecr5w468r9ey0fxwkdrwh08ly3tu9sy0f4qd",
    "ADDR1QX2KD28NQ8AC5PRWG32HHVUDLWGGPGFP8UTLYQXU6WQGZ62F79QSDMM5DSKNT9ECR5W468R9EY0FXWKDRWH08LY3TU9SY0F4QD",
    "019566a8f301fb8a046e44557bb38dfb9080a1213f17f200dcd3808169" +
      "49f14106ef746c2d3597381d1d5d1c65c91e933acd1baef3fc915f0b",
  ],
  [
    "radix",
    "account_rdx12xjdx9ntkjl60r7fuv9az8uzmad0d05mqmjstrpkpvtcew87crahw6",
    "ACCOUNT_RDX12XJDX9NTKJL60R7FUV9AZ8UZMAD0D05MQMJSTRPKPVTCEW87CRAHW6",
  ],
  ["eos", "eosio.token", "eosio.token."],
  ["flow", "0x1654653399040a61", "1654653399040A61"],
  [
    "kadena",
    "k:a9f3672d7ad7a1e4592702d73b220cbc61db1fa17f89a56131d965bc03959913",
    "k:A9F3672D7AD7A1E4592702D73B220CBC61DB1FA17F89A56131D965BC03959913",
  ],
  ["icon", `hx${"ab".repeat(20)}`, `hx${"AB".repeat(20)}`],
  [
    "iota",
    "iota1qrhacyfwlcnzkvzteumekfkrrwks98mpdm37cj4xx3drvmjvnep6xqgyzyx",
    "0xefdc112efe262b304bcf379b26c31bad029f616ee3ec4aa6345a366e4c9e43a3",
  ],
  ["mixin", "7766b24c-1a03-4c3a-83a3-b4358266875d", "7766B24C-1A03-4C3A-83A3-B4358266875D"],
];

describe("every way of writing one account has one key", () => {
  test.each(SPELLINGS)("%s %s", (chain, one, ...others) => {
    for (const other of others)
      expect([other, addressKey(chain, other)]).toEqual([other, addressKey(chain, one)]);
  });

  test("and each is taken, where nothing is around it", () => {
    const wrapped = /[?%]|:\/\/|^(?:bitcoin|eth|ron|tron|eip155|ethereum|bip122|cosmos):|^web|:1$/;
    for (const [chain, ...spellings] of SPELLINGS)
      for (const spelling of spellings)
        if (!wrapped.test(spelling) && !/[\u{200b}\u{2060}]|NEAR/u.test(spelling))
          expect([spelling, addressProblem(chain, spelling)]).toEqual([spelling, null]);
  });
});

test("a spelling with a mistyped letter is refused, wherever a checksum tells", () => {
  for (const [chain, address] of [
    ["ecash", "ecash:qpm2qsznhks23z7629mms6s4cwef74vcwva87rkuu3"],
    ["hedera", "0.0.123-vfmkx"],
    ["sei", `${bech32.encode("sei", bech32.toWords(bytesOf("ab".repeat(20)))).slice(0, -1)}q`],
    ["elrond", "erd1qyu5wthldzr8wx5c9ucg8kjagg0jfs53s8nr3zpz3hypefsdd8ssycr6tq"],
    ["nxt", "NXT-MRCC-2YLS-8M54-3CMAK"],
    ["icp", "2vxsx-fad"],
    ["icp", "k2t6j-2nvnp-4zjm3-25dtz-6xhaa-c7boj-5gayf-oj3xs-i43lp-teztq-6ae-6cc627i.2"],
    ["ethereum", "XE7438O073KYGTWWZN0F2WZ0R8PX5ZPPZS"],
    ["filecoin", "f1abjxfbp274xpdqcpuaykwkfb43omjotacm2p3zb"],
    ["stacks", "SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ8"],
    ["nano", "nano_3assnyaqet37uqch6ate15wo9z5if1m3g8hi5ffft6yj3dkyf3pbryym7fdc"],
    ["radix", "account_rdx12xjdx9ntkjl60r7fuv9az8uzmad0d05mqmjstrpkpvtcew87crahw7"],
    ["namada", "tnam1q9gr66cvu4hrzm0sd5kmlnjje82gs3xlfg3v6nu8"],
    ["oasis", "oasis1qrec770vrek0a9a5lcrv0zvt22504k68svq7kzvf"],
    ["cardano", "Ae2tdPwUPEZFRbyhz3cpfC2CumGzNkFBN2L42rcUc2yjQpEkxDbkPodpMAj"],
    [
      "liquid",
      "lq1qqwdhep7uhzuav78mteywmt6h4lqeu6mq952kj92jvm6t2j3jz2w9j6fgwgfgeetcq2gju8x80md0l98qdgym2cakgvj5qlgjk",
    ],
  ] as const)
    expect([address, addressProblem(chain, address)]).toEqual([
      address,
      expect.stringContaining("wrong checksum"),
    ]);
  for (const [chain, address] of [
    ["namada", "tnam1q9gr66cvu4hrzm0sd5kmlnjje82gs3xlfg3v6nu7"],
    ["oasis", "oasis1qrec770vrek0a9a5lcrv0zvt22504k68svq7kzve"],
    ["icp", "k2t6j-2nvnp-4zjm3-25dtz-6xhaa-c7boj-5gayf-oj3xs-i43lp-teztq-6ae-6cc627i.1"],
    ["cardano", "Ae2tdPwUPEZFRbyhz3cpfC2CumGzNkFBN2L42rcUc2yjQpEkxDbkPodpMAi"],
    [
      "cardano",
      "DdzFFzCqrhstmqBkaU98vdHu6PdqjqotmgudToWYEeRmQKDrn4cAgGv9EZKtu1DevLrMA1pdVazufUCK4zhFkUcQZ5Gm88mVHnrwmXvT",
    ],
  ] as const)
    expect([address, addressProblem(chain, address)]).toEqual([address, null]);
});

describe("what is not one account keeps two keys", () => {
  test.each([
    [
      "a key's address and a script's with one hash",
      ["bitcoin", "15jAXkoxpGqAVLeKRtuf57L55z2qRbq71p"],
      ["bitcoin", "36RBTJJQNB9YaWLkYzaFVjh1EWKYzCKSTH"],
    ],
    ["workchains of TON", ["ton", `0:${"4c".repeat(32)}`], ["ton", `-1:${"4c".repeat(32)}`]],
    ["chains that write 32 bytes alike", ["aptos", "0x1a"], ["sui", "0x1a"]],
    [
      "Sei's two addresses, which are different hashes",
      ["sei", bech32.encode("sei", bech32.toWords(bytesOf("ab".repeat(20))))],
      ["sei", `0x${"ab".repeat(20)}`],
    ],
    [
      "one hash under two beginnings of bech32",
      ["cosmos", bech32.encode("cosmos", bech32.toWords(bytesOf("ab".repeat(20))))],
      ["osmosis", bech32.encode("osmo", bech32.toWords(bytesOf("ab".repeat(20))))],
    ],
    [
      "accounts of one principal",
      ["icp", "k2t6j-2nvnp-4zjm3-25dtz-6xhaa-c7boj-5gayf-oj3xs-i43lp-teztq-6ae"],
      ["icp", "k2t6j-2nvnp-4zjm3-25dtz-6xhaa-c7boj-5gayf-oj3xs-i43lp-teztq-6ae-6cc627i.1"],
    ],
    ["names on chains of EOS's kind", ["eos", "abc"], ["wax", "abc"]],
  ] satisfies [string, [string, string], [string, string]][])("%s", (_, one, other) => {
    expect(addressKey(...one)).not.toBe(addressKey(...other));
  });
});

test("keys on chains of Ethereum's kind are those of the first rule, byte for byte", () => {
  expect(ADDRESS_KEY_RULE).toBe(2);
  for (const chain of [
    "ethereum",
    "bsc",
    "xdc",
    "ronin",
    "harmony",
    "sei",
    "evmos",
    "nobodys-chain",
  ])
    expect(addressKey(chain, " 0x098B716B8Aaf21512996dC57EB0615e2383E2f96 ")).toBe(
      "evm:0x098b716b8aaf21512996dc57eb0615e2383e2f96",
    );
});
