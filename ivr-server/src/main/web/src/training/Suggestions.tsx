import { useTranslation } from "react-i18next";
import type { Cluster } from "../api/types";

/** The nearest issues, each with its key. */
export function Suggestions(props: { nearest: Cluster["nearest"]; name: (issue: string) => string; pick: (issue: string) => void }) {
  const { t } = useTranslation();
  if (props.nearest.length === 0) return <p className="second">{t("training.noneNear")}</p>;
  return (
    <p className="suggestions" role="group" aria-label={t("training.nearest")}>
      {props.nearest.map(({ issue, probability }, place) => (
        <button key={issue} type="button" title={issue} onClick={() => props.pick(issue)} data-testid={`pick-${place + 1}`}>
          <kbd>{place + 1}</kbd> {props.name(issue)} <span className="second">{Math.round(probability * 100)} %</span>
        </button>
      ))}
    </p>
  );
}
