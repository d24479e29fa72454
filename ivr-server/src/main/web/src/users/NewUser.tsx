import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import type { Role } from "../api/types";
import { Refused } from "../ui/Refused";
import { ROLES } from "./UserRow";
import type { Told } from "./UsersPage";

/** Lets somebody new in; the password is made by the server. */
export function NewUser({ tell }: { tell: (told: Told) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>("agent");
  const add = useMutation({
    mutationFn: api.addUser,
    onSuccess: ({ password }, { name }) => {
      if (password !== undefined) tell({ user: name, password });
      void client.invalidateQueries({ queryKey: ["users"] });
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const said = (name: string) => String(new FormData(form).get(name) ?? "").trim();
    const agent = said("agent") || (role === "agent" ? said("name") : "");
    add.mutate(
      { name: said("name"), displayName: said("displayName") || said("name"), role, ...(agent ? { agent } : {}) },
      { onSuccess: () => form.reset() },
    );
  }
  return (
    <form className="filters new-user" onSubmit={submit} aria-label={t("users.add")}>
      <label>
        <span>{t("users.name")}</span>
        <input name="name" required pattern="[a-z0-9._\-]{1,40}" title={t("users.nameRule")} autoComplete="off" />
      </label>
      <label>
        <span>{t("users.displayName")}</span>
        <input name="displayName" maxLength={80} autoComplete="off" />
      </label>
      <label>
        <span>{t("users.role")}</span>
        <select name="role" value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((some) => (
            <option key={some} value={some}>
              {t(`role.${some}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("users.agent")}</span>
        <input name="agent" maxLength={80} list="agents" placeholder={role === "agent" ? t("users.sameName") : "—"} autoComplete="off" />
      </label>
      <button type="submit" className="primary" disabled={add.isPending}>
        {t("users.add")}
      </button>
      {add.isError && <Refused error={add.error} />}
    </form>
  );
}
