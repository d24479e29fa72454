import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import zhWords from "./zh.json";

// The type makes a key that is missing in Chinese an error of the build.
const zh: typeof en = zhWords;
const KEPT = "hotline-language";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

function firstLanguage(): "en" | "zh" {
  const kept = localStorage.getItem(KEPT);
  if (kept === "en" || kept === "zh") return kept;
  return navigator.language.startsWith("zh") ? "zh" : "en";
}

i18next.on("languageChanged", (language) => {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
});

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: false,
  resources: { en: { translation: en }, zh: { translation: zh } },
  interpolation: { escapeValue: false },
});

/** Says everything in the other language, now and on later visits of this browser. */
export function switchLanguage(): void {
  const other = i18next.language === "zh" ? "en" : "zh";
  localStorage.setItem(KEPT, other);
  void i18next.changeLanguage(other);
}
