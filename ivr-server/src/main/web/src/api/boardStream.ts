import { now, setClock, stopClock } from "../lib/clock";
import type { Board } from "./types";

const STALE_AFTER = 5_000;
const LOST_AFTER = 15_000;

/**
 * What is known of the live board.
 * `fresh`: heard within five seconds. `stale`: not; what is shown is old and says so. `lost`: not for fifteen seconds.
 */
export interface BoardState {
  board: Board | undefined;
  freshness: "connecting" | "fresh" | "stale" | "lost";
  attempt: number;
  /** Server time of the last sign of life, in milliseconds. */
  heardAt: number;
}

/**
 * The live board by server-sent events. Listens for beats, not for errors: a line that is dead but open (half-open) gives
 * no error at all, so a stream that is silent for fifteen seconds is opened anew.
 */
class BoardStream {
  private state: BoardState = { board: undefined, freshness: "connecting", attempt: 0, heardAt: 0 };
  private readonly listeners = new Set<() => void>();
  private source: EventSource | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private heard = 0;
  private opened = 0;
  /** The stream now open has brought its board. */
  private current = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.begin();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.end();
    };
  };

  readonly snapshot = (): BoardState => this.state;

  private begin(): void {
    this.heard = performance.now();
    this.open();
    this.watch = setInterval(() => this.check(), 250);
  }

  private end(): void {
    clearInterval(this.watch);
    this.source?.close();
    this.source = undefined;
    this.state = { board: undefined, freshness: "connecting", attempt: 0, heardAt: 0 };
  }

  private open(): void {
    this.source?.close();
    this.opened = performance.now();
    this.current = false;
    const source = new EventSource("/api/events");
    source.addEventListener("board", (event) => this.hear(JSON.parse(event.data) as Board));
    source.addEventListener("beat", (event) => this.hear(undefined, (JSON.parse(event.data) as { at: string }).at));
    this.source = source;
  }

  private hear(board: Board | undefined, at?: string): void {
    this.heard = performance.now();
    if (at !== undefined) setClock(at);
    // A beat alone does not make a board: until the snapshot of a new stream is there, the old one stays stale.
    if (board !== undefined) this.current = true;
    const known = board ?? (this.current ? this.state.board : undefined);
    if (known !== undefined) {
      this.become({ board: known, freshness: "fresh", attempt: 0, heardAt: now() }, board !== undefined);
    }
  }

  private check(): void {
    const silence = performance.now() - this.heard;
    if (silence < STALE_AFTER) return;
    if (this.state.freshness === "fresh" || this.state.freshness === "stale") stopClock();
    const lost = silence >= LOST_AFTER;
    let { attempt } = this.state;
    if (lost && performance.now() - this.opened > Math.min(30_000, 5_000 + 2_000 * attempt)) {
      attempt += 1;
      this.open();
    }
    this.become({ ...this.state, freshness: lost ? "lost" : "stale", attempt }, false);
  }

  private become(next: BoardState, boardChanged: boolean): void {
    const changed =
      boardChanged || next.freshness !== this.state.freshness || next.attempt !== this.state.attempt;
    if (changed) {
      this.state = next;
      this.listeners.forEach((listener) => listener());
    } else {
      this.state.heardAt = next.heardAt;
    }
  }
}

export const boardStream = new BoardStream();
