import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Key } from "../lib/keys";

/** All keys that work now. */
export function KeyHelp(props: { everywhere: readonly Key[]; here: readonly Key[]; close: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="help" onClose={props.close} aria-label={t("keys.title")}>
      <KeyTable title={t("keys.everywhere")} keys={props.everywhere} />
      {props.here.length > 0 && <KeyTable title={t("keys.here")} keys={props.here} />}
      <form method="dialog">
        <button type="submit">{t("keys.close")}</button>
      </form>
    </dialog>
  );
}

function KeyTable({ title, keys }: { title: string; keys: readonly Key[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {keys.map((key) => (
          <div key={key.label + key.name}>
            <dt>
              <kbd>{key.label}</kbd>
            </dt>
            <dd>{t(`keys.${key.name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
