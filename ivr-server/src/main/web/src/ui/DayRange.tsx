import { useTranslation } from "react-i18next";
import { RANGES, rangeOf } from "../calls/filters";

/** Which days, of the business zone. */
export function DayRange({ address, set }: { address: URLSearchParams; set: (name: string, value: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="choice" role="group" aria-label={t("calls.range")}>
      {RANGES.map((range) => (
        <button
          key={range}
          type="button"
          aria-pressed={rangeOf(address) === range}
          onClick={() => set("days", range === "all" ? "" : range)}
        >
          {t(`calls.${range}`)}
        </button>
      ))}
    </div>
  );
}
