import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Puts a text into the clipboard. Absent where the browser lends none: over plain HTTP from another machine. */
export function Copy({ text, words }: { text: string; words: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState("");
  if (!window.isSecureContext) return null;
  return (
    <button type="button" className="quiet" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}>
      {copied === text ? t("call.copied") : words}
    </button>
  );
}
