import { ACCOUNTS as A, HASHES as T } from "@/testing/reports/accounts";
import type { ReportCase } from "@/testing/reports/report-case";

/** Post-mortems, threads and news in English. */
export const ENGLISH: readonly ReportCase[] = [
  {
    title: "a post-mortem by the team",
    text: `Heron Finance post-mortem

On 3 May 2023 at 14:02 UTC an attacker drained 4,947 ETH ($9.1m) from Heron Finance on Ethereum through a reentrancy in the withdrawal of collateral.

Attacker: ${A[0]}
Victim contract: ${A[1]}
Attack transaction: ${T[0]}

TVL fell from $60m to $41m within the day. We offer a bounty of $900,000 for the return of the funds.

Read more: https://heron-finance.example.org/blog/post-mortem (4 May 2023)`,
    target: "Heron Finance",
    day: "2023-05-03",
    best: 9_100_000,
    chains: ["ethereum"],
    assets: ["ETH 4947 9100000"],
    addresses: [`ethereum ${A[0]} attacker`, `ethereum ${A[1]} victim`],
    transactions: [`ethereum ${T[0]}`],
    sources: ["https://heron-finance.example.org/blog/post-mortem, 2023-05-04"],
  },
  {
    title: "a thread",
    text: `1/ CoralSwap on BSC just lost about $2.4m. What happened on 11 Nov 2022?

2/ The pool trusted a spot price. With a flash loan of 30,000 BNB the exploiter bent it and took 1.9 million USDT and 410 WBNB.

3/ exploiter ${A[2]}
4/ tx https://bscscan.com/tx/${T[1]}

5/ $600k has been returned so far. The rest went into Tornado Cash.`,
    target: "CoralSwap",
    day: "2022-11-11",
    best: 2_400_000,
    returned: 600_000,
    chains: ["bsc"],
    assets: ["USDT 1900000 1900000", "WBNB 410 null"],
    addresses: [`bsc ${A[2]} attacker`],
    transactions: [`bsc ${T[1]}`],
  },
  {
    title: "a news article with a later attribution",
    text: `Saltmarsh robbed of $48 million, police say who it was

The exchange Saltmarsh lost $48 million from its hot wallets on 21 January 2024. It noticed the theft only on 23 January, and told its customers on the 24th.

On 2 March 2024 the FBI attributed the theft to Grey Crew (https://fbi.example.org/statements/saltmarsh). An earlier hack of the exchange, in 2021, cost it $3 million.

Saltmarsh was valued at $900 million in its last funding round.`,
    target: "Saltmarsh",
    day: "2024-01-21",
    best: 48_000_000,
    chains: [],
    attributions: ["grey-crew, FBI, confirmed, 2024-03-02"],
    sources: ["https://fbi.example.org/statements/saltmarsh, 2024-03-02"],
  },
  {
    title: "a range and a firm's view",
    text: `Ember Bridge: what we know

Date: 2024-06-09
Loss: between $11.2m and $12.5m; we use $12m.
Chains: Arbitrum, Ethereum

Kestrel Research suspects Paper Lantern: the preparations resemble theirs. The company has not commented.

Sources: https://kestrel.example.org/ember-bridge-notes | https://dailyledger.example.org/ember?utm_medium=social (10 June 2024)`,
    target: "Ember Bridge",
    day: "2024-06-09",
    best: 12_000_000,
    low: 11_200_000,
    high: 12_500_000,
    chains: ["arbitrum", "ethereum"],
    attributions: ["paper-lantern, Kestrel Research, suspected, null"],
    sources: [
      "https://kestrel.example.org/ember-bridge-notes, null",
      "https://dailyledger.example.org/ember, 2024-06-10",
    ],
  },
  {
    title: "an unknown target in a headline",
    text: `Bluefin Vaults exploited for $3.7 million

Bluefin Vaults, a yield aggregator on Polygon, was exploited on Tuesday, September 5, 2023. The attacker minted shares against a rounding error and withdrew 3.1 million USDC and 290 WETH.

The attacker's address is ${A[3]}; the drained vault is ${A[4]}. Nothing has been returned.`,
    target: "Bluefin Vaults",
    day: "2023-09-05",
    best: 3_700_000,
    chains: ["polygon"],
    assets: ["USDC 3100000 3100000", "WETH 290 null"],
    addresses: [`polygon ${A[3]} attacker`, `polygon ${A[4]} victim`],
  },
  {
    title: "an upper bound only",
    text: `Tidewell, the custodian, was breached on 18 February 2025. How much was stolen is not known yet: up to $70m, says an insider. Withdrawals have been stopped, and the company speaks of a small number of customers.

https://tidewell.example.org/status (18 February 2025)`,
    target: "Tidewell",
    day: "2025-02-18",
    best: null,
    high: 70_000_000,
    chains: [],
    sources: ["https://tidewell.example.org/status, 2025-02-18"],
  },
  {
    title: "a white hat's return",
    text: `Pinecone incident report

What happened: on 30 March 2022 a flaw in the vaults' accounting let somebody take $1,250,000 from Pinecone on Avalanche.
What came back: the same evening a white hat who had run ahead of the thief returned $480,000.
What is missing: the rest, which was bridged to Ethereum.

Thief: ${A[5]}
Rescuer, not the attacker: ${A[6]}`,
    target: "Pinecone",
    day: "2022-03-30",
    best: 1_250_000,
    returned: 480_000,
    chains: ["avalanche"],
    addresses: [`avalanche ${A[5]} attacker`],
  },
  {
    title: "a table of accounts",
    text: `Quartz Protocol, 7 July 2024: the stablecoin's minter was called by somebody who should not have been able to (access control). Lost: $5.6m in DAI.

| role | address |
|---|---|
| attacker | ${A[7]} |
| attacker | ${A[8]} |
| victim | ${A[9]} |
| laundering | ${A[10]} |

All on Base. DAI's own token contract, ${A[11]}, has nothing to do with it.`,
    target: "Quartz Protocol",
    day: "2024-07-07",
    best: 5_600_000,
    chains: ["base"],
    addresses: [
      `base ${A[7]} attacker`,
      `base ${A[8]} attacker`,
      `base ${A[9]} victim`,
      `base ${A[10]} laundering`,
    ],
  },
  {
    title: "two counts and a preferred one",
    text: `Lantern Perps lost its insurance pool on 12 December 2023. Scopeline counts $8.25m stolen, Northwatch $9m; in total the team found $8,613,402 gone, and that is the final figure.

Volume on the exchange had been $1.1bn in the month before.

Scopeline, 13 Dec 2023, https://scopeline.example.com/lantern | Northwatch, 14 Dec 2023, https://northwatch.example.com/alerts/lantern-perps`,
    target: "Lantern Perps",
    day: "2023-12-12",
    best: 8_613_402,
    low: 8_250_000,
    high: 9_000_000,
    chains: [],
    sources: [
      "https://scopeline.example.com/lantern, 2023-12-13",
      "https://northwatch.example.com/alerts/lantern-perps, 2023-12-14",
    ],
  },
  {
    title: "a day that can be read in two ways",
    text: `Incident of 04/05/2022. The theft took place on the 4th of May.

Driftwood Bank's hot wallet was emptied of 212 BTC, worth $8.3m. The thief's account is bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq.`,
    target: "Driftwood Bank",
    day: "2022-05-04",
    best: 8_300_000,
    chains: ["bitcoin"],
    assets: ["BTC 212 8300000"],
    addresses: ["bitcoin bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq attacker"],
  },
  {
    title: "a denied attribution",
    text: `Heron Finance was hacked for $740,000 on 19 October 2024. Some blamed the Lazarus Group within the hour; there is no evidence that the Lazarus Group was behind it, and the team says that it was a former contractor.`,
    target: "Heron Finance",
    day: "2024-10-19",
    best: 740_000,
    chains: [],
  },
  {
    title: "two who say the same",
    text: `Saltmarsh theft, 5 August 2025

$31m left the exchange's wallets on Solana on 5 August 2025. According to Northwatch, Grey Crew is likely behind it (https://northwatch.example.com/saltmarsh-2025). On 20 August 2025 the US Treasury attributed it to Grey Crew East (https://treasury.example.org/actions/20250820).`,
    target: "Saltmarsh",
    day: "2025-08-05",
    best: 31_000_000,
    chains: ["solana"],
    attributions: [
      "grey-crew, Northwatch, likely, null",
      "grey-crew-east, US Treasury, confirmed, 2025-08-20",
    ],
    sources: [
      "https://northwatch.example.com/saltmarsh-2025, null",
      "https://treasury.example.org/actions/20250820, 2025-08-20",
    ],
  },
  {
    title: "notes in fragments",
    text: `target: Ember Bridge
when: 2023-02-01
loss: $4.4m
attack contract ${A[12]} (ethereum)
tx ${T[2]}
no actor named
returned: nothing
src: https://chainnotes.example.net/ember#part-2`,
    target: "Ember Bridge",
    day: "2023-02-01",
    best: 4_400_000,
    chains: ["ethereum"],
    addresses: [`ethereum ${A[12]} attacker`],
    transactions: [`ethereum ${T[2]}`],
    sources: ["https://chainnotes.example.net/ember, null"],
  },
  {
    title: "a text that tells of no theft",
    text: `Heron Finance raises $20 million

The lending protocol Heron Finance announced on 8 April 2025 that it has raised $20 million in a round led by Birch Capital. TVL stands at $310m. It plans to launch on Optimism in June.`,
    target: "Heron Finance",
    day: null,
    best: null,
    chains: [],
  },
  {
    title: "a phishing of one person",
    text: `A holder lost 1,155 stETH worth $4.1m on 22 September 2024 after signing a malicious permit on a fake page of Curve. The drainer's wallet ${A[13]} sent it on to ${A[14]} on Ethereum. Curve itself was not touched.`,
    target: "",
    day: "2024-09-22",
    best: 4_100_000,
    chains: ["ethereum"],
    assets: ["stETH 1155 4100000"],
    addresses: [`ethereum ${A[13]} attacker`, `ethereum ${A[14]} laundering`],
  },
  {
    title: "a retrospective with other thefts in it",
    text: `Ten years of thefts on bridges

The largest that year was that of Nordbrücke: on 17 June 2023 it lost $19.4m. A month earlier Ember Bridge had lost $2m, and all thefts of that June came to $104m. Nordbrücke recovered $7 million in 2024, after an arrest in Oslo on 3 May 2024.`,
    target: "Nordbrücke",
    day: "2023-06-17",
    best: 19_400_000,
    returned: 7_000_000,
    chains: [],
  },
];
