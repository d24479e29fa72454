import { useTranslation } from "react-i18next";
import type { Board, LiveCall } from "../api/types";
import { Caller } from "../ui/Caller";
import { StageMark } from "../ui/Glyphs";
import { HomeMark } from "../ui/HomeMark";
import { Timer } from "../ui/Timer";
import { silentSince } from "./figures";

interface Props {
  board: Board;
  chosen: string | undefined;
  choose: (call: string) => void;
}

/** Every call that goes on, oldest first. */
export function LiveCalls({ board, chosen, choose }: Props) {
  const { t } = useTranslation();
  return (
    <section className="live-calls" aria-label={t("board.liveCalls")}>
      <h2>
        {t("board.liveCalls")} <span className="second">{board.calls.length}</span>
      </h2>
      {board.calls.length === 0 ? (
        <p className="empty">{t("board.noCalls")}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th>{t("board.where")}</th>
              <th className="right">{t("board.since")}</th>
              <th>{t("board.caller")}</th>
              <th>{t("board.dialled")}</th>
              <th>{t("board.issue")}</th>
              <th>{t("call.agent")}</th>
              <th>{t("board.lastWords")}</th>
            </tr>
          </thead>
          <tbody>
            {board.calls.map((call) => (
              <Row key={call.id} call={call} board={board} chosen={call.id === chosen} choose={() => choose(call.id)} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row(props: { call: LiveCall; board: Board; chosen: boolean; choose: () => void }) {
  const { call } = props;
  const last = call.transcript.at(-1);
  const agent = props.board.agents.find(({ name }) => name === call.agent)?.displayName ?? call.agent;
  return (
    <tr
      data-row
      data-testid={`live-${call.id}`}
      tabIndex={0}
      aria-selected={props.chosen}
      data-silent={silentSince(props.board, call) !== undefined}
      onClick={props.choose}
      onKeyDown={(event) => event.key === "Enter" && props.choose()}
    >
      <td>
        <StageMark stage={call.stage} />
      </td>
      <td className="right">
        <Timer since={call.since} until={silentSince(props.board, call)} />
      </td>
      <td>
        <Caller number={call.calling} /> <HomeMark of={call} />
      </td>
      <td className="number">
        {call.dialled} <span className="second">{call.language}</span>
      </td>
      <td>{call.issue ?? "—"}</td>
      <td>{agent ?? call.queue ?? "—"}</td>
      <td className="words">{last ? last.text : "—"}</td>
    </tr>
  );
}
