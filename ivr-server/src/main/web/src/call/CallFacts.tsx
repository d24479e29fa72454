import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { api } from "../api/client";
import type { Call, LadderEvent, Line } from "../api/types";
import { useSession } from "../api/useSession";
import { duration, latency, moment, phoneNumber } from "../lib/format";
import { Caller } from "../ui/Caller";
import { EndingMark } from "../ui/EndingMark";
import { Fact } from "../ui/Fact";
import { Refused } from "../ui/Refused";
import { responseTimes } from "./lines";
import { rated } from "./Rung";

interface Props {
  call: Call;
  lines: readonly Line[];
  events: readonly LadderEvent[];
  related: readonly string[];
  zone: string;
}

/** Who called, when, for what, and how it went. */
export function CallFacts({ call, lines, events, related, zone }: Props) {
  const { t, i18n } = useTranslation();
  const times = responseTimes(lines);
  const ratings = events.map(({ detail }) => rated(detail)).filter((rating) => rating !== undefined);
  const bargeIns = lines.filter((line) => line.turn?.bargeInMs !== undefined).length;
  return (
    <header className="call-facts">
      <h1>
        <FullNumber call={call} />
      </h1>
      <dl className="facts">
        <Fact name={t("call.arrived")}>{moment(call.arrivedAt, zone, i18n.language)}</Fact>
        <Fact name={t("call.length")}>{call.durationMs !== undefined && duration(call.durationMs)}</Fact>
        <Fact name={t("call.dialled")}>{call.dialled}</Fact>
        <Fact name={t("call.plan")}>{call.dialplan}</Fact>
        <Fact name={t("call.language")}>{call.language}</Fact>
        <Fact name={t("call.issue")}>{call.issue && (call.confirmed ? `${call.issue} ✓ ${t("call.confirmed")}` : call.issue)}</Fact>
        <Fact name={t("call.queue")}>{call.queue}</Fact>
        <Fact name={t("call.waited")}>{call.queue && duration(call.waitedMs)}</Fact>
        <Fact name={t("call.agent")}>{call.agent}</Fact>
        <Fact name={t("call.talked")}>{call.agent && duration(call.talkedMs)}</Fact>
        <Fact name={t("call.ending")}>
          <EndingMark call={call} />
        </Fact>
        {ratings.length > 0 && (
          <Fact name={t("call.rating")}>
            <span data-testid="rating">{ratings.join(", ")}</span>
          </Fact>
        )}
        {related.length > 0 && (
          <Fact name={t("call.related")}>
            {related.map((id) => (
              <Link key={id} to={`/calls/${id}`} data-testid="related">
                {t("call.relatedOpen")}
              </Link>
            ))}
          </Fact>
        )}
        <Fact name={t("call.responseMedian")}>{times && latency(times.median)}</Fact>
        <Fact name={t("call.responseWorst")}>{times && latency(times.worst)}</Fact>
        <Fact name={t("call.bargeIns")}>{lines.length > 0 && String(bargeIns)}</Fact>
      </dl>
    </header>
  );
}

/** The number, masked until someone who may asks for it. */
function FullNumber({ call }: { call: Call }) {
  const { t } = useTranslation();
  const { steers } = useSession();
  const unmask = useMutation({ mutationFn: () => api.number(call.id) });
  if (unmask.data !== undefined) {
    return (
      <span className="number" title={t("number.showing")}>
        {phoneNumber(unmask.data)}
      </span>
    );
  }
  return (
    <>
      <Caller number={call.calling} />
      {steers && call.calling.includes("*") && (
        <button type="button" className="quiet" disabled={unmask.isPending} onClick={() => unmask.mutate()}>
          {t("number.show")}
        </button>
      )}
      {unmask.isError && <Refused error={unmask.error} />}
    </>
  );
}
