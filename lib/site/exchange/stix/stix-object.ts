/** What every STIX 2.1 object of ours has; further members are of its type. */
export interface StixObject {
  type: string;
  spec_version: "2.1";
  id: string;
  [member: string]: unknown;
}

/** A STIX object that changes: when it was made, and when it was last changed. */
export interface Changing {
  created: string;
  modified: string;
}

export interface ExternalReference {
  source_name: string;
  url?: string;
  description?: string;
  external_id?: string;
}

/** Objects that hold text of others, such as a source's title, leave out what is empty. */
export function present<Value>(
  name: string,
  value: Value | null | undefined,
): Record<string, Value> {
  const isEmpty =
    value === null ||
    value === undefined ||
    value === "" ||
    (Array.isArray(value) && value.length === 0);
  return isEmpty ? {} : { [name]: value };
}

/** Objects by their id, each once: the first of an id stays. */
export class StixObjects {
  private readonly byId = new Map<string, StixObject>();

  add<Added extends StixObject>(object: Added): Added {
    if (!this.byId.has(object.id)) this.byId.set(object.id, object);
    return object;
  }

  get all(): StixObject[] {
    return [...this.byId.values()];
  }
}
