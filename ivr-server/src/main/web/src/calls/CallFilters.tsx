import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useSession } from "../api/useSession";
import { FIELDS, isFiltered, RANGES, rangeOf, serverQuery } from "./filters";

const PAUSE = 300;

/** What narrows the list. Typed words take effect after a pause, so that not every letter asks the server. */
export function CallFilters() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const [address, setAddress] = useSearchParams();
  const set = (name: string, value: string) =>
    setAddress(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return (
    <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
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

function FilterField(props: { label: string; name: string; value: string; change: (name: string, value: string) => void }) {
  const { name, value, change } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => change(name, typed), PAUSE);
    return () => clearTimeout(timer);
  });
  return (
    <label>
      <span>{props.label}</span>
      <input name={name} value={typed} maxLength={40} onChange={(event) => setTyped(event.target.value)} />
    </label>
  );
}
