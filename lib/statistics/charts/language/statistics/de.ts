import type { StatisticWords } from "./statistic-words";

export const GERMAN_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "Median und Quartile der Verluste",
    largestShare: (count) => `Anteil der ${count} größten Verluste`,
    recovery: "Rückgabequote",
    thresholds: "Vorfälle ab bestimmten Beträgen",
  },
  below: (amount) => `Unter ${amount}`,
  between: (from, below) => `${from} bis unter ${below}`,
  andMore: (amount) => `${amount} und mehr`,
  ofWhole: (part, whole) => `${part} von ${whole}`,
  note: {
    quantiles:
      "Balken sind Mediane, Striche reichen von Quartil zu Quartil: die Hälfte der bekannten Verluste. Zwischen zwei Verlusten gilt die Mitte.",
    few: (least, names) => `Weniger als ${least} bekannt, was wenig aussagt: ${names}.`,
    all: (count, names) =>
      `Höchstens ${count} bekannte Verluste, deren Anteil deshalb alles ist: ${names}.`,
    recovery: (known, incidents) =>
      `Zurückgegeben ÷ verloren, wo beides bekannt ist: ${known} von ${incidents} Vorfällen. Dass nichts zurückkam, wird selten festgehalten, daher ist die Quote hoch.`,
    ofAll: (percent, lost) =>
      `Von allen bekannten Verlusten, ${lost}, kamen mindestens ${percent} zurück.`,
    thresholds: "Jede Zeile enthält auch die Vorfälle der Zeilen mit höheren Beträgen.",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `Der Median aller bekannten Verluste ist ${median}, die Hälfte liegt zwischen ${lower} und ${upper}`,
    largest: (count, percent, sum) =>
      `Die ${count} größten von allen machen ${percent} von ${sum} aus`,
    recovery: (percent, lost, known, incidents) =>
      `${percent} von ${lost} kamen zurück, bei ${known} von ${incidents} Vorfällen, von denen das bekannt ist`,
    noRecovery: "Von keinem Vorfall ist sowohl der Verlust als auch die Rückgabe bekannt",
    commonest: (size, count, known) => `Die häufigste Größe ist ${size}: ${count} von ${known}`,
    reaching: (count, known, amount, share) =>
      `${count} von ${known} Vorfällen bekannter Höhe erreichen ${amount}, mit ${share} der Summe`,
  },
  table: {
    year: "Jahr",
    size: "Höhe des Verlusts",
    atLeast: "Mindestens",
    quantile: (percent) => `${percent}-Quantil in US-Dollar`,
    known: "Vorfälle bekannter Höhe",
    largest: "Der größte in US-Dollar",
    largestTogether: (count) => `Die ${count} größten in US-Dollar`,
    withoutLargest: "Ohne den größten in US-Dollar",
    withoutTogether: (count) => `Ohne die ${count} größten in US-Dollar`,
    shareOfLargest: (count) => `Anteil der ${count} größten`,
    returnedOfKnown: "Zurückgegeben, wo beides bekannt ist, in US-Dollar",
    lostOfKnown: "Verloren, wo beides bekannt ist, in US-Dollar",
    rateOfKnown: "Rückgabequote davon",
    rateOfAll: "Von allen bekannten Verlusten, mindestens",
    knownReturns: "Vorfälle, von denen beides bekannt ist",
  },
};
