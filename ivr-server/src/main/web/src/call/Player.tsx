import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import type { CallDetail } from "../api/types";
import { place } from "../lib/format";
import { Refused } from "../ui/Refused";
import type { Playback } from "./usePlayback";
import { lengthOf } from "./peaks";
import { Waveform } from "./Waveform";

interface Props {
  id: string;
  recording: CallDetail["recording"];
  playback: Playback;
  seek: (seconds: number) => void;
  speeds: readonly number[];
}

/** The recording: two lanes of waveform, the caller above; or why there is none. */
export function Player({ id, recording, playback, seek, speeds }: Props) {
  const { t } = useTranslation();
  const playable = recording === "ready" || recording === "writing";
  const { audio } = playback;
  useEffect(() => {
    if (playable) audio.src = `/api/calls/${id}/recording`;
  }, [audio, id, playable]);
  const peaks = useQuery({
    queryKey: ["peaks", id],
    queryFn: ({ signal }) => api.peaks(id, signal),
    enabled: recording === "ready",
    staleTime: Infinity,
    retry: false,
  });
  if (recording === "none" || recording === "missing") return <p className="banner">{t(`player.${recording}`)}</p>;
  const length = peaks.data ? lengthOf(peaks.data) : audio.duration || 0;
  return (
    <section className="player" aria-label={t("player.position")} data-testid="player" data-time={playback.time.toFixed(2)}>
      <div className="player-bar">
        <button type="button" className="primary play" onClick={playback.toggle} data-testid="play">
          {t(playback.playing ? "player.pause" : "player.play")} <kbd>k</kbd>
        </button>
        <button type="button" className="quiet" onClick={() => seek(Math.max(0, playback.time - 5))} aria-label={t("player.back")}>
          −5 s
        </button>
        <button type="button" className="quiet" onClick={() => seek(playback.time + 5)} aria-label={t("player.forward")}>
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
      {peaks.data ? (
        <Waveform peaks={peaks.data} time={playback.time} seek={seek} />
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
      {recording === "ready" && peaks.isError && <p className="second">{t("player.noPeaks")}</p>}
      {playback.failed && <Refused error={t("player.failed")} />}
    </section>
  );
}
