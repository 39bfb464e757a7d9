import { OWN_PASSWORD } from "@/components/desk/account/own-password-field";
import { SecondFactorForm, type SetUpAction } from "@/components/desk/second-factor-form";
import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";
import type { OwnAccount } from "@/lib/desk/people/own-account";

interface SecondFactorProps {
  account: OwnAccount;
  email: string;
  actions: Record<"confirmSetUp" | "renewCodes" | "takeOff", FormAction> & {
    beginSetUp: SetUpAction;
  };
}

/** Sets a second factor up; once it is on, renews its codes and takes it off. */
export function SecondFactor({ account, email, actions }: SecondFactorProps) {
  if (account.secondFactor !== "on") {
    return (
      <SecondFactorForm
        begin={actions.beginSetUp}
        confirm={actions.confirmSetUp}
        username={email}
        begun={account.secondFactor === "begun"}
      />
    );
  }
  return (
    <>
      <p>The second factor is on.</p>
      <details className="mt-3">
        <summary className="py-1">Make new backup codes</summary>
        <div className="mt-2">
          <PlainForm
            id="codes"
            label="Make new backup codes"
            action={actions.renewCodes}
            username={email}
            fields={[OWN_PASSWORD]}
            submit="Make new codes"
            kind="quiet"
          />
        </div>
      </details>
      <details className="mt-3">
        <summary className="py-1">Turn the second factor off</summary>
        <div className="mt-2">
          <PlainForm
            id="take-off"
            label="Turn the second factor off"
            action={actions.takeOff}
            username={email}
            fields={[OWN_PASSWORD]}
            submit="Turn it off"
            kind="danger"
          />
        </div>
      </details>
    </>
  );
}
