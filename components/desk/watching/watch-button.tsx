import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";

interface WatchButtonProps {
  /** Its number where the reader watches it; null where they do not. */
  watch: number | null;
  /** What is sent to begin: the record or the host. */
  watched: Readonly<Record<string, string>>;
  /** What it is, for those who hear the button alone. */
  name: string;
  begin: FormAction;
  end: FormAction;
}

/** Begins to watch a record or a host, or ends it. */
export function WatchButton({ watch, watched, name, begin, end }: WatchButtonProps) {
  return watch === null ? (
    <PlainForm
      id="watch"
      label="Watch"
      action={begin}
      fields={[]}
      hidden={watched}
      submit="Watch"
      submitLabel={`Watch ${name}`}
      kind="quiet"
    />
  ) : (
    <PlainForm
      id="stop-watching"
      label="Stop watching"
      action={end}
      fields={[]}
      hidden={{ watch: String(watch) }}
      submit="Stop watching"
      submitLabel={`Stop watching ${name}`}
      kind="quiet"
    />
  );
}
