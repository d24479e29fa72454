import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useSession } from "../api/useSession";
import { Fact } from "../ui/Fact";
import { Refused } from "../ui/Refused";

const SHORTEST = 10;

/** Who one is here, and the own password. */
export function AccountPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const change = useMutation({ mutationFn: ([old, fresh]: [string, string]) => api.changePassword(old, fresh) });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const said = new FormData(form);
    change.mutate([String(said.get("old")), String(said.get("fresh"))], { onSuccess: () => form.reset() });
  }
  return (
    <div className="account">
      <h1>{t("account.title")}</h1>
      <dl className="facts">
        <Fact name={t("users.name")}>{user.name}</Fact>
        <Fact name={t("users.displayName")}>{user.displayName}</Fact>
        <Fact name={t("users.role")}>{t(`role.${user.role}`)}</Fact>
        <Fact name={t("users.agent")}>{user.agent}</Fact>
      </dl>
      <form onSubmit={submit} className="password" aria-label={t("account.password")}>
        <h2>{t("account.password")}</h2>
        <input type="text" name="username" autoComplete="username" value={user.name} readOnly hidden />
        <label>
          {t("account.old")}
          <input name="old" type="password" autoComplete="current-password" required maxLength={200} />
        </label>
        <label>
          {t("account.fresh")}
          <input name="fresh" type="password" autoComplete="new-password" required minLength={SHORTEST} maxLength={200} />
        </label>
        <p className="second">{t("account.rule", { count: SHORTEST })}</p>
        {change.isError && <Refused error={change.error} />}
        {change.isSuccess && <p role="status" className="banner">{t("account.changed")}</p>}
        <button type="submit" className="primary" disabled={change.isPending}>
          {t("account.change")}
        </button>
      </form>
    </div>
  );
}
