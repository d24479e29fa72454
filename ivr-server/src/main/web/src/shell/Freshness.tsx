import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BoardState } from "../api/boardStream";
import { duration, timeOfDay } from "../lib/format";

/** How old the picture is, in words; a whole bar once the connection is lost. */
export function Freshness({ state, zone }: { state: BoardState; zone: string }) {
  const { t } = useTranslation();
  const age = useAge(state.freshness === "stale" || state.freshness === "lost");
  if (state.freshness === "fresh") {
    return (
      <p className="freshness" role="status">
        <span className="dot" aria-hidden="true">●</span> {t("fresh.live")}
      </p>
    );
  }
  if (state.freshness === "connecting" || state.heardAt === 0) {
    return <p className="freshness" role="status">{t("fresh.connecting")}</p>;
  }
  const words = { time: timeOfDay(state.heardAt, zone), age: duration(age), attempt: state.attempt };
  return (
    <p className={state.freshness === "lost" ? "freshness lost" : "freshness old"} role="status">
      <span aria-hidden="true">▲ </span>
      {t(state.freshness === "lost" ? "fresh.lost" : "fresh.stale", words)}
    </p>
  );
}

/** Milliseconds since the stream fell silent; the five seconds that went before it was called stale are counted in. */
function useAge(old: boolean): number {
  const [since, setSince] = useState(0);
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!old) return undefined;
    const begin = performance.now() - 5_000;
    setSince(begin);
    setAt(performance.now());
    const timer = setInterval(() => setAt(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, [old]);
  return at - since;
}
