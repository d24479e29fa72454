import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { api } from "../api/client";
import type { CallDetail } from "../api/types";
import { useSession } from "../api/useSession";
import { useKeys } from "../lib/useKeys";
import { Refused } from "../ui/Refused";
import { CallFacts } from "./CallFacts";
import { Ladder } from "./Ladder";
import { lineAt } from "./lines";
import { markBeside, marksOf } from "./marks";
import { Player } from "./Player";
import { Turns } from "./Turns";
import { usePlayback } from "./usePlayback";

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

/** While the call goes on or its recording is being written there is more to come. */
function isGrowing({ call, recording }: CallDetail): boolean {
  return call.endedAt === undefined || recording === "writing";
}

/** One call: who, what was said, how it went, and its sound; all four move together. */
export function Component() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const { zone } = useSession();
  const [address, setAddress] = useSearchParams();
  const [follow, setFollow] = useState(true);
  const [ladder, setLadder] = useState(true);
  const query = useQuery({
    queryKey: ["call", id],
    queryFn: ({ signal }) => api.call(id, signal),
    refetchInterval: ({ state }) => (state.data && isGrowing(state.data) ? 2_000 : false),
  });
  const recorded = query.data?.recording;
  const peaks = useQuery({
    queryKey: ["peaks", id],
    queryFn: ({ signal }) => api.peaks(id, signal),
    enabled: recorded === "ready",
    staleTime: Infinity,
    retry: false,
  });
  const marks = useMemo(
    () => (peaks.data && query.data ? marksOf(peaks.data, query.data.lines, query.data.events) : []),
    [peaks.data, query.data],
  );
  const playback = usePlayback(Number(address.get("t") ?? 0));
  // It may have been archived meanwhile: then it goes on from the other file.
  const { failed } = playback;
  const { refetch } = query;
  useEffect(() => {
    if (failed) void refetch();
  }, [failed, refetch]);
  const lines = query.data?.lines ?? [];
  const current = lineAt(lines, playback.time);
  const seek = (seconds: number) => {
    playback.seek(seconds);
    setFollow(true);
    setAddress({ t: seconds.toFixed(1) }, { replace: true });
  };
  const step = (by: 1 | -1) => {
    const line = lines[Math.min(lines.length - 1, Math.max(0, current + by))];
    if (line) seek(line.offsetMs / 1000);
  };
  const speed = (by: 1 | -1) =>
    playback.setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, SPEEDS.indexOf(playback.speed) + by))] ?? 1);
  useKeys([
    { code: "Space", label: "Space", name: "play", act: playback.toggle },
    { code: "KeyK", label: "k", name: "play", act: playback.toggle },
    { code: "KeyJ", label: "j", name: "back5", act: () => seek(Math.max(0, playback.time - 5)) },
    { code: "KeyL", label: "l", name: "forward5", act: () => seek(playback.time + 5) },
    { code: "ArrowLeft", label: "←", name: "previousTurn", act: () => step(-1) },
    { code: "ArrowRight", label: "→", name: "nextTurn", act: () => step(1) },
    { code: "Comma", label: ",", name: "slower", act: () => speed(-1) },
    { code: "Period", label: ".", name: "faster", act: () => speed(1) },
    { code: "BracketLeft", label: "[", name: "previousMark", act: () => seek(markBeside(marks, playback.time, -1)) },
    { code: "BracketRight", label: "]", name: "nextMark", act: () => seek(markBeside(marks, playback.time, 1)) },
    { code: "KeyF", label: "f", name: "follow", act: () => setFollow((on) => !on) },
    { code: "KeyT", label: "t", name: "ladder", act: () => setLadder((on) => !on) },
  ]);
  if (query.isError) return <Refused error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <div className="skeleton" aria-hidden="true" />;
  const { call, recording, recordingFormat, events, related } = query.data;
  return (
    <div className="call" data-testid="call">
      <p className="crumb">
        <Link to="/calls">← {t("call.back")}</Link>
      </p>
      <CallFacts call={call} lines={lines} events={events} related={related} zone={zone} />
      <Player
        id={id}
        recording={recording}
        format={recordingFormat}
        purgedAt={events.find(({ kind }) => kind === "purged")?.at}
        peaks={peaks.data}
        failed={peaks.isError}
        marks={marks}
        playback={playback}
        seek={seek}
        speeds={SPEEDS}
      />
      <div className="call-columns">
        <Turns purged={recording === "purged"} lines={lines} current={current} follow={follow} setFollow={setFollow} seek={seek} />
        {ladder && <Ladder events={events} zone={zone} seek={seek} />}
      </div>
    </div>
  );
}
