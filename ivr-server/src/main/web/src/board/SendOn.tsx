import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import type { LiveCall } from "../api/types";
import { Refused } from "../ui/Refused";
import { SureButton } from "../ui/SureButton";

/** Sends a caller on to one of the configured places; nothing where there are none. */
export function SendOn({ call }: { call: LiveCall }) {
  const { t } = useTranslation();
  const places = useQuery({ queryKey: ["transfers"], queryFn: ({ signal }) => api.transfers(signal), staleTime: Infinity });
  const [to, setTo] = useState("");
  const send = useMutation({ mutationFn: (how: "blind" | "attended") => api.transfer(call.id, to, how) });
  if (!places.data?.targets.length) return null;
  const announces = call.home === "asterisk" && call.stage === "with-agent" && /^[0-9*#]+$/.test(to);
  return (
    <section className="listen" aria-label={t("sendOn.title")} data-testid="send-on">
      <label>
        {t("sendOn.to")}{" "}
        <select value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t("sendOn.choose")}</option>
          {places.data.targets.map((place) => (
            <option key={place}>{place}</option>
          ))}
        </select>
      </label>
      <SureButton words={t("sendOn.blind")} sure={t("sendOn.blind")} disabled={to === "" || send.isPending} act={() => send.mutate("blind")} />
      {announces && (
        <button type="button" disabled={send.isPending} onClick={() => send.mutate("attended")}>
          {t("sendOn.attended")}
        </button>
      )}
      {send.isSuccess && <p role="status">{t("sendOn.asked")}</p>}
      {send.isError && <Refused error={send.error} />}
    </section>
  );
}
