import type { StatisticWords } from "./statistic-words";

export const SPANISH_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "Pérdida mediana y cuartiles",
    largestShare: (count) => `Porcentaje de las ${count} mayores pérdidas`,
    recovery: "Tasa de devolución",
    thresholds: "Incidentes por encima de umbrales",
  },
  below: (amount) => `Menos de ${amount}`,
  between: (from, below) => `De ${from} a menos de ${below}`,
  andMore: (amount) => `${amount} y más`,
  ofWhole: (part, whole) => `${part} de ${whole}`,
  note: {
    quantiles:
      "Barras: medianas; líneas: del primer al tercer cuartil, la mitad de las pérdidas conocidas. Entre dos pérdidas, el punto medio.",
    few: (least, names) => `Menos de ${least} conocidas, que dicen poco: ${names}.`,
    all: (count, names) =>
      `No más de ${count} pérdidas conocidas, de modo que el porcentaje es todo: ${names}.`,
    recovery: (known, incidents) =>
      `Devuelto ÷ perdido, donde se conocen ambos: ${known} de ${incidents} incidentes. Que no se devolvió nada rara vez consta, así que la tasa es alta.`,
    ofAll: (percent, lost) =>
      `De todas las pérdidas conocidas, ${lost}, se devolvió al menos el ${percent}.`,
    thresholds: "Cada línea incluye también los incidentes de las líneas con umbrales más altos.",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `La mediana de todas las pérdidas conocidas es ${median}, y la mitad está entre ${lower} y ${upper}`,
    largest: (count, percent, sum) => `Las ${count} mayores de todas son el ${percent} de ${sum}`,
    recovery: (percent, lost, known, incidents) =>
      `Se devolvió el ${percent} de ${lost}, en ${known} de ${incidents} incidentes de los que se sabe`,
    noRecovery: "De ningún incidente se conocen a la vez la pérdida y la devolución",
    commonest: (size, count, known) => `El tamaño más frecuente: ${size}, ${count} de ${known}`,
    reaching: (count, known, amount, share) =>
      `${count} de ${known} incidentes con importe conocido alcanzan ${amount}, con el ${share} de la suma`,
  },
  table: {
    year: "Año",
    size: "Importe de la pérdida",
    atLeast: "Al menos",
    quantile: (percent) => `Cuantil del ${percent} en dólares`,
    known: "Incidentes con importe conocido",
    largest: "La mayor en dólares",
    largestTogether: (count) => `Las ${count} mayores en dólares`,
    withoutLargest: "Sin la mayor en dólares",
    withoutTogether: (count) => `Sin las ${count} mayores en dólares`,
    shareOfLargest: (count) => `Porcentaje de las ${count} mayores`,
    returnedOfKnown: "Devuelto, donde se conocen ambos, en dólares",
    lostOfKnown: "Perdido, donde se conocen ambos, en dólares",
    rateOfKnown: "Tasa de devolución de estos",
    rateOfAll: "De todas las pérdidas conocidas, al menos",
    knownReturns: "Incidentes de los que se conocen ambos",
  },
};
