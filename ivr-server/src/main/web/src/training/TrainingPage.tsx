import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import { useAddress } from "../lib/useAddress";
import { Refused } from "../ui/Refused";
import { TrainingDesk } from "./TrainingDesk";

/** Where trainers look after a hotline's issues; which hotline is the page's address. */
export function Component() {
  const { t } = useTranslation();
  const { address, set } = useAddress();
  const hotlines = useQuery({ queryKey: ["training"], queryFn: ({ signal }) => training.hotlines(signal) });
  const names = hotlines.data?.hotlines ?? [];
  const chosen = names.find((name) => name === address.get("hotline")) ?? names[0];
  return (
    <div className="training">
      <h1>
        {t("training.title")}
        {names.length > 1 && (
          <select value={chosen} aria-label={t("training.hotline")} onChange={({ target }) => set("hotline", target.value)}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </h1>
      {hotlines.isError && <Refused error={hotlines.error} retry={() => void hotlines.refetch()} />}
      {hotlines.isPending && <div className="skeleton" aria-hidden="true" />}
      {hotlines.data && chosen === undefined && <p className="empty">{t("training.noHotline")}</p>}
      {chosen !== undefined && <TrainingDesk key={chosen} hotline={chosen} />}
    </div>
  );
}
