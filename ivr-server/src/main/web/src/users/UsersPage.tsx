import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useListCursor } from "../lib/useListCursor";
import { useKeys } from "../lib/useKeys";
import { Copy } from "../ui/Copy";
import { Refused } from "../ui/Refused";
import { NewUser } from "./NewUser";
import { UserRow } from "./UserRow";

/** A password that the server made, shown this once. */
export interface Told {
  user: string;
  password: string;
}

/** Who may log in, and as what. For administrators. */
export function UsersPage() {
  const { t } = useTranslation();
  const [told, setTold] = useState<Told>();
  const { list, keys } = useListCursor();
  useKeys(keys);
  const users = useQuery({ queryKey: ["users"], queryFn: ({ signal }) => api.users(signal) });
  const agents = useQuery({ queryKey: ["agents"], queryFn: ({ signal }) => api.agents(signal) });
  return (
    <div className="users" ref={list}>
      <h1>{t("users.title")}</h1>
      <NewUser tell={setTold} />
      {told && (
        <p className="banner" role="status" data-testid="told">
          {t("users.told", { name: told.user })} <code>{told.password}</code>{" "}
          <Copy text={told.password} words={t("users.copy")} />
          <button type="button" className="quiet" onClick={() => setTold(undefined)}>
            {t("users.noted")}
          </button>
        </p>
      )}
      {users.isError && <Refused error={users.error} retry={() => void users.refetch()} />}
      {users.isPending && <div className="skeleton" aria-hidden="true" />}
      <datalist id="agents">
        {agents.data?.agents.map(({ name, displayName }) => (
          <option key={name} value={name}>
            {displayName}
          </option>
        ))}
      </datalist>
      {users.data && (
        <table className="rows">
          <thead>
            <tr>
              <th>{t("users.name")}</th>
              <th>{t("users.displayName")}</th>
              <th>{t("users.role")}</th>
              <th>{t("users.agent")}</th>
              <th>{t("users.state")}</th>
              <th className="right">{t("users.actions")}</th>
            </tr>
          </thead>
          <tbody>
            {users.data.users.map((user) => (
              <UserRow key={user.name} user={user} tell={setTold} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
