"use client";

import { useEffect } from "react";
import { keepReport } from "@/components/desk/report/kept-report";

interface ForgetReportProps {
  personId: string;
  proposalId: number;
}

/** Takes the pasted report of a draft that was handed in out of this browser: it may be somebody else's text. */
export function ForgetReport({ personId, proposalId }: ForgetReportProps) {
  useEffect(() => keepReport(personId, proposalId, { text: "", link: "" }), [personId, proposalId]);
  return null;
}
