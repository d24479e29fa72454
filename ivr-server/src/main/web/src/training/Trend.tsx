import { useTranslation } from "react-i18next";
import type { Training } from "../api/types";
import { dayByDay, shares } from "./trend";

const HEIGHT = 40;
const STEP = 8;
const BAR = 6;
const WEEK = 7;

const percent = (share: number | undefined) => (share === undefined ? "—" : `${(100 * share).toFixed(0)} %`);

/** Day by day: how many calls were not located, and how many words the tree does not know. */
export function Trend({ days }: { days: Training["days"] }) {
  const { t } = useTranslation();
  const drawn = dayByDay(days);
  if (drawn.length < 2) return null;
  const most = Math.max(...drawn.map(({ calls }) => calls), 1);
  const strangest = Math.max(...drawn.map(({ words, unknown }) => (words === 0 ? 0 : unknown / words)), 0.01);
  const width = drawn.length * STEP;
  const before = shares(drawn.slice(0, -WEEK));
  const week = shares(drawn.slice(-WEEK));
  const tall = (share: number) => Math.round(share * HEIGHT * 10) / 10;
  return (
    <div className="trend" data-testid="trend">
      <figure>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={t("training.trend.unlocated", { now: percent(week.unlocated), before: percent(before.unlocated) })}>
          {drawn.map(({ day, calls, unlocated }, place) => (
            <g key={day}>
              <title>{t("training.trend.day", { day, calls, unlocated })}</title>
              <rect className="trend-ground" x={place * STEP} y={0} width={BAR} height={HEIGHT} />
              <rect className="trend-calls" x={place * STEP} y={HEIGHT - tall(calls / most)} width={BAR} height={tall(calls / most)} />
              <rect className="trend-unlocated" x={place * STEP} y={HEIGHT - tall(unlocated / most)} width={BAR} height={tall(unlocated / most)} />
            </g>
          ))}
        </svg>
        <figcaption className="second">{t("training.trend.unlocated", { now: percent(week.unlocated), before: percent(before.unlocated) })}</figcaption>
      </figure>
      <figure>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT} role="img" aria-label={t("training.trend.unknown", { now: percent(week.unknown), before: percent(before.unknown) })}>
          {drawn.map(({ day, words, unknown }, place) => {
            const high = words === 0 ? 0 : tall(unknown / words / strangest);
            return (
              <g key={day}>
                <title>{t("training.trend.words", { day, words, unknown })}</title>
                <rect className="trend-ground" x={place * STEP} y={0} width={BAR} height={HEIGHT} />
                <rect className="trend-unlocated" x={place * STEP} y={HEIGHT - high} width={BAR} height={high} />
              </g>
            );
          })}
        </svg>
        <figcaption className="second">{t("training.trend.unknown", { now: percent(week.unknown), before: percent(before.unknown) })}</figcaption>
      </figure>
    </div>
  );
}
