import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import WaveSurfer from "wavesurfer.js";
import type { Peaks } from "../api/types";
import { Marks } from "./Marks";
import type { Mark } from "./marks";
import { lanes, lengthOf } from "./peaks";

const LANE = 44;

/**
 * Both sides of a call over time, drawn from peaks that the server made, so that no sound is fetched for it. It shows
 * where the playback is and says where one clicked; it plays nothing itself.
 */
export function Waveform({ peaks, marks, time, seek }: { peaks: Peaks; marks: readonly Mark[]; time: number; seek: (seconds: number) => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const wave = useRef<WaveSurfer>(undefined);
  const seeker = useRef(seek);
  const place = useRef(time);
  seeker.current = seek;
  place.current = time;
  useEffect(() => {
    if (!box.current) return undefined;
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const lane = (side: string) => ({ waveColor: colour(`--${side}-faint`), progressColor: colour(`--${side}`), height: LANE });
    const surfer = WaveSurfer.create({
      container: box.current,
      peaks: lanes(peaks),
      duration: lengthOf(peaks),
      splitChannels: [lane("caller"), lane("bot")],
      cursorColor: colour("--focus"),
      cspNonce: document.querySelector<HTMLMetaElement>("meta[name=style-nonce]")?.content ?? "",
    });
    surfer.on("ready", () => surfer.setTime(place.current));
    surfer.on("interaction", (seconds) => seeker.current(seconds));
    wave.current = surfer;
    return () => surfer.destroy();
  }, [peaks]);
  useEffect(() => {
    const surfer = wave.current;
    if (surfer && Math.abs(surfer.getCurrentTime() - time) > 0.02) surfer.setTime(time);
  }, [time, peaks]);
  return (
    <div className="lanes">
      <span className="lane-name side-caller">{t("player.caller")}</span>
      <span className="lane-name side-bot">{t("player.other")}</span>
      <div className="wave" ref={box} data-testid="wave" />
      <Marks marks={marks} length={lengthOf(peaks)} />
    </div>
  );
}
