import { buttonClass } from "@/components/desk/ui/button";
import { Select } from "@/components/desk/ui/select";
import { ADDRESS_ROLES } from "@/lib/values/taxonomy/taxonomy";

const ROLES = ADDRESS_ROLES.map((value) => ({ value, label: value }));

/** Gives one role to every row of a list that is still without one. */
export function RoleFiller({ list, fill }: { list: string; fill: (role: string) => void }) {
  const id = `role-${list}`;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <label htmlFor={id} className="text-muted text-sm">
        Role of all that have none
      </label>
      <Select
        id={id}
        name="_role"
        defaultValue=""
        options={ROLES}
        nothing="Choose …"
        width="w-40"
      />
      <button
        type="submit"
        name="intent"
        value={`role:${list}`}
        className={buttonClass("quiet")}
        onClick={(event) => {
          event.preventDefault();
          const choice = document.getElementById(id);
          if (choice instanceof HTMLSelectElement) fill(choice.value);
        }}
      >
        Set role
      </button>
    </div>
  );
}
