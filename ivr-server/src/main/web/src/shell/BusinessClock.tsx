import { useTranslation } from "react-i18next";
import { timeOfDay, zoneName } from "../lib/format";
import { useNow } from "../lib/useNow";

/** The time in the business zone, by the server's clock. */
export function BusinessClock({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  return (
    <span className="clock" title={`${t("app.zone")}: ${zone}`}>
      <time>{timeOfDay(now, zone)}</time> <span className="second">{zoneName(zone, i18n.language)}</span>
    </span>
  );
}
