import { useSyncExternalStore } from "react";
import { boardStream, type BoardState } from "./boardStream";

/** The live board; the stream is open while anyone uses it. */
export function useBoard(): BoardState {
  return useSyncExternalStore(boardStream.subscribe, boardStream.snapshot);
}
