import { useTranslation } from "react-i18next";
import type { LiveQueue } from "../api/types";

/** Says where a queue, agent or call lives, if it is not ours. */
export function HomeMark({ of: { home } }: { of: { home: LiveQueue["home"] } }) {
  const { t } = useTranslation();
  return home === "asterisk" ? <span className="home">{t("board.asterisk")}</span> : null;
}
