import { useEffect, useRef, useState } from "react";

const REST = 5_000;

/**
 * Keeps rows where they are for five seconds at a time, and for as long as the pointer or the focus is among them, so that
 * nobody clicks on what just moved under the hand. New rows come at their place at once; gone ones go.
 */
export function useSettledOrder<T>(items: readonly T[], id: (item: T) => string) {
  const order = useRef<string[]>([]);
  const held = useRef(false);
  const settledAt = useRef(0);
  const [, repaint] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => repaint((count) => count + 1), REST);
    return () => clearInterval(timer);
  }, []);
  const wanted = items.map(id);
  const same = wanted.length === order.current.length && wanted.every((key) => order.current.includes(key));
  if (!same || (!held.current && performance.now() - settledAt.current >= REST)) {
    order.current = wanted;
    settledAt.current = performance.now();
  }
  const places = new Map(order.current.map((key, place) => [key, place]));
  const settled = [...items].sort((one, other) => (places.get(id(one)) ?? 0) - (places.get(id(other)) ?? 0));
  const hold = (on: boolean) => () => {
    held.current = on;
  };
  const holding = { onPointerEnter: hold(true), onPointerLeave: hold(false), onFocus: hold(true), onBlur: hold(false) };
  return { settled, holding };
}
