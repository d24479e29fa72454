import { useRef } from "react";
import type { Key } from "./keys";

/**
 * j and k walk through the elements marked `data-row` inside the list; the focus is the cursor, so that screen readers
 * follow and Enter opens by itself.
 */
export function useListCursor() {
  const list = useRef<HTMLDivElement>(null);
  const walk = (step: 1 | -1) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const at = rows.findIndex((row) => row === document.activeElement);
    const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step));
    rows[next]?.focus();
    rows[next]?.scrollIntoView({ block: "nearest" });
  };
  const keys: Key[] = [
    { code: "KeyJ", label: "j", name: "next", act: () => walk(1) },
    { code: "KeyK", label: "k", name: "previous", act: () => walk(-1) },
  ];
  return { list, keys };
}
