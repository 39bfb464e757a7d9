import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";

interface CommentFormProps {
  proposalId: number;
  comment: FormAction;
}

/** Adds a comment to what was said about a proposal. */
export function CommentForm({ proposalId, comment }: CommentFormProps) {
  return (
    <div className="mt-4">
      <PlainForm
        id="comment"
        label="Comment"
        action={comment}
        fields={[
          {
            name: "text",
            label: "Comment",
            hint: "Its author and all editors read this. “@” and a name tells that person.",
            type: "area",
            maxLength: 4000,
          },
        ]}
        hidden={{ proposalId: String(proposalId) }}
        submit="Comment"
        kind="quiet"
      />
    </div>
  );
}
