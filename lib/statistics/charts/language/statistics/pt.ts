import type { StatisticWords } from "./statistic-words";

export const PORTUGUESE_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "Perda mediana e quartis",
    largestShare: (count) => `Parcela das ${count} maiores perdas`,
    recovery: "Taxa de devolução",
    thresholds: "Incidentes acima de limites",
  },
  below: (amount) => `Menos de ${amount}`,
  between: (from, below) => `De ${from} a menos de ${below}`,
  andMore: (amount) => `${amount} e mais`,
  ofWhole: (part, whole) => `${part} de ${whole}`,
  note: {
    quantiles:
      "Barras: medianas; linhas: do primeiro ao terceiro quartil, metade das perdas conhecidas. Entre duas perdas, o ponto médio.",
    few: (least, names) => `Menos de ${least} conhecidas, que dizem pouco: ${names}.`,
    all: (count, names) =>
      `Não mais de ${count} perdas conhecidas, de modo que a parcela é tudo: ${names}.`,
    recovery: (known, incidents) =>
      `Devolvido ÷ perdido, onde se conhecem ambos: ${known} de ${incidents} incidentes. Que nada voltou raramente é registrado, por isso a taxa é alta.`,
    ofAll: (percent, lost) =>
      `De todas as perdas conhecidas, ${lost}, voltaram ao menos ${percent}.`,
    thresholds: "Cada linha inclui também os incidentes das linhas com limites mais altos.",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `A mediana de todas as perdas conhecidas é ${median}, e metade delas está entre ${lower} e ${upper}`,
    largest: (count, percent, sum) => `As ${count} maiores de todas são ${percent} de ${sum}`,
    recovery: (percent, lost, known, incidents) =>
      `Voltaram ${percent} de ${lost}, em ${known} de ${incidents} incidentes dos quais se sabe`,
    noRecovery: "De nenhum incidente se conhecem ao mesmo tempo a perda e a devolução",
    commonest: (size, count, known) => `O tamanho mais comum: ${size}, ${count} de ${known}`,
    reaching: (count, known, amount, share) =>
      `${count} de ${known} incidentes com valor conhecido alcançam ${amount}, com ${share} da soma`,
  },
  table: {
    year: "Ano",
    size: "Valor da perda",
    atLeast: "Ao menos",
    quantile: (percent) => `Quantil de ${percent} em dólares`,
    known: "Incidentes com valor conhecido",
    largest: "A maior em dólares",
    largestTogether: (count) => `As ${count} maiores em dólares`,
    withoutLargest: "Sem a maior em dólares",
    withoutTogether: (count) => `Sem as ${count} maiores em dólares`,
    shareOfLargest: (count) => `Parcela das ${count} maiores`,
    returnedOfKnown: "Devolvido, onde se conhecem ambos, em dólares",
    lostOfKnown: "Perdido, onde se conhecem ambos, em dólares",
    rateOfKnown: "Taxa de devolução destes",
    rateOfAll: "De todas as perdas conhecidas, ao menos",
    knownReturns: "Incidentes dos quais se conhecem ambos",
  },
};
