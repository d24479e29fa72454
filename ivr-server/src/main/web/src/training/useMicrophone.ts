import { useCallback, useEffect, useRef, useState } from "react";

/** Longer than anything a caller says at once; the server takes 20 s. */
const LONGEST = 15_000;

/** Records one utterance: from the first press to the second, fifteen seconds at the most. The microphone is asked for only then. */
export function useMicrophone(heard: (sound: Blob) => void) {
  const [state, setState] = useState<"off" | "recording" | "refused">("off");
  const recorder = useRef<MediaRecorder>(undefined);
  const told = useRef(heard);
  told.current = heard;
  const stop = useCallback(() => recorder.current?.state === "recording" && recorder.current.stop(), []);
  useEffect(() => () => void stop(), [stop]);

  async function begin(): Promise<void> {
    let microphone: MediaStream;
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      setState("refused");
      return;
    }
    const recording = new MediaRecorder(microphone);
    recorder.current = recording;
    const pieces: Blob[] = [];
    recording.addEventListener("dataavailable", ({ data }) => pieces.push(data));
    recording.addEventListener("stop", () => {
      microphone.getTracks().forEach((track) => track.stop());
      setState("off");
      told.current(new Blob(pieces, { type: recording.mimeType }));
    });
    recording.start();
    setState("recording");
    setTimeout(() => recording.state === "recording" && recording.stop(), LONGEST);
  }
  return { state, toggle: () => (state === "recording" ? void stop() : void begin()) };
}
