import { describe, expect, it } from "vitest";
import { legalStatusText, nameInParts, nameWithStatus } from "@/lib/record/actors/legal-status";
import { LEGAL_STATUSES } from "@/lib/values/taxonomy/taxonomy";

const person = { kind: "individual", name: "A. Person", status: null, statusOn: null } as const;

describe("a person’s legal status", () => {
  it.each([
    ["charged", "2023-06-09", "charged, not tried"],
    ["convicted", "2023-04-27", "convicted in April 2023"],
    ["convicted", null, "convicted"],
    ["pleaded-guilty", "2023-08-03", "pleaded guilty"],
    ["acquitted", "2025-05-23", "acquitted in May 2025"],
    ["acquitted", null, "acquitted"],
    ["not-tried", "2020-12-21", "not tried"],
    ["convicted-deceased", "2025-11-01", "convicted, died 2025"],
    ["convicted-deceased", null, "convicted, since deceased"],
    ["deceased", "2018-12", "died in December 2018"],
    ["deceased", "2018", "died in 2018"],
    ["deceased", null, "deceased"],
    [null, null, "status not known"],
  ] as const)("%s, %s is “%s”", (status, statusOn, text) => {
    expect(legalStatusText({ ...person, status, statusOn })).toBe(text);
    expect(nameWithStatus({ ...person, status, statusOn })).toBe(`A. Person (${text})`);
  });

  it("is in words for each that there is", () => {
    const texts = LEGAL_STATUSES.map(({ value }) =>
      legalStatusText({ ...person, status: value, statusOn: null }),
    );
    expect(new Set(texts).size).toBe(LEGAL_STATUSES.length);
  });

  it("is found again in the name, to be said in another language", () => {
    for (const { value: status } of LEGAL_STATUSES)
      for (const statusOn of [null, "2018", "2018-12", "2018-12-24"]) {
        const name = nameWithStatus({ ...person, status, statusOn });
        expect(nameInParts(name), name).toMatchObject({ before: person.name, status });
      }
    const group = nameWithStatus({ ...person, kind: "group", status: "charged" });
    expect(nameInParts(group)).toMatchObject({ before: person.name, status: "charged-group" });
    expect(nameInParts(nameWithStatus(person))).toMatchObject({ status: "unknown" });
  });

  it("is that it was charged, of a group, and no other", () => {
    const group = { ...person, kind: "group" } as const;
    expect(nameWithStatus({ ...group, status: "charged" })).toBe("A. Person (charged)");
    expect(nameWithStatus(group)).toBe("A. Person");
    expect(nameWithStatus({ ...group, status: "convicted" })).toBe("A. Person");
  });

  it.each(["state", "group", "unknown"] as const)("is said of no %s", (kind) => {
    expect(legalStatusText({ ...person, kind })).toBeNull();
    expect(nameWithStatus({ ...person, kind })).toBe("A. Person");
  });
});
