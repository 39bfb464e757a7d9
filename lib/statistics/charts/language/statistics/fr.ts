import type { StatisticWords } from "./statistic-words";

export const FRENCH_STATISTICS: StatisticWords = {
  subject: {
    quantiles: "Perte médiane et quartiles",
    largestShare: (count) => `Part des ${count} plus grosses pertes`,
    recovery: "Taux de restitution",
    thresholds: "Incidents au-dessus de seuils",
  },
  below: (amount) => `Moins de ${amount}`,
  between: (from, below) => `De ${from} à moins de ${below}`,
  andMore: (amount) => `${amount} et plus`,
  ofWhole: (part, whole) => `${part} sur ${whole}`,
  note: {
    quantiles:
      "Barres\u00a0: médianes\u00a0; traits\u00a0: du premier au troisième quartile, la moitié des pertes connues. Entre deux pertes, le milieu.",
    few: (least, names) => `Moins de ${least} connues, peu parlantes\u00a0: ${names}.`,
    all: (count, names) =>
      `Pas plus de ${count} pertes connues, si bien que la part est le tout\u00a0: ${names}.`,
    recovery: (known, incidents) =>
      `Restitué ÷ perdu, si les deux sont connus\u00a0: ${known} incidents sur ${incidents}. Quand rien ne revient, on le note rarement, d’où un taux élevé.`,
    ofAll: (percent, lost) =>
      `De toutes les pertes connues, ${lost}, au moins ${percent} sont revenus.`,
    thresholds: "Chaque ligne contient aussi les incidents des lignes aux seuils plus élevés.",
  },
  finding: {
    quantiles: (median, lower, upper) =>
      `La médiane de toutes les pertes connues est de ${median}, et la moitié d’entre elles se situe entre ${lower} et ${upper}`,
    largest: (count, percent, sum) =>
      `Les ${count} plus grosses de toutes représentent ${percent} de ${sum}`,
    recovery: (percent, lost, known, incidents) =>
      `${percent} de ${lost} sont revenus, pour ${known} incidents sur ${incidents} dont on le sait`,
    noRecovery: "D’aucun incident on ne connaît à la fois la perte et la restitution",
    commonest: (size, count, known) =>
      `La taille la plus fréquente\u00a0: ${size}, ${count} sur ${known}`,
    reaching: (count, known, amount, share) =>
      `${count} des ${known} incidents au montant connu atteignent ${amount}, avec ${share} de la somme`,
  },
  table: {
    year: "Année",
    size: "Montant de la perte",
    atLeast: "Au moins",
    quantile: (percent) => `Quantile à ${percent} en dollars`,
    known: "Incidents au montant connu",
    largest: "La plus grosse en dollars",
    largestTogether: (count) => `Les ${count} plus grosses en dollars`,
    withoutLargest: "Sans la plus grosse en dollars",
    withoutTogether: (count) => `Sans les ${count} plus grosses en dollars`,
    shareOfLargest: (count) => `Part des ${count} plus grosses`,
    returnedOfKnown: "Restitué, si les deux sont connus, en dollars",
    lostOfKnown: "Perdu, si les deux sont connus, en dollars",
    rateOfKnown: "Taux de restitution de ceux-ci",
    rateOfAll: "De toutes les pertes connues, au moins",
    knownReturns: "Incidents dont les deux sont connus",
  },
};
