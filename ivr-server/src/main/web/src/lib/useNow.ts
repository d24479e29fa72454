import { useSyncExternalStore } from "react";
import { now } from "./clock";

// One ticker repaints all timers; what they show is computed from the clock, never counted.
const listeners = new Set<() => void>();
let second = Math.floor(now() / 1000);
let ticker: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const current = Math.floor(now() / 1000);
  if (current !== second) {
    second = current;
    listeners.forEach((listener) => listener());
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticker ??= setInterval(tick, 200);
  document.addEventListener("visibilitychange", tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(ticker);
      ticker = undefined;
      document.removeEventListener("visibilitychange", tick);
    }
  };
}

/** The server's time in milliseconds, whole seconds; repaints once a second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => second) * 1000;
}
