import { useTranslation } from "react-i18next";
import { useSession } from "../api/useSession";
import { useAddress } from "../lib/useAddress";
import { DayRange } from "../ui/DayRange";
import { FilterField } from "../ui/FilterField";
import { FIELDS, isFiltered, serverQuery } from "./filters";

/** What narrows the list. Typed words take effect after a pause, so that not every letter asks the server. */
export function CallFilters() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { address, set, setAddress } = useAddress();
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <DayRange address={address} set={set} />
      {FIELDS.map((field) => (
        <FilterField key={field} label={t(`calls.${field}`)} name={field} value={address.get(field) ?? ""} change={set} />
      ))}
      {isFiltered(address) && (
        <button type="button" className="quiet" onClick={() => setAddress({}, { replace: true })}>
          {t("calls.reset")}
        </button>
      )}
      <a className="export" href={`/api/calls.csv?${serverQuery(address, zone)}`} download>
        {t("calls.export")}
      </a>
    </form>
  );
}
