import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import type { Role, Staff, UserChange } from "../api/types";
import { Refused } from "../ui/Refused";
import { SureButton } from "../ui/SureButton";
import type { Told } from "./UsersPage";

export const ROLES: readonly Role[] = ["admin", "supervisor", "quality", "agent"];

/** One user and what can be changed; whoever is changed is logged out. */
export function UserRow({ user, tell }: { user: Staff; tell: (told: Told) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: ["users"] });
  const change = useMutation({ mutationFn: (wanted: UserChange) => api.changeUser(user.name, wanted), onSettled: again });
  const remove = useMutation({ mutationFn: () => api.removeUser(user.name), onSettled: again });
  const renew = useMutation({
    mutationFn: () => api.setPassword(user.name),
    onSuccess: ({ password }) => password !== undefined && tell({ user: user.name, password }),
  });
  const busy = change.isPending || remove.isPending || renew.isPending;
  const failed = change.error ?? remove.error ?? renew.error;
  const field = (name: "displayName" | "agent", label: string) => (
    <input
      key={user[name]}
      name={name}
      defaultValue={user[name] ?? ""}
      aria-label={`${label}: ${user.name}`}
      maxLength={80}
      list={name === "agent" ? "agents" : undefined}
      placeholder={name === "agent" ? "—" : undefined}
      onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && event.currentTarget.blur()}
      onBlur={(event) => event.target.value.trim() !== (user[name] ?? "") && change.mutate({ [name]: event.target.value.trim() })}
    />
  );
  return (
    <>
      <tr data-testid={`user-${user.name}`} data-state={user.enabled ? "enabled" : "disabled"}>
        <td>{user.name}</td>
        <td>{field("displayName", t("users.displayName"))}</td>
        <td>
          <select
            data-row
            value={user.role}
            disabled={busy}
            aria-label={`${t("users.role")}: ${user.name}`}
            onChange={(event) => change.mutate({ role: event.target.value as Role })}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </td>
        <td>{field("agent", t("users.agent"))}</td>
        <td>
          <span className={`mark ${user.enabled ? "state-available" : "state-signed-out"}`}>
            <span className="glyph" aria-hidden="true">
              {user.enabled ? "●" : "○"}
            </span>
            {t(user.enabled ? "users.enabled" : "users.disabled")}
          </span>
        </td>
        <td className="row-actions">
          <button type="button" disabled={busy} onClick={() => change.mutate({ enabled: !user.enabled })}>
            {t(user.enabled ? "users.disable" : "users.enable")}
          </button>
          <button type="button" disabled={busy} onClick={() => renew.mutate()}>
            {t("users.newPassword")}
          </button>
          <SureButton words={t("users.remove")} sure={t("users.removeSure")} disabled={busy} act={() => remove.mutate()} />
        </td>
      </tr>
      {failed !== null && (
        <tr>
          <td colSpan={6}>
            <Refused error={failed} />
          </td>
        </tr>
      )}
    </>
  );
}
