import type { FormAction } from "@/components/desk/ui/form-state";
import { PlainForm } from "@/components/desk/ui/plain-form";

interface CommentFormProps {
  /** What is commented on, as it is sent along. */
  about: Readonly<Record<string, string>>;
  comment: FormAction;
  /** Who reads it. */
  hint: string;
}

/** Adds a comment to what was said about a proposal or an import. */
export function CommentForm({ about, comment, hint }: CommentFormProps) {
  return (
    <div className="mt-4">
      <PlainForm
        id="comment"
        label="Comment"
        action={comment}
        fields={[{ name: "text", label: "Comment", hint, type: "area", maxLength: 4000 }]}
        hidden={about}
        submit="Comment"
        kind="quiet"
      />
    </div>
  );
}
