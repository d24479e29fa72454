import { useTranslation } from "react-i18next";
import type { Training, Tried } from "../api/types";
import { WeighingBars } from "../call/WeighingBars";

/** What was heard, and side by side what the version in force and the draft make of it. */
export function TriedSides({ tried, desk, name }: { tried: Tried; desk: Training; name: (issue: string) => string }) {
  const { t } = useTranslation();
  const [heard, ...others] = tried.heard;
  if (heard === undefined) return <p className="empty" role="status">{t("training.nothingHeard")}</p>;
  return (
    <>
      <p role="status" data-testid="heard">
        <b>{heard.text}</b>{" "}
        {others.map(({ text, probability }) => (
          <span key={text} className="second">
            · {text} {Math.round(probability * 100)} %{" "}
          </span>
        ))}
      </p>
      <div className="tried-sides">
        {tried.sides.map(({ side, weighing }) => (
          <section key={side} data-testid={`tried-${side}`}>
            <h3>
              {t(`training.side.${side}`)}{" "}
              {side === "in-force" && <span className="second">{desk.inForce ? `#${desk.inForce.number}` : t("training.asWritten")}</span>}
            </h3>
            <WeighingBars weighing={weighing} name={name} />
          </section>
        ))}
      </div>
    </>
  );
}
