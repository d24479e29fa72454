/** Hertz of what is sent: more than a telephone brings, less to send than a microphone gives. */
const RATE = 16_000;

/** A sound file of any kind the browser knows as a WAV file of one channel. */
export async function asWav(sound: Blob): Promise<Blob> {
  const decoder = new OfflineAudioContext(1, 1, RATE);
  const decoded = await decoder.decodeAudioData(await sound.arrayBuffer());
  const mixer = new OfflineAudioContext(1, Math.max(1, Math.ceil(decoded.duration * RATE)), RATE);
  const source = new AudioBufferSourceNode(mixer, { buffer: decoded });
  source.connect(mixer.destination);
  source.start();
  const mixed = await mixer.startRendering();
  return new Blob([wav(mixed.getChannelData(0), RATE)], { type: "audio/wav" });
}

/** RIFF WAVE, 16 bits, one channel. */
export function wav(samples: Float32Array, rate: number): ArrayBuffer {
  const bytes = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const letters = (at: number, text: string) => [...text].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  letters(0, "RIFF");
  bytes.setUint32(4, 36 + 2 * samples.length, true);
  letters(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, 2 * rate, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  letters(36, "data");
  bytes.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) => bytes.setInt16(44 + 2 * i, Math.max(-1, Math.min(1, sample)) * 32_767, true));
  return bytes.buffer as ArrayBuffer;
}
