/** What a page is made of is compiled apart from what it is drawn by: both find the store here. */
const shared = globalThis as { losslinePlainMarkup?: MarkupStore };

interface MarkupStore {
  get: (id: string) => string | undefined;
  set: (id: string, markup: string) => unknown;
  clear: () => void;
}

/** Puts the store up for both, once a process. */
export function markupStore(make: () => MarkupStore): MarkupStore {
  shared.losslinePlainMarkup ??= make();
  return shared.losslinePlainMarkup;
}

/** @throws {Error} where it is no longer there: a page without its content must not be kept */
export function storedMarkup(id: string): string {
  const markup = shared.losslinePlainMarkup?.get(id);
  if (markup === undefined) throw new Error(`the markup ${id} is not stored`);
  return markup;
}
