import type { Publisher, PublisherFacts } from "@/lib/record/publishers/publisher";

/** How a made-up publisher counts. */
export function aPublisher(slug: string, given: Partial<Publisher> = {}): Publisher {
  return {
    publisher: `The ${slug} report`,
    slug,
    kind: "analytics",
    rules: [
      {
        from: "2021",
        to: null,
        scams: "out",
        phishing: "part",
        personalWallets: null,
        returned: "gross",
        valuation: null,
        defiOnly: false,
        leastUsd: 100_000.5,
        categories: { Rugs: ["exit-scam"], "Hacks & exploits": ["contract-exploit"] },
        attributions: null,
        note: "",
        sources: ["https://example.com/how-we-count"],
      },
    ],
    incidentLists: [
      {
        figure: "2022, US$ 1.5m",
        members: [{ incident: "a-theft", amountUsd: null }],
        source: "https://example.com/list",
      },
    ],
    ...given,
  };
}

/** Publishers by their slugs, a sum that the first restated, and a year that it is compared in. */
export function publisherFacts(...slugs: string[]): PublisherFacts {
  const [first = "nobody"] = slugs;
  return {
    publishers: slugs.map((slug) => aPublisher(slug)),
    vintages: [
      {
        publisher: first,
        period: "2022-H1",
        category: null,
        actor: null,
        amounts: [
          { amountUsd: 10, publishedOn: "2022-07", source: "https://example.com/first" },
          { amountUsd: 12.25, publishedOn: null, source: "https://example.com/again" },
        ],
      },
    ],
    comparisons: [
      {
        period: "2022",
        basis: "Thefts from services",
        figures: [
          {
            publisher: first,
            amountUsd: 30,
            minus: [{ what: "Frauds", amountUsd: 10 }],
            leaves: 20,
            note: "As its report says.",
            sources: ["https://example.com/year"],
          },
        ],
        note: "An example.",
      },
    ],
  };
}
