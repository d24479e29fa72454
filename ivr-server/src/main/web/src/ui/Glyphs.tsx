import { useTranslation } from "react-i18next";
import type { AgentState, Side, Stage } from "../api/types";

const STATES: Record<AgentState, string> = {
  available: "●",
  offered: "◔",
  talking: "▶",
  "wrapping-up": "✎",
  "on-break": "☕",
  "signed-out": "○",
};

const STAGES: Record<Stage, string> = {
  ringing: "◔",
  "in-conversation": "◆",
  "in-queue": "◷",
  "with-agent": "▶",
  "in-voicemail": "✉",
};

const SIDES: Record<Side, string> = { caller: "☎", bot: "◆", agent: "☺" };

/** An agent's state as colour, glyph and word. */
export function StateMark({ state, word = true }: { state: AgentState; word?: boolean }) {
  const { t } = useTranslation();
  return <Mark glyph={STATES[state]} kind={`state-${state}`} word={t(`state.${state}`)} shown={word} />;
}

/** Why an agent is on break who did not choose it. */
export function NotResponding() {
  const { t } = useTranslation();
  return (
    <span className="mark ghost" title={t("state.notRespondingWhy")}>
      <span className="glyph" aria-hidden="true">
        ▲
      </span>
      {t("state.notResponding")}
    </span>
  );
}

/** Where a caller is, as colour, glyph and word. */
export function StageMark({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return <Mark glyph={STAGES[stage]} kind={`stage-${stage}`} word={t(`stage.${stage}`)} shown />;
}

/** Who speaks, as colour, glyph and word. */
export function SideMark({ side }: { side: Side }) {
  const { t } = useTranslation();
  return <Mark glyph={SIDES[side]} kind={`side-${side}`} word={t(`side.${side}`)} shown />;
}

function Mark({ glyph, kind, word, shown }: { glyph: string; kind: string; word: string; shown: boolean }) {
  return (
    <span className={`mark ${kind}`} title={shown ? undefined : word}>
      <span className="glyph" aria-hidden="true">
        {glyph}
      </span>
      <span className={shown ? "word" : "unseen"}>{word}</span>
    </span>
  );
}
