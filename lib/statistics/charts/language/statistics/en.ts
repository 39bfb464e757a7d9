import type { StatisticWords } from "./statistic-words";

export const ENGLISH_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "Median and quartile losses",
    largestShare: (count) => `Top ${count} share of losses`,
    recovery: "Recovery rate",
    thresholds: "Incidents above thresholds",
  },
  below: (amount) => `Under ${amount}`,
  between: (from, below) => `${from} to under ${below}`,
  andMore: (amount) => `${amount} and more`,
  ofWhole: (part, whole) => `${part} of ${whole}`,
  note: {
    quantiles:
      "Bars are medians; lines span the quartiles, half of the known losses. Between two losses, halfway.",
    few: (least, names) => `Fewer than ${least} known, which say little: ${names}.`,
    all: (count, names) => `No more than ${count} known losses, so the share is all: ${names}.`,
    recovery: (known, incidents) =>
      `Returned ÷ lost, where both are known: ${known} of ${incidents} incidents. That nothing came back is seldom recorded, so the rate is high.`,
    ofAll: (percent, lost) => `Of all known losses, ${lost}, at least ${percent} came back.`,
    thresholds: "Each line also holds the incidents of the lines with higher thresholds.",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `the median of all known losses is ${median}, and half of them lie between ${lower} and ${upper}`,
    largest: (count, percent, sum) => `the ${count} largest of all are ${percent} of ${sum}`,
    recovery: (percent, lost, known, incidents) =>
      `${percent} of ${lost} came back, of ${known} of ${incidents} incidents of which that is known`,
    noRecovery: "of no incident is it known both what was lost and what came back",
    commonest: (size, count, known) => `the commonest size is ${size}: ${count} of ${known}`,
    reaching: (count, known, amount, share) =>
      `${count} of ${known} incidents of known size reach ${amount}, with ${share} of the sum`,
  },
  table: {
    year: "Year",
    size: "Size of the loss",
    atLeast: "At least",
    quantile: (percent) => `${percent} quantile, US dollars`,
    known: "Incidents of known size",
    largest: "The largest, US dollars",
    largestTogether: (count) => `The ${count} largest, US dollars`,
    withoutLargest: "Without the largest, US dollars",
    withoutTogether: (count) => `Without the ${count} largest, US dollars`,
    shareOfLargest: (count) => `Share of the ${count} largest`,
    returnedOfKnown: "Returned, where both are known, US dollars",
    lostOfKnown: "Lost, where both are known, US dollars",
    rateOfKnown: "Recovery rate of these",
    rateOfAll: "Of all known losses, at least",
    knownReturns: "Incidents of which both are known",
  },
};
