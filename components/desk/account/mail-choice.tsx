import { Moment } from "@/components/desk/moment";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";

interface MailChoiceProps {
  mail: { minutes: number; sentAt: Date | null; problem: string };
  choices: readonly { value: string; label: string }[];
  choose: FormAction;
}

/** How often one gets a message at most. */
export function MailChoice({ mail, choices, choose }: MailChoiceProps) {
  return (
    <>
      {mail.problem !== "" && (
        <p className="mb-3 max-w-prose border-accent border-l-4 bg-mark px-3 py-1">
          {mail.problem}
        </p>
      )}
      {mail.sentAt !== null && (
        <p className="mb-3">
          The last message was sent <Moment at={mail.sentAt} />.
        </p>
      )}
      <PlainForm
        id="mail-choice"
        label="Choose how often you get a message"
        action={choose}
        fields={[
          {
            name: "minutes",
            label: "How often",
            type: "choice",
            options: choices,
            initial: String(mail.minutes),
          },
        ]}
        submit="Save"
        kind="quiet"
      />
    </>
  );
}
