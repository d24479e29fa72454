import { useTranslation } from "react-i18next";
import { Navigate, useLocation } from "react-router";
import { SessionContext, useSessionQuery, type LoggedIn } from "../api/useSession";
import { Refused } from "../ui/Refused";
import { Shell } from "./Shell";

/** Everything behind the login. */
export function Behind() {
  const { t } = useTranslation();
  const session = useSessionQuery();
  const location = useLocation();
  if (session.isError) return <Refused error={session.error} retry={() => void session.refetch()} />;
  if (session.data === undefined) return <p className="loading">{t("fresh.connecting")}</p>;
  if (session.data.user === undefined) {
    const back = encodeURIComponent(location.pathname + location.search);
    return <Navigate to={location.pathname === "/" ? "/login" : `/login?to=${back}`} replace />;
  }
  return (
    <SessionContext value={session.data as LoggedIn}>
      <Shell />
    </SessionContext>
  );
}
