import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useState } from "react";
import { training } from "../api/training";
import type { Labelled, NewLabel } from "../api/types";
import { current, EMPTY, left, meant, next } from "./deck";

const HELD_FOR = 60_000;
const FEW = 5;

/** One trainer's way through a hotline's inbox: labels go to the server one by one, what it refuses comes back. */
export function useLabelling(hotline: string) {
  const client = useQueryClient();
  const [deck, dispatch] = useReducer(next, EMPTY);
  const [taken, setTaken] = useState<Labelled["taken"]>([]);
  const inbox = useQuery({
    queryKey: ["training", hotline, "inbox"],
    queryFn: ({ signal }) => training.inbox(hotline, signal),
  });
  useEffect(() => {
    if (inbox.data) dispatch({ kind: "dealt", clusters: inbox.data.clusters });
  }, [inbox.data]);

  // Only the biggest clusters are sent at once; the next ones come before these are done.
  const few = left(deck).length <= FEW;
  const dealt = inbox.data?.clusters.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const more = few && (inbox.data?.total ?? 0) > dealt;
  const { refetch } = inbox;
  useEffect(() => {
    if (more) void refetch();
  }, [more, deck.deeds, refetch]);

  const recount = () => void client.invalidateQueries({ queryKey: ["training", hotline, "desk"] });
  const label = useMutation({
    mutationFn: (wanted: NewLabel) => training.label(hotline, wanted),
    onSuccess: (answer) => {
      setTaken(answer.taken);
      recount();
    },
    onError: (_, { items }) => dispatch({ kind: "failed", items }),
  });
  const takeBack = useMutation({
    mutationFn: (items: string[]) => training.takeBack(hotline, items),
    onSuccess: recount,
    onSettled: () => void inbox.refetch(),
  });

  const cluster = current(deck);
  const held = cluster?.items.map(({ id }) => id).join(" ") ?? "";
  const others = useQuery({
    queryKey: ["training", hotline, "hold", cluster?.id],
    queryFn: () => training.hold(hotline, held.split(" ").slice(0, 200)),
    enabled: held !== "",
    refetchInterval: HELD_FOR,
    gcTime: 0,
  });

  return {
    deck,
    dispatch,
    inbox,
    taken,
    others: held === "" ? [] : (others.data ?? []),
    error: label.error ?? takeBack.error,
    /** Labels what is meant, as one of none or about an issue, and goes on. */
    label: (as: NewLabel["as"], issue?: string) => {
      const items = meant(deck);
      if (items.length === 0) return;
      const about = issue === undefined ? {} : { issue };
      setTaken([]);
      dispatch({ kind: "done", deed: { items, as, ...about } });
      label.mutate({ items, as, ...about });
    },
    skip: () => {
      const items = meant(deck);
      if (items.length > 0) dispatch({ kind: "done", deed: { items } });
    },
    undo: () => {
      const last = deck.deeds.at(-1);
      if (last === undefined) return;
      dispatch({ kind: "undone" });
      if (last.as !== undefined) takeBack.mutate([...last.items]);
    },
  };
}

export type Labelling = ReturnType<typeof useLabelling>;
