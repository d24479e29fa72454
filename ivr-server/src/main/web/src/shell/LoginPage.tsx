import { useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { api } from "../api/client";
import { rememberSession, useSessionQuery } from "../api/useSession";
import { switchLanguage } from "../i18n/i18n";
import { Refused } from "../ui/Refused";

/** Lets one in. */
export function LoginPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const session = useSessionQuery();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  // Only a path of this site: nobody is sent elsewhere by a prepared link.
  const wanted = query.get("to") ?? "/";
  const target = /^\/(?![/\\])/.test(wanted) ? wanted : "/";

  async function logIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(undefined);
    try {
      rememberSession(client, await api.logIn(String(form.get("name")), String(form.get("password"))));
      void navigate(target, { replace: true });
    } catch (error) {
      setRefusal(error);
      setBusy(false);
    }
  }

  if (session.data?.user) return <Navigate to={target} replace />;
  return (
    <main className="login">
      <form onSubmit={(event) => void logIn(event)}>
        <h1>{t("app.name")}</h1>
        <label>
          {t("login.name")}
          <input name="name" autoComplete="username" autoFocus required maxLength={200} />
        </label>
        <label>
          {t("login.password")}
          <input name="password" type="password" autoComplete="current-password" required maxLength={200} />
        </label>
        {refusal !== undefined && <Refused error={refusal} />}
        <button type="submit" className="primary" disabled={busy}>
          {t("login.submit")}
        </button>
        <p className="second">{t("login.hint")}</p>
        <button type="button" className="quiet" onClick={switchLanguage}>
          {t("app.otherLanguage")}
        </button>
      </form>
    </main>
  );
}
