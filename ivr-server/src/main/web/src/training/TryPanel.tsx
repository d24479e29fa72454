import { useMutation } from "@tanstack/react-query";
import { useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { training } from "../api/training";
import type { LanguageTag, Training } from "../api/types";
import { Refused } from "../ui/Refused";
import { TriedSides } from "./TriedSides";
import { useMicrophone } from "./useMicrophone";
import { asWav } from "./wav";

/** WAV files go as they are: the server knows kinds that browsers do not. Others are made into one here. */
async function sendable(sound: Blob): Promise<Blob> {
  return /wav/.test(sound.type) ? sound : asWav(sound);
}

/** Says a sentence to both versions, typed, spoken or from a file, and shows what each would make of it. */
export function TryPanel({ desk, box, name }: { desk: Training; box: RefObject<HTMLInputElement | null>; name: (issue: string) => string }) {
  const { t, i18n } = useTranslation();
  const own = desk.languages.find((language) => language === i18n.language) ?? desk.languages[0] ?? "en";
  const [language, setLanguage] = useState<LanguageTag>(own);
  const file = useRef<HTMLInputElement>(null);
  const attempt = useMutation({
    mutationFn: async (said: string | Blob) =>
      typeof said === "string"
        ? training.try(desk.hotline, language, said)
        : training.trySound(desk.hotline, language, await sendable(said)),
  });
  const microphone = useMicrophone((sound) => attempt.mutate(sound));
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = box.current?.value.trim();
    if (text) attempt.mutate(text);
  }
  const leave = (event: KeyboardEvent) => event.key === "Escape" && box.current?.blur();
  return (
    <section className="try" aria-labelledby="try-title">
      <h2 id="try-title">{t("training.try")}</h2>
      <form onSubmit={submit} className="try-form">
        <input ref={box} name="sentence" maxLength={500} placeholder={t("training.sentence")} aria-label={t("training.sentence")} autoComplete="off" onKeyDown={leave} />
        <button type="submit" className="primary" disabled={attempt.isPending}>
          {t("training.tryIt")}
        </button>
        <span className="choice" role="group" aria-label={t("training.language")}>
          {desk.languages.map((some) => (
            <button key={some} type="button" aria-pressed={some === language} onClick={() => setLanguage(some)}>
              {t(`training.languages.${some}`)}
            </button>
          ))}
        </span>
        <button type="button" onClick={microphone.toggle} disabled={attempt.isPending} aria-pressed={microphone.state === "recording"} data-testid="record">
          {t(microphone.state === "recording" ? "training.stopRecording" : "training.record")}
        </button>
        <button type="button" onClick={() => file.current?.click()} disabled={attempt.isPending}>
          {t("training.file")}
        </button>
        <input
          ref={file}
          type="file"
          accept="audio/*"
          hidden
          aria-label={t("training.file")}
          data-testid="sound-file"
          onChange={({ target }) => {
            if (target.files?.[0]) attempt.mutate(target.files[0]);
            target.value = "";
          }}
        />
      </form>
      {microphone.state === "refused" && <p className="banner" role="alert">{t("training.noMicrophone")}</p>}
      {attempt.isError && <Refused error={attempt.error} />}
      {attempt.isPending && <p className="second" role="status">{t("training.listening")}</p>}
      {attempt.data && <TriedSides tried={attempt.data} desk={desk} name={name} />}
      {attempt.isIdle && <p className="second">{t("training.tryHint")}</p>}
    </section>
  );
}
