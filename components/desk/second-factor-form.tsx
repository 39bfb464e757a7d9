"use client";

import { useActionState } from "react";
import { Button } from "@/components/desk/ui/button";
import { ErrorSummary } from "@/components/desk/ui/error-summary";
import { Field } from "@/components/desk/ui/field";
import { type FormAction, type FormState, UNSENT } from "@/components/desk/ui/form-state";
import { Notice } from "@/components/desk/ui/notice";
import { PlainForm } from "@/components/desk/ui/plain-form";
import { ShownOnce } from "@/components/desk/ui/shown-once";
import { TextInput } from "@/components/desk/ui/text-input";
import type { OtpSetup } from "@/lib/desk/people/otp-setup";

/** How the beginning of a set-up ended. */
export type SetUpState = FormState & { setup: OtpSetup | null };
export type SetUpAction = (state: SetUpState, form: FormData) => Promise<SetUpState>;

interface SecondFactorFormProps {
  begin: SetUpAction;
  confirm: FormAction;
  /** Whose password is asked for. */
  username: string;
  /** Whether it was begun before, and not confirmed. */
  begun: boolean;
  /** Where it leads once it is confirmed; the account's page where none is given. */
  next?: string;
}

/** Sets a second factor up in two steps: the password, then a code that the authenticator shows. */
export function SecondFactorForm({ begin, confirm, username, begun, next }: SecondFactorFormProps) {
  const [state, send, sending] = useActionState(begin, { ...UNSENT, setup: null });
  const { setup } = state;
  const error = state.problems.find(({ field }) => field === "password")?.message;
  return (
    <>
      {setup === null ? (
        <form action={send} aria-label="Set up a second factor" noValidate className="max-w-xl">
          <ErrorSummary
            problems={state.problems.map(({ field, message }) => ({
              field: field === null ? null : `begin-${field}`,
              message,
            }))}
          />
          <input type="text" autoComplete="username" value={username} readOnly hidden />
          <div className="space-y-4">
            <Field id="begin-password" label="Your current password" error={error}>
              {(wired) => (
                <TextInput
                  {...wired}
                  name="password"
                  type="password"
                  autoComplete="current-password"
                />
              )}
            </Field>
            <Button kind="quiet" aria-disabled={sending || undefined}>
              {begun ? "Begin again" : "Begin"}
            </Button>
          </div>
        </form>
      ) : (
        <SetUp setup={setup} />
      )}
      {(setup !== null || begun) && (
        <div className="mt-6">
          <h3 className="mb-2 font-semibold text-lg">Confirm with a code</h3>
          <PlainForm
            id="confirm"
            label="Confirm the second factor"
            action={confirm}
            {...(next === undefined ? {} : { hidden: { next } })}
            fields={[
              {
                name: "code",
                label: "Code",
                hint: "The six digits that your authenticator shows now.",
                autoComplete: "one-time-code",
                inputMode: "numeric",
                maxLength: 20,
                // What was pressed is gone; on a page that is only opened, nothing is taken the focus from.
                focused: setup !== null,
              },
            ]}
            submit="Confirm"
          />
        </div>
      )}
    </>
  );
}

function SetUp({ setup }: { setup: OtpSetup }) {
  const { secret, qr, backupCodes } = setup;
  return (
    <Notice title="Shown this once" live>
      <p className="mt-1">
        Scan this with an authenticator app, or type the secret into it. It counts from the moment
        that you confirm it below.
      </p>
      <div className="mt-3 flex flex-wrap items-start gap-6">
        {/* Dark on light in both themes: that is what cameras read. */}
        <svg
          role="img"
          aria-label="The secret as a QR code"
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          className="size-56"
          shapeRendering="crispEdges"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div className="min-w-0">
          <p className="font-semibold text-sm">Secret</p>
          <p className="font-mono text-sm [overflow-wrap:anywhere]">{secret}</p>
          <p className="mt-3 font-semibold text-sm">Backup codes</p>
          <p className="max-w-prose text-sm">
            Each lets you in once when the authenticator is lost. Keep them apart from it.
          </p>
          <ShownOnce secret={{ kind: "codes", codes: backupCodes }} />
        </div>
      </div>
    </Notice>
  );
}
