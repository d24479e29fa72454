import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useSession } from "../api/useSession";
import { Refused } from "../ui/Refused";

const WAYS = ["whisper", "join"] as const;

/** Takes part in a talk by the own phone, which rings: heard by the agent alone, or by both. */
export function Speak({ call, fresh }: { call: string; fresh: boolean }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const ring = useMutation({ mutationFn: (how: (typeof WAYS)[number]) => api.speak(call, how) });
  const phone = user.agent !== undefined;
  return (
    <section className="listen" aria-label={t("speak.title")} data-testid="speak">
      {WAYS.map((how) => (
        <button
          key={how}
          type="button"
          disabled={!phone || !fresh || ring.isPending}
          title={t(fresh ? `speak.${how}Means` : "listen.stale")}
          onClick={() => ring.mutate(how)}
        >
          {t(`speak.${how}`)}
        </button>
      ))}
      {!phone && <p className="second">{t("speak.noPhone")}</p>}
      {ring.isSuccess && (
        <p className="banner" role="status">
          {t("speak.rings")}
        </p>
      )}
      {ring.isError && <Refused error={ring.error} />}
    </section>
  );
}
