import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { CallDetail, Peaks } from "../api/types";
import { useSession } from "../api/useSession";
import { moment, place } from "../lib/format";
import { Refused } from "../ui/Refused";
import type { Playback } from "./usePlayback";
import { MarkLegend } from "./Marks";
import type { Mark } from "./marks";
import { lengthOf } from "./peaks";
import { Waveform } from "./Waveform";

interface Props {
  id: string;
  recording: CallDetail["recording"];
  format: CallDetail["recordingFormat"];
  /** When retention deleted it, if it did. */
  purgedAt: string | undefined;
  peaks: Peaks | undefined;
  failed: boolean;
  marks: readonly Mark[];
  playback: Playback;
  seek: (seconds: number) => void;
  speeds: readonly number[];
}

/** The recording: two lanes of waveform, the caller above; or why there is none. */
export function Player({ id, recording, format, purgedAt, peaks, failed, marks, playback, seek, speeds }: Props) {
  const { t, i18n } = useTranslation();
  const { zone } = useSession();
  const playable = recording === "ready" || recording === "writing";
  const { audio, load } = playback;
  useEffect(() => {
    if (playable && format !== undefined) load(`/api/calls/${id}/recording?format=${format}`);
  }, [load, id, playable, format]);
  if (!playable) {
    const date = purgedAt === undefined ? "—" : moment(purgedAt, zone, i18n.language);
    return (
      <p className="banner" data-testid="no-recording" data-state={recording}>
        {t(`player.${recording}`, { date })}
      </p>
    );
  }
  const length = peaks ? lengthOf(peaks) : audio.duration || 0;
  return (
    <section className="player" aria-label={t("player.position")} data-testid="player" data-time={playback.time.toFixed(2)}>
      <div className="player-bar">
        <button type="button" className="primary play" onClick={playback.toggle} data-testid="play">
          {t(playback.playing ? "player.pause" : "player.play")} <kbd>k</kbd>
        </button>
        <button type="button" className="quiet" onClick={() => seek(Math.max(0, playback.time - 5))} aria-label={`−5 s: ${t("player.back")}`}>
          −5 s
        </button>
        <button type="button" className="quiet" onClick={() => seek(playback.time + 5)} aria-label={`+5 s: ${t("player.forward")}`}>
          +5 s
        </button>
        <span className="timer" data-testid="position">
          {place(playback.time * 1000)} <span className="second">/ {length > 0 ? place(length * 1000) : "—"}</span>
        </span>
        <span className="choice" role="group" aria-label={t("player.speed")}>
          {speeds.map((speed) => (
            <button key={speed} type="button" aria-pressed={playback.speed === speed} onClick={() => playback.setSpeed(speed)}>
              {speed}×
            </button>
          ))}
        </span>
      </div>
      {peaks ? (
        <Waveform peaks={peaks} marks={marks} time={playback.time} seek={seek} />
      ) : (
        <input
          type="range"
          min={0}
          max={Math.max(length, playback.time, 1)}
          step={0.1}
          value={playback.time}
          aria-label={t("player.position")}
          onChange={(event) => seek(Number(event.target.value))}
        />
      )}
      {recording === "writing" && <p className="second">{t("player.writing")}</p>}
      {marks.length > 0 && <MarkLegend marks={marks} />}
      {recording === "ready" && failed && <p className="second">{t("player.noPeaks")}</p>}
      {playback.failed && <Refused error={t("player.failed")} />}
    </section>
  );
}
