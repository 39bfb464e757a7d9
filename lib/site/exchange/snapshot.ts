import type {
  ActorRecord,
  IncidentRecord,
  KnownAddressRecord,
  PublicKind,
  PublicRecord,
  TargetRecord,
} from "@/lib/record/shapes/records";
import { uuidOf } from "@/lib/site/exchange/uuid";
import { addressKey } from "@/lib/values/wallets/address-key";

/** A kind of thing that exports have records of. */
type ExportedKind = Extract<PublicKind, "actor" | "incident" | "target">;

/** Where the page of an incident is, as the version that published a revision has it: that never changes. */
export type UrlOf = (slug: string, version: number) => string;

/** All of the record at a version, as exports for other programs are made of it. */
export class Snapshot {
  readonly version: number;
  readonly incidents: readonly IncidentRecord[];
  readonly actors: ReadonlyMap<number, ActorRecord>;
  readonly targets: ReadonlyMap<number, TargetRecord>;
  /** Addresses that many use, by their key. */
  readonly services: ReadonlyMap<string, KnownAddressRecord>;
  private readonly publishedAt: ReadonlyMap<number, Date>;
  private readonly firstVersions: ReadonlyMap<string, number>;
  private readonly names: RecordNames;

  /**
   * @param records those that the version holds, retracted and merged ones too
   * @param publishedAt when each version up to this one was published
   * @param firstVersions which version first held a record, by `kind id`
   */
  constructor(
    version: number,
    records: readonly PublicRecord[],
    publishedAt: ReadonlyMap<number, Date>,
    firstVersions: ReadonlyMap<string, number>,
  ) {
    this.version = version;
    this.publishedAt = publishedAt;
    this.firstVersions = firstVersions;
    const of = <Kind extends PublicKind>(kind: Kind) =>
      records.filter(
        (record): record is Extract<PublicRecord, { kind: Kind }> => record.kind === kind,
      );
    const byId = <Row extends { id: number }>(rows: readonly Row[]) =>
      new Map(rows.map((row) => [row.id, row]));
    this.incidents = of("incident");
    this.actors = byId(of("actor"));
    this.targets = byId(of("target"));
    this.services = new Map(
      of("known_address")
        .filter(({ status }) => status !== "retracted")
        .map((row) => [addressKey(row.chain, row.address), row]),
    );
    this.names = recordNames(publishedAt.get(1) ?? new Date(0));
  }

  /** The UUID of something of this record, which it has in every version. */
  uuid(name: string): string {
    return this.names.uuid(name);
  }

  /** When a version was published, to the millisecond: `2023-09-12T08:00:00.000Z`. */
  moment(version: number): string {
    const moment = this.publishedAt.get(version);
    if (moment === undefined) throw new Error(`version ${version} was never published`);
    return moment.toISOString();
  }

  /** When a record was first published. */
  created(kind: ExportedKind, id: number): string {
    return this.moment(this.firstVersions.get(`${kind} ${id}`) ?? this.version);
  }

  /** What something turned out to be; itself where it is by itself. */
  active<Row extends { id: number; merged_into: number | null }>(
    rows: ReadonlyMap<number, Row>,
    id: number,
  ): Row | null {
    let row = rows.get(id) ?? null;
    // Merges make no ring; were there one, it would end somewhere in it.
    for (let steps = 0; row?.merged_into != null && steps < 100; steps += 1)
      row = rows.get(row.merged_into) ?? null;
    return row;
  }
}

/** The namespace of records. */
const RECORDS = "7d3d2f0e-5a0c-4b52-9d8e-1f6f5b0a9c41";

/** By what the things of a record are named in exports. */
export interface RecordNames {
  uuid(name: string): string;
}

/** No two records begin at the same moment: each is told from all others by it. @param first when its first version was published */
export function recordNames(first: Date): RecordNames {
  const namespace = uuidOf(RECORDS, `record of ${first.toISOString()}`);
  return { uuid: (name) => uuidOf(namespace, name) };
}

/** Whether a record counts: it is neither retracted nor merged. */
export function isActive({ status }: Pick<PublicRecord, "status">): boolean {
  return status === "active" || status === "withheld";
}
