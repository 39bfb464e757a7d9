"use client";

import { useEffect, useState } from "react";

/**
 * Where the record is found, as what is copied begins: the operator's word, or else the reader's own URL, which only the
 * browser knows; empty until then.
 */
export function usePublicBase(base: string | null): string {
  const [found, setFound] = useState(base);
  useEffect(() => setFound(base ?? location.origin), [base]);
  return found ?? "";
}
