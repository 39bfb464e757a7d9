import type { Metadata } from "next";
import { stop } from "@/app/desk/stop-mail/[token]/stop-actions";
import { DeskFrame } from "@/components/desk/desk-frame";
import { PlainForm } from "@/components/desk/ui/plain-form";

export const metadata: Metadata = { title: "No more messages" };

/** Where a message's link leads that ends them: nothing ends by looking, as programs follow links too. */
export default async function StopMailPage({ params }: PageProps<"/desk/stop-mail/[token]">) {
  const { token } = await params;
  return (
    <DeskFrame person={null} section={null}>
      <h1 className="mb-4 font-semibold text-3xl">No more messages</h1>
      <PlainForm
        id="stop-mail"
        label="End the messages"
        action={stop}
        fields={[]}
        hidden={{ token: token.slice(0, 500) }}
        submit="Send me no more messages"
        once
      />
    </DeskFrame>
  );
}
