const RATE = 8_000;
/** Sound kept in hand against an uneven network, in seconds. */
const IN_HAND = 0.25;
/** More than this in hand is old: it is left out, so that one hears what is said now. */
const TOO_OLD = 1.5;

/** What the page knows of a call it hears. */
export interface Hearing {
  state: "opening" | "hearing" | "over" | "failed";
  /** Loudness now, 0 to 1: the caller, the other side. */
  levels: readonly [number, number];
}

/**
 * Plays a call that goes on, both sides in one ear each, until `signal` is aborted. The microphone is not touched: this
 * only hears.
 */
export async function hear(call: string, signal: AbortSignal, tell: (hearing: Hearing) => void): Promise<void> {
  const context = new AudioContext();
  signal.addEventListener("abort", () => void context.close());
  let playsUntil = 0;
  let rest = new Uint8Array();
  const response = await fetch(`/api/calls/${call}/listen`, { signal, credentials: "same-origin" });
  if (!response.ok || response.body === null) throw new Error((await response.json()).code);
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const bytes = joined(rest, value);
    const whole = bytes.length - (bytes.length % 4);
    rest = bytes.slice(whole);
    if (whole === 0) continue;
    const [left, right] = samples(bytes.subarray(0, whole));
    tell({ state: "hearing", levels: [loudness(left), loudness(right)] });
    const now = context.currentTime;
    if (playsUntil - now > TOO_OLD) continue;
    const buffer = context.createBuffer(2, left.length, RATE);
    buffer.copyToChannel(left, 0);
    buffer.copyToChannel(right, 1);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(context.destination);
    if (playsUntil < now) playsUntil = now + IN_HAND;
    source.start(playsUntil);
    playsUntil += buffer.duration;
  }
  tell({ state: "over", levels: [0, 0] });
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

/** Signed 16-bit samples in network order, left and right in turn. */
export function samples(bytes: Uint8Array): [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.byteLength / 4;
  const left = new Float32Array(count);
  const right = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    left[i] = view.getInt16(4 * i) / 32_768;
    right[i] = view.getInt16(4 * i + 2) / 32_768;
  }
  return [left, right];
}

function loudness(sound: Float32Array): number {
  return Math.min(1, Math.max(...sound.map(Math.abs)));
}
