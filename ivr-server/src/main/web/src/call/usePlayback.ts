import { useCallback, useEffect, useMemo, useRef, useState } from "react";

export interface Playback {
  /** The media element; present from the first paint on, silent until it gets a source. */
  audio: HTMLAudioElement;
  /** Seconds from the beginning, also while paused. */
  time: number;
  playing: boolean;
  failed: boolean;
  speed: number;
  toggle: () => void;
  seek: (seconds: number) => void;
  setSpeed: (speed: number) => void;
  /** Takes its sound from here; goes on at the same place if it was playing. */
  load: (address: string) => void;
}

/**
 * Plays one recording. Nothing is fetched before it is played: looking at a call is not listening to it, and only
 * listening is written in the audit log.
 */
export function usePlayback(begin: number): Playback {
  const audio = useMemo(() => {
    const element = new Audio();
    element.preload = "none";
    return element;
  }, []);
  const [time, setTime] = useState(begin);
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const [speed, setSpeed] = useState(1);
  const wanted = useRef(begin);

  useEffect(() => {
    // Before it knows the recording's length it tells 0, whatever place is wanted.
    const at = () => {
      if (audio.readyState === 0) return;
      wanted.current = audio.currentTime;
      setTime(audio.currentTime);
    };
    const began = () => setPlaying(true);
    const stopped = () => setPlaying(false);
    const wrong = () => setFailed(audio.error !== null);
    // The place wanted before anything was fetched is taken once the element knows the recording's length.
    const ready = () => {
      setFailed(false);
      if (Math.abs(audio.currentTime - wanted.current) > 0.05) audio.currentTime = wanted.current;
    };
    const listeners = { timeupdate: at, seeked: at, play: began, pause: stopped, ended: stopped, error: wrong, loadedmetadata: ready };
    Object.entries(listeners).forEach(([name, listener]) => audio.addEventListener(name, listener));
    return () => {
      Object.entries(listeners).forEach(([name, listener]) => audio.removeEventListener(name, listener));
      audio.pause();
    };
  }, [audio]);

  useEffect(() => {
    audio.playbackRate = speed;
    audio.defaultPlaybackRate = speed;
  }, [audio, speed]);

  const load = useCallback(
    (address: string) => {
      const goOn = !audio.paused;
      audio.src = address;
      if (goOn) void audio.play().catch(() => undefined);
    },
    [audio],
  );

  return {
    audio,
    load,
    time,
    playing,
    failed,
    speed,
    setSpeed,
    toggle: () => {
      if (!audio.src) return;
      if (audio.paused) void audio.play().catch(() => setPlaying(false));
      else audio.pause();
    },
    seek: (seconds) => {
      wanted.current = seconds;
      setTime(seconds);
      if (audio.readyState > 0) audio.currentTime = seconds;
    },
  };
}
