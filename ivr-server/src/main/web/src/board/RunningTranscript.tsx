import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LiveLine } from "../api/types";
import { SideMark } from "../ui/Glyphs";

const NEAR = 24;

/**
 * What is being said, as it is said. Follows the latest words while the reader is at the bottom; leaves the reader in
 * peace when scrolled up or selecting. Words that may still change are not read out.
 */
export function RunningTranscript({ lines }: { lines: readonly LiveLine[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  useLayoutEffect(() => {
    const selecting = !(getSelection()?.isCollapsed ?? true);
    if (following && !selecting && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines, following]);
  const scrolled = () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current ?? { scrollTop: 0, scrollHeight: 0, clientHeight: 0 };
    setFollowing(scrollHeight - scrollTop - clientHeight <= NEAR);
  };
  return (
    <div className="running">
      <div className="running-lines" ref={box} onScroll={scrolled} role="log" aria-label={t("drawer.transcript")} tabIndex={0}>
        {lines.length === 0 && <p className="empty">{t("drawer.nothingYet")}</p>}
        {lines.map((line) => (
          <p key={line.at + line.side} className={line.partial ? "said partial" : "said"} aria-hidden={line.partial || undefined}>
            <SideMark side={line.side} /> <span className="words">{line.text}</span>
          </p>
        ))}
      </div>
      {!following && (
        <button type="button" className="chip" onClick={() => setFollowing(true)}>
          ↓ {t("drawer.follow")}
        </button>
      )}
    </div>
  );
}
