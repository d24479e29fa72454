import { useTranslation } from "react-i18next";
import type { Weighing } from "../api/types";

/** Which issues were likely, and what could be done about it at which price: the first was done. */
export function WeighingBars({ weighing }: { weighing: Weighing }) {
  const { t } = useTranslation();
  const dearest = Math.max(...weighing.options.map((option) => option.cost), 0.001);
  const likely = [...weighing.issues, { issue: t("weighing.noneOfThem"), probability: weighing.outOfScope }];
  return (
    <div className="weighing">
      <table>
        <caption>{t("weighing.likely", { bits: weighing.bits.toFixed(1) })}</caption>
        <tbody>
          {likely.map(({ issue, probability }) => (
            <Bar key={issue} name={issue} share={probability} value={`${Math.round(probability * 100)} %`} />
          ))}
        </tbody>
      </table>
      <table>
        <caption>{t("weighing.options")}</caption>
        <tbody>
          {weighing.options.map(({ act, cost }, place) => (
            <Bar key={act} name={act} share={cost / dearest} value={cost.toFixed(2)} chosen={place === 0} />
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
