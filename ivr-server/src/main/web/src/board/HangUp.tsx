import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Refused } from "../ui/Refused";

const PATIENCE = 4_000;

/** Ends a call: pressed twice within four seconds. */
export function HangUp({ call }: { call: string }) {
  const { t } = useTranslation();
  const [armed, setArmed] = useState(false);
  const hangUp = useMutation({ mutationFn: () => api.hangUp(call) });
  useEffect(() => {
    if (!armed) return undefined;
    const timer = setTimeout(() => setArmed(false), PATIENCE);
    return () => clearTimeout(timer);
  }, [armed]);
  function press() {
    if (!armed) setArmed(true);
    else if (!hangUp.isPending) hangUp.mutate();
  }
  const asked = hangUp.isPending || hangUp.isSuccess;
  return (
    <div className="hang-up">
      <button type="button" className={armed ? "danger" : ""} disabled={asked} onClick={press}>
        {t(asked ? "drawer.hangUpAsked" : armed ? "drawer.hangUpSure" : "drawer.hangUp")}
      </button>
      {hangUp.isError && <Refused error={hangUp.error} />}
    </div>
  );
}
