import { ACCOUNTS as A, HASHES as T } from "@/testing/reports/accounts";
import type { ReportCase } from "@/testing/reports/report-case";

/** Reports in other languages, or in several. */
export const OTHER_LANGUAGES: readonly ReportCase[] = [
  {
    title: "German news",
    text: `Nordbrücke: Angreifer erbeuten 6,2 Millionen Dollar

Am 8. März 2024 wurde die Brücke Nordbrücke angegriffen. Der Schaden beträgt 6,2 Millionen US-Dollar. Der Angreifer nutzte einen gestohlenen privaten Schlüssel.

Adresse des Angreifers: ${A[15]}

Am 12. März 2024 wurden 1,1 Millionen Dollar zurückgegeben. Laut Kestrel Research steckt vermutlich Grey Crew dahinter.

Quelle: https://zeitung.example.de/nordbruecke (9. März 2024)`,
    target: "Nordbrücke",
    day: "2024-03-08",
    best: 6_200_000,
    returned: 1_100_000,
    chains: ["ethereum"],
    addresses: [`ethereum ${A[15]} attacker`],
    attributions: ["grey-crew, Kestrel Research, suspected, null"],
    sources: ["https://zeitung.example.de/nordbruecke, 2024-03-09"],
  },
  {
    title: "French news",
    text: `Le protocole Heron Finance a été piraté le 14 juillet 2023. Environ 3,5 millions de dollars ont été dérobés.

Attaquant : ${A[16]}

L’équipe offre une récompense de 10 %.`,
    target: "Heron Finance",
    day: "2023-07-14",
    best: 3_500_000,
    chains: ["ethereum"],
    addresses: [`ethereum ${A[16]} attacker`],
  },
  {
    title: "Spanish news",
    text: `Banco Lumen sufrió un robo el 2 de octubre de 2022. Las pérdidas ascienden a 12 millones de dólares. La plataforma devolverá los fondos de sus usuarios con sus propias reservas.

Dirección del atacante: ${A[17]}`,
    target: "Banco Lumen",
    day: "2022-10-02",
    best: 12_000_000,
    chains: ["ethereum"],
    addresses: [`ethereum ${A[17]} attacker`],
  },
  {
    title: "Chinese notes",
    text: `珊瑚交易所被盗分析

2022年11月20日，珊瑚交易所遭到攻击，损失约350万美元。

攻击者地址（BSC）：${A[18]}
受害合约（BSC）：${A[19]}
交易：https://bscscan.com/tx/${T[3]}`,
    target: "珊瑚交易所",
    day: "2022-11-20",
    best: 3_500_000,
    chains: ["bsc"],
    addresses: [`bsc ${A[18]} attacker`, `bsc ${A[19]} victim`],
    transactions: [`bsc ${T[3]}`],
  },
  {
    title: "Japanese notice",
    text: `キツネ取引所からの流出について

2024年5月31日、キツネ取引所のホットウォレットから約4億ドル相当のビットコインが流出しました。被害額：4億ドル。

詳細：https://kitsune.example.jp/notice（2024年6月1日）`,
    target: "キツネ取引所",
    day: "2024-05-31",
    best: 400_000_000,
    chains: [],
    sources: ["https://kitsune.example.jp/notice, 2024-06-01"],
  },
  {
    title: "Korean line with English",
    text: `Kitsune Exchange 해킹 (2023년 3월 4일)

피해액: 950만 달러. The exchange paused withdrawals. 공격자 지갑: ${A[20]} (Ethereum)`,
    target: "Kitsune Exchange",
    day: "2023-03-04",
    best: 9_500_000,
    chains: ["ethereum"],
    addresses: [`ethereum ${A[20]} attacker`],
  },
  {
    title: "English with a German quotation",
    text: `Pinecone's vaults on Optimism were exploited on 6 Feb 2025; the loss is put at $890,000. „Der Angreifer hat nichts zurückgegeben“, the founder told a paper in Vienna on 9 February 2025.

Exploiter: ${A[21]} (Optimism)`,
    target: "Pinecone",
    day: "2025-02-06",
    best: 890_000,
    chains: ["optimism"],
    addresses: [`optimism ${A[21]} attacker`],
  },
  {
    title: "Portuguese news",
    text: `A CoralSwap foi atacada em 9 de junho de 2024. Foram roubados 2,8 milhões de dólares. O invasor devolveu 400 mil dólares no dia seguinte.`,
    target: "CoralSwap",
    day: "2024-06-09",
    best: 2_800_000,
    returned: 400_000,
    chains: [],
  },
];

/** Short alerts, as firms send them. */
export const ALERTS: readonly ReportCase[] = [
  {
    title: "an alert",
    text: `ALERT: Quartz Protocol on #Ethereum has been exploited, ~$1.7M drained so far.
Attacker: ${A[22]}
Attack tx: ${T[4]}
Root cause: oracle manipulation
(Mar 3, 2024)`,
    target: "Quartz Protocol",
    day: "2024-03-03",
    best: 1_700_000,
    chains: ["ethereum"],
    addresses: [`ethereum ${A[22]} attacker`],
    transactions: [`ethereum ${T[4]}`],
  },
  {
    title: "a follow-up with links of explorers",
    text: `Follow-up on Ember Bridge (2 May 2022): of the $14 million taken, the thief moved 1,200 ETH through https://etherscan.io/address/${A[23]} and returned 900 ETH, $2.5 million, on 9 May 2022.

Theft transaction: https://etherscan.io/tx/${T[5]}
Background: https://emberbridge.example.org/incident?fbclid=abc`,
    target: "Ember Bridge",
    day: "2022-05-02",
    best: 14_000_000,
    returned: 2_500_000,
    chains: ["ethereum"],
    addresses: [`ethereum ${A[23]} laundering`],
    transactions: [`ethereum ${T[5]}`],
    sources: ["https://emberbridge.example.org/incident, null"],
  },
  {
    title: "a statement of a company",
    text: `Statement of Tidewell, 11 September 2024

Yesterday, on 10 September 2024, a former employee used keys that should have been revoked and stole 18,000 SOL and $2 million in USDC from our warm wallets on Solana. In total customers lost $4.4 million; they will be reimbursed from the company's treasury with $4.4 million.`,
    target: "Tidewell",
    day: "2024-09-10",
    best: 4_400_000,
    chains: ["solana"],
    assets: ["SOL 18000 null"],
  },
  {
    title: "a month only",
    text: `Sometime in April 2021 the wallets of Copperleaf Casino were emptied; nobody noticed until a customer asked on 2 June 2021. About $640,000 was stolen, mostly bitcoin.`,
    target: "Copperleaf Casino",
    day: "2021-04",
    best: 640_000,
    chains: [],
  },
  {
    title: "precise sums beside rounded ones",
    text: `Saltmarsh loses nearly $8 million

Saltmarsh said that $7,943,210 was stolen on 28 August 2023, of which $3 million was in USDT. The token fell 12% to $0.41.`,
    target: "Saltmarsh",
    day: "2023-08-28",
    best: 7_943_210,
    chains: [],
  },
  {
    title: "a court paper",
    text: `According to the indictment of 4 April 2025, the defendants, members of Paper Lantern, stole 263 BTC from a victim of Tidewell on 19 August 2024, worth $16.2 million. Agents have seized $5.5 million of it. See https://court.example.gov/press/paper-lantern (4 April 2025).`,
    target: "Tidewell",
    day: "2024-08-19",
    best: 16_200_000,
    returned: 5_500_000,
    chains: [],
    assets: ["BTC 263 16200000"],
    attributions: ["paper-lantern, null, confirmed, 2025-04-04"],
    sources: ["https://court.example.gov/press/paper-lantern, 2025-04-04"],
  },
];
