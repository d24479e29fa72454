import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useState } from "react";
import { training } from "../api/training";
import type { Labelled, NewLabel } from "../api/types";
import { current, EMPTY, left, meant, next } from "./deck";

const HELD_FOR = 60_000;
/** People call meanwhile. */
const AGAIN = 60_000;
const FEW = 5;

/** One trainer's way through a hotline's inbox, or again through what others have labelled: labels go to the server one by one, what it refuses comes back. */
export function useLabelling(hotline: string, again: boolean) {
  const client = useQueryClient();
  const [deck, dispatch] = useReducer(next, EMPTY);
  const [taken, setTaken] = useState<(Labelled["taken"][number] & { mine: string })[]>([]);
  const inbox = useQuery({
    queryKey: ["training", hotline, "inbox", again],
    queryFn: ({ signal }) => training.inbox(hotline, again, signal),
    refetchInterval: AGAIN,
  });
  // Whoever looks at something else, or threw the labels away, begins anew.
  const [round, setRound] = useState(0);
  useEffect(() => {
    dispatch({ kind: "cleared" });
    setTaken([]);
  }, [again, round]);
  useEffect(() => {
    if (inbox.data) dispatch({ kind: "dealt", clusters: inbox.data.clusters });
  }, [inbox.data, again, round]);

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
    onSuccess: (answer, { as, issue }) => {
      setTaken(answer.taken.map((other) => ({ ...other, mine: issue ?? `*${as}` })));
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
    again,
    begin: () => setRound(round + 1),
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
