// What a process that is to stop finishes first. Next bundles the proxy, the pages and the start of the server apart:
// they share one.

interface UnderWay {
  requests: number;
  work: Set<Promise<unknown>>;
  isStopping: boolean;
}

const shared = globalThis as unknown as { losslineUnderWay?: UnderWay };

/** What is under way in this process at the moment. */
export function underWay(): UnderWay {
  shared.losslineUnderWay ??= { requests: 0, work: new Set(), isStopping: false };
  return shared.losslineUnderWay;
}

/** Has work finished before the process stops, also where nobody waits for it any more; returns it. */
export function finishBeforeStop<Result>(work: Promise<Result>): Promise<Result> {
  const { work: all } = underWay();
  const end = () => void all.delete(work);
  all.add(work);
  work.then(end, end);
  return work;
}
