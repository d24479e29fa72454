import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Call } from "../api/types";
import { duration, moment } from "../lib/format";
import { Caller } from "../ui/Caller";
import { EndingMark } from "../ui/EndingMark";

/** A list of calls, one on a line. */
export function CallsTable({ calls, zone }: { calls: readonly Call[]; zone: string }) {
  const { t } = useTranslation();
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t("calls.when")}</th>
          <th>{t("calls.caller")}</th>
          <th>{t("calls.dialled")}</th>
          <th>{t("calls.issue")}</th>
          <th>{t("calls.path")}</th>
          <th className="right">{t("calls.waited")}</th>
          <th className="right">{t("calls.talked")}</th>
          <th className="right">{t("calls.length")}</th>
          <th>{t("calls.ending")}</th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <Row key={call.id} call={call} zone={zone} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ call, zone }: { call: Call; zone: string }) {
  const { t, i18n } = useTranslation();
  const unanswered = call.answeredAt === undefined;
  return (
    <tr data-testid={`call-${call.id}`}>
      <td>
        <Link data-row to={`/calls/${call.id}`} className="number row-link">
          {moment(call.arrivedAt, zone, i18n.language)}
        </Link>
      </td>
      <td>
        <Caller number={call.calling} />
      </td>
      <td className="number">
        {call.dialled} <span className="second">{call.language}</span>
      </td>
      <td>
        {call.issue ?? "—"}
        {call.confirmed && (
          <span className="second" title={t("calls.confirmed")}>
            {" "}
            ✓<span className="unseen">{t("calls.confirmed")}</span>
          </span>
        )}
      </td>
      <td>
        <Way call={call} />
      </td>
      <td className="right">{call.queue === undefined ? "—" : duration(call.waitedMs)}</td>
      <td className="right">{call.agent === undefined ? "—" : duration(call.talkedMs)}</td>
      <td className="right">{call.durationMs === undefined ? "—" : duration(call.durationMs)}</td>
      <td>
        <EndingMark call={call} />
        {call.recorded && !unanswered && (
          <span className="second" title={t("calls.recorded")}>
            {" "}
            ♪<span className="unseen">{t("calls.recorded")}</span>
          </span>
        )}
      </td>
    </tr>
  );
}

/** Through whose hands it went: bot, queue, agent. */
function Way({ call }: { call: Call }) {
  const { t } = useTranslation();
  if (call.answeredAt === undefined) return <span>—</span>;
  const stations = [call.turns > 0 && t("side.bot"), call.queue, call.agent].filter(Boolean);
  return <span>{stations.join(" → ") || "—"}</span>;
}
