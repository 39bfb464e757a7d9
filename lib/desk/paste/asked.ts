import type { Knowledge } from "@/lib/desk/paste/knowledge";
import type { Answer, PastedAddress, PastedRow, Question } from "@/lib/desk/paste/pasted";
import type { AddressRole } from "@/lib/desk/paste/pasted-columns";
import {
  type KnownAddress,
  SERVICE_KINDS,
  type ServiceKind,
} from "@/lib/record/wallets/known-address";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";
import { addressKey } from "@/lib/values/wallets/address-key";

/** Through these stolen money does pass, whoever they are. */
const PASSED_THROUGH: readonly ServiceKind[] = ["mixer", "bridge", "exchange"];

type Asked = Pick<Question, "asks" | "answers">;

const LEAVE: Answer = { label: "Leave aside", rows: [] };

/** What the list of services says of an address; null where it does not know it. */
export function serviceOf(
  { chain, address }: Pick<PastedAddress, "chain" | "address">,
  { services }: Knowledge,
): KnownAddress | null {
  const key = addressKey(chain, address);
  const known = Object.hasOwn(services, key) ? (services[key] ?? []) : [];
  return known.find((service) => service.chain === chain) ?? known[0] ?? null;
}

/**
 * What has to be asked before an address becomes a row: whether a service that many use belongs there
 * at all, and who is who where another incident of the record says otherwise. Null where nothing.
 */
export function askedOf(row: PastedAddress, known: Knowledge): Asked | null {
  const service = serviceOf(row, known);
  return service === null ? askedOfRoles(row, known) : askedOfService(row, service);
}

function askedOfService(row: PastedAddress, service: KnownAddress): Asked {
  // Its own chain is known, where the text only guessed.
  const chain = row.chain === "" ? service.chain : row.chain;
  const elsewhere = chain === service.chain ? "" : `, there on ${chainLabel(service.chain)}`;
  return {
    asks: `The record’s list of services has it as “${service.label}” (${kindLabel(service.kind)}${elsewhere}), which many people use.`,
    answers: takenAtMost({ ...row, chain }, service.kind),
  };
}

/** What has to be asked of an address that the text itself calls a service, though the record's list does not know it. */
export function askedOfNamed(row: PastedAddress, kind: ServiceKind): Asked {
  return {
    asks:
      kind === "other"
        ? "The words beside it say that it is nobody’s wallet."
        : `The words beside it call it a service that many people use (${kindLabel(kind)}).`,
    answers: takenAtMost(row, kind),
  };
}

/** A service may have been robbed, and stolen money may have passed through some; one that only stands in the notes is left aside. */
function takenAtMost(row: PastedAddress, kind: ServiceKind): Answer[] {
  const through = PASSED_THROUGH.includes(kind);
  const role: AddressRole | "" =
    row.role === "victim" ? "victim" : through ? "laundering" : row.role;
  return [LEAVE, { label: takeAs(role), rows: [{ ...row, role }] }];
}

/** Whether a service may have a role in a theft without a question: whoever was robbed, and where stolen money passed through. */
export function isPlausible(kind: ServiceKind, role: AddressRole | ""): boolean {
  return role === "victim" || (role === "laundering" && PASSED_THROUGH.includes(kind));
}

function kindLabel(kind: ServiceKind): string {
  return SERVICE_KINDS.find(({ value }) => value === kind)?.label ?? kind;
}

function askedOfRoles(row: PastedAddress, { elsewhere }: Knowledge): Asked | null {
  const key = addressKey(row.chain, row.address);
  const others = Object.hasOwn(elsewhere, key) ? (elsewhere[key] ?? []) : [];
  const against = others.filter(({ role }) => (role === "victim") !== (row.role === "victim"));
  const [other] = against;
  if (other === undefined) return null;
  const roles: AddressRole[] = row.role === "" ? ["attacker", "victim"] : [row.role];
  if (!roles.includes(other.role)) roles.push(other.role);
  const named = against.slice(0, 3).map(({ name, slug, role }) => `${role} in ${name} (${slug})`);
  return {
    asks: `The record has this address as ${named.join(", ")}.`,
    answers: [
      ...roles.map((role): Answer => ({ label: takeAs(role), rows: [{ ...row, role }] })),
      LEAVE,
    ],
  };
}

/** What has to be asked of a row on a chain that is none of the incident's; null where nothing. */
export function askedOfChain(row: PastedRow, chains: readonly string[]): Asked | null {
  if (row.chain === "" || chains.length === 0 || chains.includes(row.chain)) return null;
  return {
    asks: `${chainLabel(row.chain)} is none of the incident’s chains (${chains.map(chainLabel).join(", ")}).`,
    answers: [{ label: `Take on ${chainLabel(row.chain)}`, rows: [row] }, LEAVE],
  };
}

function takeAs(role: AddressRole | ""): string {
  return role === "" ? "Take, role to be chosen" : `Take as ${role}`;
}

/** Questions that ask the same and offer the same are one. */
export function merged(questions: readonly Question[]): Question[] {
  const byText = new Map<string, Question>();
  for (const question of questions) {
    const key = [question.asks, ...question.answers.map(({ label }) => label)].join("\n");
    const before = byText.get(key);
    if (before === undefined) {
      byText.set(key, question);
      continue;
    }
    byText.set(key, {
      asks: before.asks,
      about: [...before.about, ...question.about],
      answers: before.answers.map(({ label, rows }, at) => ({
        label,
        rows: [...rows, ...(question.answers[at]?.rows ?? [])],
      })),
    });
  }
  return [...byText.values()];
}
