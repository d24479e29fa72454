import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Refused } from "../ui/Refused";
import { SureButton } from "../ui/SureButton";

/** Ends a call. */
export function HangUp({ call }: { call: string }) {
  const { t } = useTranslation();
  const hangUp = useMutation({ mutationFn: () => api.hangUp(call) });
  const asked = hangUp.isPending || hangUp.isSuccess;
  return (
    <div className="hang-up">
      <SureButton
        words={t(asked ? "drawer.hangUpAsked" : "drawer.hangUp")}
        sure={t("drawer.hangUpSure")}
        disabled={asked}
        act={() => hangUp.mutate()}
      />
      {hangUp.isError && <Refused error={hangUp.error} />}
    </div>
  );
}
