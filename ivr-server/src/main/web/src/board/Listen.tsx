import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LiveCall } from "../api/types";
import { useSession } from "../api/useSession";
import { hear, type Hearing } from "../lib/liveSound";

interface Props {
  call: LiveCall;
  /** The page knows how things stand; without that one does not begin to listen. */
  fresh: boolean;
}

/**
 * Hears the call, both sides. The microphone is never asked for; a banner says all the time who hears whom. Returns what
 * the key does, too.
 */
export function Listen({ call, fresh }: Props) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [hearing, setHearing] = useState<Hearing>();
  const stopper = useRef<AbortController>(undefined);
  const stop = useCallback(() => {
    stopper.current?.abort();
    stopper.current = undefined;
    setHearing(undefined);
  }, []);
  useEffect(() => stop, [call.id, stop]);
  function begin() {
    const { signal } = (stopper.current = new AbortController());
    setHearing({ state: "opening", levels: [0, 0] });
    hear(call.id, signal, (now) => !signal.aborted && setHearing(now)).catch(() => {
      if (!signal.aborted) setHearing({ state: "failed", levels: [0, 0] });
    });
  }
  const on = hearing?.state === "opening" || hearing?.state === "hearing";
  const others = call.listeners.filter((name) => name !== user.displayName);
  return (
    <section className="listen" aria-label={t("listen.title")} data-testid="listen" data-state={hearing?.state ?? "off"}>
      <button type="button" className="listen-button" aria-pressed={on} disabled={!on && !fresh} title={fresh ? undefined : t("listen.stale")} onClick={on ? stop : begin}>
        {t(on ? "listen.stop" : "listen.begin")} <kbd>l</kbd>
      </button>
      {hearing && (
        <p className="banner" role="status">
          {t(`listen.${hearing.state}`)}
        </p>
      )}
      {on && (
        <p className="levels">
          {(["caller", "other"] as const).map((side, index) => (
            <label key={side}>
              {t(`player.${side}`)} <meter min={0} max={1} value={hearing.levels[index]} data-testid={`level-${side}`} />
            </label>
          ))}
        </p>
      )}
      {others.length > 0 && <p className="second">{t("listen.others", { names: others.join(", ") })}</p>}
    </section>
  );
}
