/**
 * The server's clock, seen from here. Every beat of the live stream sets it; between beats it runs by the browser's
 * monotonic clock; when the stream is stale it stands, so that no timer pretends to know.
 */
let offset = Date.now() - performance.now();
let stoppedAt: number | undefined;

/** The server said it is `at` just now. */
export function setClock(at: string): void {
  offset = Date.parse(at) - performance.now();
  stoppedAt = undefined;
}

/** Nothing is known since then: time stands. */
export function stopClock(): void {
  stoppedAt ??= now();
}

/** The server's time in milliseconds since the epoch. */
export function now(): number {
  return stoppedAt ?? performance.now() + offset;
}
