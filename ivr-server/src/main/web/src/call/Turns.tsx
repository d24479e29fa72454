import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Line } from "../api/types";
import { TurnLine } from "./TurnLine";

interface Props {
  /** What was said was deleted by retention, with the recording. */
  purged: boolean;
  lines: readonly Line[];
  current: number;
  follow: boolean;
  setFollow: (on: boolean) => void;
  seek: (seconds: number) => void;
}

/** The talk, line by line. Follows what plays until the reader scrolls it out of view; a chip brings it back. */
export function Turns({ purged, lines, current, follow, setFollow, seek }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>("[aria-current]");
    if (follow) line?.scrollIntoView({ block: "nearest" });
  }, [current, follow]);
  const readerScrolled = () => {
    const line = box.current?.querySelector("[aria-current]")?.getBoundingClientRect();
    const frame = box.current?.getBoundingClientRect();
    if (line && frame && (line.bottom < frame.top || line.top > frame.bottom)) setFollow(false);
  };
  return (
    <section className="turns" aria-label={t("call.talk")}>
      <h2>
        {t("call.talk")} <span className="second">{lines.length}</span>
      </h2>
      <div className="turns-lines" ref={box} onWheel={() => requestAnimationFrame(readerScrolled)} onTouchMove={readerScrolled}>
        {lines.length === 0 && <p className="empty">{t(purged ? "call.purgedTalk" : "call.noTalk")}</p>}
        {lines.map((line, index) => (
          <TurnLine key={line.number} line={line} current={index === current} seek={seek} />
        ))}
      </div>
      {!follow && (
        <button type="button" className="chip" data-testid="follow" onClick={() => setFollow(true)}>
          ↕ {t("call.followOff")} <kbd>f</kbd>
        </button>
      )}
    </section>
  );
}
