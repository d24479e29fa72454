import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Board, LiveCall } from "../api/types";
import { useSession } from "../api/useSession";
import { Caller } from "../ui/Caller";
import { Fact } from "../ui/Fact";
import { Slots } from "../ui/Slots";
import { StageMark } from "../ui/Glyphs";
import { HomeMark } from "../ui/HomeMark";
import { Timer } from "../ui/Timer";
import { silentSince } from "./figures";
import { HangUp } from "./HangUp";
import { Listen } from "./Listen";
import { RunningTranscript } from "./RunningTranscript";
import { SendOn } from "./SendOn";
import { Speak } from "./Speak";

interface Props {
  board: Board;
  id: string;
  fresh: boolean;
  close: () => void;
}

/** One live call with its running transcript; stays as it was when the call is over. */
export function CallDrawer({ board, id, fresh, close }: Props) {
  const { t } = useTranslation();
  const { steers } = useSession();
  const last = useRef<LiveCall>(undefined);
  const live = board.calls.find((call) => call.id === id);
  if (live) last.current = live;
  const call = live ?? last.current;
  return (
    <aside className="drawer" aria-label={t("drawer.title")} data-testid="drawer">
      <header>
        <h2>
          {call ? <Caller number={call.calling} /> : t("drawer.title")} {call && <HomeMark of={call} />}
        </h2>
        <button type="button" className="quiet" onClick={close}>
          {t("drawer.close")}
        </button>
      </header>
      {call && (
        <dl className="facts">
          <Fact name={t("board.where")}>{live && <StageMark stage={live.stage} />}</Fact>
          <Fact name={t("board.since")}>{live && <Timer since={live.since} until={silentSince(board, live)} />}</Fact>
          <Fact name={t("board.issue")}>{call.issue}</Fact>
          <Slots of={call} />
          <Fact name={t("call.queue")}>{call.queue}</Fact>
          <Fact name={t("call.agent")}>{board.agents.find(({ name }) => name === call.agent)?.displayName ?? call.agent}</Fact>
        </dl>
      )}
      {!live && (
        <p className="banner" role="status">
          {t("drawer.over")} <Link to={`/calls/${id}`}>{t("drawer.record")}</Link>
        </p>
      )}
      <RunningTranscript lines={call?.transcript ?? []} />
      {live && steers && <Listen call={live} fresh={fresh} />}
      {live && steers && live.stage === "with-agent" && <Speak key={`speak-${id}`} call={id} fresh={fresh} />}
      {live && steers && (live.stage === "with-agent" || live.home === "asterisk") && <SendOn key={`send-${id}`} call={live} />}
      {live && steers && <HangUp call={id} />}
    </aside>
  );
}
