// What the shapes do not say of a field in words, because its name does among programmers. A codebook is for those who only
// have the files.

const TABLES: Record<string, string> = {
  actor: "Whom thefts are attributed to, whatever their status.",
  actor_alias: "Other names of actors.",
  actor_identifier: "What other lists call actors.",
  actor_source: "What is said of an actor is taken from these.",
  address: "Wallet addresses of incidents, each with its role and source.",
  asset: "What was taken, asset by asset, as far as sources say.",
  attribution: "Statements about who did it: somebody's each, never the record's own.",
  coverage: "How far editors had looked; at most one row.",
  coverage_family: "Which families of sources were read, for which months.",
  coverage_gap: "Months of which something is known to be missing.",
  date_statement: "Statements about when it happened, where sources disagree.",
  figure: "Totals that others have published, to compare with.",
  incident: "Thefts, whatever their status: those that count are active or withheld.",
  incident_chain: "The chains on which something was taken.",
  incident_identifier: "What other lists call incidents.",
  incident_source: "What is said of an incident is taken from these.",
  incident_transaction: "Transactions of incidents, each with its role and source.",
  incidents:
    "Every incident in one row, with its lists in one cell each and what others are called.",
  known_address: "Addresses that many use, such as mixers: no link between incidents rests on one.",
  loss_estimate: "Statements about how much was taken, where sources disagree.",
  return_estimate: "Statements about how much came back.",
  target: "Who was robbed, whatever their status.",
  target_alias: "Other names of targets.",
  target_former_name: "Names that targets gave up.",
  target_identifier: "What other lists call targets.",
};

/** What a table holds. @throws of a table without a note: a codebook has no gaps */
export function tableNote(table: string): string {
  const note = TABLES[table];
  if (note === undefined) throw new Error(`the codebook says nothing of the table ${table}`);
  return note;
}

/** By `table.column`, or by the column in all tables. */
const MEANINGS: Record<string, string> = {
  actor_id: "The actor, by its id.",
  actor_kind: "What kind of actor it is.",
  "actor.description": "Who it is, in a sentence or two.",
  actor_name: "What the actor is called in this version.",
  actors: "Whom its attributions name, each as id | slug | name | kind | legal status | day of it.",
  address: "The wallet address, as it is written on its chain.",
  address_kind: "What kind of service it is.",
  addresses: "Wallet addresses, each as chain | address | role | source.",
  aliases: "Other names.",
  amount_usd: "The amount.",
  archived_url: "A copy of the source that stays.",
  assets: "What was taken, each as symbol | chain | quantity | usd.",
  attributions:
    "Statements about who did it, each as actor id | by | on | source | confidence | basis.",
  basis: "What the attribution rests on.",
  by: "Who said so.",
  category: "What kind of theft it was.",
  chain: "The chain.",
  chains: "The chains on which something was taken.",
  confidence: "How sure whoever said so is: suspected, likely or confirmed.",
  coverage_id: "The row of coverage.",
  date: "When it happened, as whoever said so has it.",
  date_precision: "How precisely it is known when it happened.",
  date_statements:
    "Statements about when it happened, each as date | by | on | source | preferred.",
  from: "The first day or month.",
  hash: "The transaction's hash.",
  identifiers: "What other lists call it, each as scheme | value.",
  incident_id: "The incident, by its id.",
  kind: "What kind it is.",
  "incidents.kind": "Always incident.",
  label: "What the service is called.",
  legal_status_on: "The day from which the legal status stands.",
  legal_status_source: "Where the legal status is taken from.",
  loss_estimates:
    "Statements about how much was taken, each as amount | by | on | source | preferred.",
  loss_usd: "How much was taken, by the estimate that the record follows.",
  loss_usd_high: "The highest estimate of how much was taken.",
  loss_usd_low: "The lowest estimate of how much was taken.",
  merged_into_slug: "The slug of what it turned out to be.",
  name: "What it is called.",
  note: "What else is to be known of it.",
  on: "When they said so.",
  place: "Its place among those of the same record, from 1.",
  publisher: "Who published it.",
  published_on: "When it was published.",
  qualifier: "How exactly its publisher stated it.",
  quantity: "How many units, a decimal as text: no double holds all of its places.",
  reason: "Why it is covered to this day.",
  return_estimates:
    "Statements about how much came back, each as amount | by | on | source | preferred.",
  returned_usd: "How much came back.",
  role: "What it did in the incident.",
  scheme: "Which list.",
  slug: "Its name in URLs. It may change; the id does not.",
  source: "Where that is taken from.",
  sources: "Sources, each as url | publisher | title | published on | archived url | kind.",
  statement: "What is covered, in words.",
  summary: "What happened, in a few sentences.",
  symbol: "The asset's symbol.",
  target_id: "The target, by its id.",
  "incident.target_id": "Who was robbed, by the id of its record.",
  "incidents.target_id": "Who was robbed, by the id of its record.",
  target_kind: "What kind of target it is.",
  target_name: "What the target is called in this version.",
  target_slug: "The slug of the target in this version.",
  technique: "How it was done. An open list.",
  threshold: "From which size on incidents were looked for.",
  title: "Its title.",
  to: "The last day or month.",
  transactions: "Transactions, each as chain | hash | role | source.",
  usd: "What that was worth at the time.",
  value: "What that list calls it.",
  website: "Its website.",
  withheld_since:
    "The versions in which orders took texts out of it, in one cell; empty as a rule.",
};

const NULLS: Record<string, string> = {
  actor_id: "It is about no one actor.",
  archived_url: "No copy is known.",
  basis: "Nobody has looked.",
  category: "A total over everything.",
  chain: "Not known.",
  country: "Not known.",
  kind: "Nobody has looked.",
  legal_status: "No source says, or it is no person.",
  legal_status_on: "Not known, or there is no legal status.",
  legal_status_source: "There is no legal status.",
  loss_usd: "Not known, which is not zero.",
  loss_usd_high: "No higher estimate is known; the best one stands.",
  loss_usd_low: "No lower estimate is known; the best one stands.",
  merged_into: "It was merged into nothing.",
  merged_into_slug: "It was merged into nothing.",
  on: "Not known.",
  parent_id: "It is part of no other.",
  published_on: "Not known.",
  quantity: "Not known.",
  retraction: "It was not withdrawn.",
  returned_usd: "Not known, which is not zero.",
  selection: "It counts what its days, category and actor say.",
  successor_id: "Nobody carried on, as far as is known.",
  target_id: "Who was robbed has no record.",
  target_name: "Who was robbed has no record.",
  target_slug: "Who was robbed has no record.",
  usd: "Not known, which is not zero.",
  website: "Not known.",
};

/** What a column means, and what null in it means. @throws of a column that nothing is said of */
export function columnNote(
  table: string,
  name: string,
  described: string,
): { meaning: string; nullMeans: string } {
  const meaning = MEANINGS[`${table}.${name}`] ?? MEANINGS[name] ?? described;
  if (meaning === "") throw new Error(`the codebook says nothing of ${table}.${name}`);
  return { meaning, nullMeans: NULLS[name] ?? "Not known." };
}
