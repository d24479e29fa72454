import type { TFunction } from "i18next";

/** A label in words: an issue's name, or what it is when it is about none. */
export function labelled(t: TFunction, name: (issue: string) => string, label: string): string {
  switch (label) {
    case "*noise":
      return t("keys.noise");
    case "*other-language":
      return t("keys.otherLanguage");
    case "*ignore":
      return t("training.ignored");
    default:
      return name(label);
  }
}
