import { useTranslation } from "react-i18next";
import type { Side } from "../api/types";
import { isFiltered } from "../calls/filters";
import { useAddress } from "../lib/useAddress";
import { DayRange } from "../ui/DayRange";
import { FilterField } from "../ui/FilterField";

const SIDES: readonly Side[] = ["caller", "bot", "agent"];

/** What the server is asked besides the words. */
export const NARROWING = ["side", "agent", "queue", "issue"] as const;

/** Who said it, when, and in which calls. */
export function SearchFilters() {
  const { t } = useTranslation();
  const { address, set, setAddress } = useAddress();
  const side = address.get("side") ?? "";
  return (
    <div className="filters" role="group" aria-label={t("search.narrow")}>
      <div className="choice" role="group" aria-label={t("search.side")}>
        <button type="button" aria-pressed={side === ""} onClick={() => set("side", "")}>
          {t("search.everyone")}
        </button>
        {SIDES.map((some) => (
          <button key={some} type="button" aria-pressed={side === some} onClick={() => set("side", some)}>
            {t(`side.${some}`)}
          </button>
        ))}
      </div>
      <DayRange address={address} set={set} />
      {(["agent", "queue", "issue"] as const).map((field) => (
        <FilterField key={field} label={t(`calls.${field}`)} name={field} value={address.get(field) ?? ""} change={set} />
      ))}
      {isFiltered(address, NARROWING) && (
        <button type="button" className="quiet" onClick={() => setAddress({ q: address.get("q") ?? "" }, { replace: true })}>
          {t("calls.reset")}
        </button>
      )}
    </div>
  );
}
