import { type Asking, checkGiven, type Finding } from "@/lib/site/proof/check-given";
import { fetchLogOf, LogReader } from "@/lib/site/proof/log-reader";

/**
 * Checks what somebody gave, in the browser, against the log of the server that the page is of.
 * @param seen the checkpoint that this browser saw last; null where it has seen none
 */
export async function checkHere(
  text: string,
  seen: string | null,
): Promise<{ findings: Finding[]; checkpoint: string | null }> {
  const asking: Asking = { log: new LogReader(fetchLogOf("")), seen, resolve, find };
  try {
    const { findings, checkpoint } = await checkGiven(text, asking);
    return { findings, checkpoint: checkpoint?.note ?? null };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { findings: [{ outcome: "unknown", says }], checkpoint: null };
  }
}

async function resolve(path: string): Promise<string | null> {
  const response = await fetch(path);
  if (!response.ok) return null;
  const { pathname, search } = new URL(response.url);
  return `${pathname}${search}`;
}

async function find(
  kind: string,
  slug: string,
  version: number | null,
): Promise<{ id: number; revision: number } | null> {
  const at = version === null ? "" : `&version=${version}`;
  const response = await fetch(`/api/v1/${kind}s/${slug}.json?fields=id,revision${at}`);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The record answered ${response.status}.`);
  const { data } = (await response.json()) as { data: { id: number; revision: number } };
  return data;
}
