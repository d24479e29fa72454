import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../api/client";
import type { AuditEntry } from "../api/types";
import { useSession } from "../api/useSession";
import en from "../i18n/en.json";
import { moment, timeOfDay } from "../lib/format";
import { useAddress } from "../lib/useAddress";
import { FilterField } from "../ui/FilterField";
import { Refused } from "../ui/Refused";

type Action = AuditEntry["action"];

const ACTIONS = Object.keys(en.audit.action) as Action[];
/** What was done to a call; the others are done to people. */
const TO_CALLS: readonly Action[] = ["heard-recording", "listened", "saw-number", "hung-up"];

/** Who did or saw what, the newest first. For administrators. The filters are the page's address. */
export function AuditPage() {
  const { t } = useTranslation();
  const { zone } = useSession();
  const { address, set } = useAddress();
  const pages = useInfiniteQuery({
    queryKey: ["audit", address.toString()],
    queryFn: ({ pageParam, signal }) => api.audit(query(address, pageParam), signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="audit">
      <h1>{t("audit.title")}</h1>
      <form className="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <FilterField label={t("audit.user")} name="user" value={address.get("user") ?? ""} change={set} />
        <label>
          <span>{t("audit.what")}</span>
          <select value={address.get("action") ?? ""} onChange={(event) => set("action", event.target.value)}>
            <option value="">{t("audit.everything")}</option>
            {ACTIONS.map((action) => (
              <option key={action} value={action}>
                {t(`audit.action.${action}`)}
              </option>
            ))}
          </select>
        </label>
      </form>
      {pages.isError && <Refused error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <div className="skeleton" aria-hidden="true" />}
      {pages.isSuccess && entries.length === 0 && <p className="empty">{t("audit.none")}</p>}
      {entries.length > 0 && (
        <table className="rows">
          <thead>
            <tr>
              <th>{t("audit.when")}</th>
              <th>{t("audit.user")}</th>
              <th>{t("audit.what")}</th>
              <th>{t("audit.subject")}</th>
              <th>{t("audit.detail")}</th>
              <th>{t("audit.address")}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.number} entry={entry} zone={zone} />
            ))}
          </tbody>
        </table>
      )}
      {pages.hasNextPage && (
        <button type="button" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
          {t("audit.more")}
        </button>
      )}
    </div>
  );
}

function query(address: URLSearchParams, before: number): URLSearchParams {
  const asked = new URLSearchParams(address);
  if (before) asked.set("before", String(before));
  return asked;
}

function Row({ entry, zone }: { entry: AuditEntry; zone: string }) {
  const { t, i18n } = useTranslation();
  const { subject } = entry;
  return (
    <tr data-testid={`audit-${entry.number}`}>
      <td className="number" title={timeOfDay(entry.at, zone, 3)}>
        {moment(entry.at, zone, i18n.language)}
      </td>
      <td>{entry.user}</td>
      <td>{t(`audit.action.${entry.action}`)}</td>
      <td>{TO_CALLS.includes(entry.action) ? <Link to={`/calls/${subject}`}>{subject}</Link> : subject || "—"}</td>
      <td>{entry.detail || "—"}</td>
      <td className="number">{entry.address}</td>
    </tr>
  );
}
