import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { NavLink, Outlet, useNavigate } from "react-router";
import { useLogOut, useSession } from "../api/useSession";
import { switchLanguage } from "../i18n/i18n";
import type { Key } from "../lib/keys";
import { PageKeys, useKeys } from "../lib/useKeys";
import { BusinessClock } from "./BusinessClock";
import { KeyHelp } from "./KeyHelp";
import { useGoKeys } from "./useGoKeys";

/** What is around every page: where one can go, who one is, what time it is there. */
export function Shell() {
  const { t } = useTranslation();
  const { user, zone, listens } = useSession();
  const logOut = useLogOut();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const [pageKeys, setPageKeys] = useState<readonly Key[]>([]);
  const tell = useCallback((table: readonly Key[]) => setPageKeys(table), []);
  const goKeys = useGoKeys(user);
  const keys: Key[] = [
    { code: "Slash", shift: true, label: "?", name: "help", act: () => setHelp((open) => !open) },
    ...(listens
      ? [{ code: "Slash", label: "/", name: "find", act: () => void navigate("/search") } satisfies Key]
      : []),
  ];
  useKeys(keys, false);
  return (
    <PageKeys value={tell}>
      <a className="skip" href="#content">
        {t("app.skip")}
      </a>
      <header className="bar">
        <span className="brand">{t("app.name")}</span>
        <nav>
          {listens && <NavLink to="/" end>{t("app.live")}</NavLink>}
          {listens && <NavLink to="/calls">{t("app.calls")}</NavLink>}
          {listens && <NavLink to="/search">{t("app.search")}</NavLink>}
          {listens && <NavLink to="/training">{t("app.training")}</NavLink>}
          {user.agent !== undefined && <NavLink to="/desk">{t("app.desk")}</NavLink>}
          {user.role === "admin" && <NavLink to="/users">{t("app.users")}</NavLink>}
          {user.role === "admin" && <NavLink to="/audit">{t("app.audit")}</NavLink>}
        </nav>
        <BusinessClock zone={zone} />
        <button type="button" className="quiet" onClick={switchLanguage}>
          {t("app.otherLanguage")}
        </button>
        <button type="button" className="quiet" onClick={() => setHelp(true)} title={t("app.keys")} aria-label={t("app.keys")} aria-keyshortcuts="?">
          <kbd>?</kbd>
        </button>
        <NavLink to="/account" className="who" title={t("account.title")}>
          {user.displayName} <span className="second">{t(`role.${user.role}`)}</span>
        </NavLink>
        <button type="button" className="quiet" onClick={() => void logOut()}>
          {t("app.logOut")}
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      {help && <KeyHelp everywhere={[...keys, ...goKeys]} here={pageKeys} close={() => setHelp(false)} />}
    </PageKeys>
  );
}
