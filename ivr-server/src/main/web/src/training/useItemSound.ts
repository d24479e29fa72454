import { useEffect, useState } from "react";
import { usePlayback } from "../call/usePlayback";
import type { Deck } from "./deck";

/** Plays the place in the recording where an utterance was said: the one under the cursor, or another. */
export function useItemSound({ clusters, cursor }: Deck) {
  const { audio, load, seek, failed } = usePlayback(0);
  const [playing, setPlaying] = useState<string>();
  useEffect(() => audio.pause(), [audio, cursor]);
  const play = (id = cursor) => {
    const item = clusters.flatMap(({ items }) => items).find((some) => some.id === id);
    if (item === undefined) return;
    if (playing === item.id && !audio.paused) {
      audio.pause();
      return;
    }
    load(`/api/calls/${item.callId}/recording`);
    seek(item.offsetMs / 1000);
    setPlaying(item.id);
    void audio.play().catch(() => undefined);
  };
  return { play, failed };
}
