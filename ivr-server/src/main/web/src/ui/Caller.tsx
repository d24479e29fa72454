import { useTranslation } from "react-i18next";
import { phoneNumber } from "../lib/format";

/** A phone number, or that it was withheld. */
export function Caller({ number }: { number: string }) {
  const { t } = useTranslation();
  return number === "" ? (
    <span className="second">{t("number.withheld")}</span>
  ) : (
    <span className="number">{phoneNumber(number)}</span>
  );
}
