import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Hit, Line } from "../api/types";
import { moment, place } from "../lib/format";
import { Caller } from "../ui/Caller";
import { EndingMark } from "../ui/EndingMark";
import { SideMark } from "../ui/Glyphs";

/** One hit with the lines before and after it; leads to its place in the call. */
export function SearchHit({ hit, zone }: { hit: Hit; zone: string }) {
  const { t, i18n } = useTranslation();
  const { call } = hit;
  const at = place(hit.offsetMs);
  return (
    <li className="hit" data-testid="hit">
      <p className="hit-call">
        <Link data-row to={`/calls/${hit.callId}?t=${(hit.offsetMs / 1000).toFixed(1)}`} aria-label={t("search.play", { time: at })}>
          ▶ <span className="timer">{at}</span>
        </Link>
        <span className="number">{moment(call?.arrivedAt ?? hit.at, zone, i18n.language)}</span>
        {call && <Caller number={call.calling} />}
        {call?.issue && <span>{call.issue}</span>}
        {call?.agent && <span>{call.agent}</span>}
        {call && <EndingMark call={call} />}
      </p>
      <Neighbour line={hit.before} />
      <p className="hit-line">
        <SideMark side={hit.side} />
        <span>
          {hit.snippet.map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text))}
        </span>
      </p>
      <Neighbour line={hit.after} />
    </li>
  );
}

function Neighbour({ line }: { line: Line | undefined }) {
  if (!line?.text) return null;
  return (
    <p className="hit-line near">
      <SideMark side={line.side} />
      <span>{line.text}</span>
    </p>
  );
}
