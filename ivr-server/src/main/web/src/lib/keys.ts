import type en from "../i18n/en.json";

/** One key: which, what it is called in help, and what it does. `code` is the key's place, so it works in every layout. */
export interface Key {
  code: string;
  shift?: boolean;
  label: string;
  name: keyof (typeof en)["keys"];
  act: () => void;
}

/** True while keys belong to what is being typed: fields, an input method at work, or a browser shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    event.isComposing ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    (target instanceof HTMLElement && target.matches("input:not([type=range]), textarea, select, [contenteditable]"))
  );
}

/** The key of the table that was pressed. */
export function pressed(table: readonly Key[], event: KeyboardEvent): Key | undefined {
  return table.find((key) => key.code === event.code && (key.shift ?? false) === event.shiftKey);
}
