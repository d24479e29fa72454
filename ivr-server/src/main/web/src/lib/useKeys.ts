import { createContext, useContext, useEffect, useLayoutEffect, useRef } from "react";
import { isTyping, pressed, type Key } from "./keys";

/** Where the page in front tells its keys, so that help can list them. */
export const PageKeys = createContext<(table: readonly Key[]) => void>(() => undefined);

/** Keys that work while the component is there. A button in focus keeps Enter and Space to itself. */
export function useKeys(table: readonly Key[], tell = true): void {
  const latest = useRef(table);
  latest.current = table;
  const teller = useContext(PageKeys);
  const names = table.map((key) => key.label + key.name).join();
  useEffect(() => {
    if (tell) teller(latest.current);
  }, [teller, names, tell]);
  // Before it is painted: whatever can be seen listens already.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event)) return;
      const onControl = event.target instanceof HTMLElement && event.target.matches("button, a, summary");
      if (onControl && (event.code === "Enter" || event.code === "Space")) return;
      const key = pressed(latest.current, event);
      if (key) {
        event.preventDefault();
        key.act();
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
