import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Weighing } from "../api/types";

const ACTS = ["guide", "facet", "offer", "confirm", "tell", "settle", "people"] as const;

/** An act as the server writes it, "tell parcel-late", in the reader's language. */
export function actInWords(t: TFunction, act: string, name: (issue: string) => string = (issue) => issue): string {
  const [kind, ...about] = act.split(" ");
  const known = ACTS.find((some) => some === kind);
  return known === undefined ? act : t(`weighing.act.${known}`, { about: about.map(name).join(", ") });
}

interface Props {
  weighing: Weighing;
  /** How issues are called here; by their own names without. */
  name?: (issue: string) => string;
}

/** Which issues were likely, and what could be done about it at which price: the first was done. */
export function WeighingBars({ weighing, name = (issue) => issue }: Props) {
  const { t } = useTranslation();
  const dearest = Math.max(...weighing.options.map((option) => option.cost), 0.001);
  const likely = [...weighing.issues, { issue: "", probability: weighing.outOfScope }];
  return (
    <div className="weighing">
      <table>
        <caption>{t("weighing.likely", { bits: weighing.bits.toFixed(1) })}</caption>
        <tbody>
          {likely.map(({ issue, probability }) => (
            <Bar key={issue} name={issue === "" ? t("weighing.noneOfThem") : name(issue)} share={probability} value={`${Math.round(probability * 100)} %`} />
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t("weighing.options")}</caption>
        <tbody>
          {weighing.options.map(({ act, cost }, place) => (
            <Bar key={act} name={actInWords(t, act, name)} share={cost / dearest} value={cost.toFixed(2)} chosen={place === 0} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ name, share, value, chosen }: { name: string; share: number; value: string; chosen?: boolean }) {
  return (
    <tr className={chosen ? "chosen" : undefined}>
      <th scope="row">{name}</th>
      <td className="weighing-bar">
        <span style={{ width: `${Math.round(share * 100)}%` }} />
      </td>
      <td className="number">{value}</td>
    </tr>
  );
}
