import type { Tree } from "../core/expression.js";

/** What a trait of a figure may hold, but for its data. */
export type Value = string | number | boolean | number[] | Tree | null;

/** The part of the anywidget contract that a control uses: it knows its keys as text. */
export interface AnyModel {
  get(key: string): Value;
  set(key: string, value: Value): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
  send(content: unknown): void;
}

/** The same for a figure with these traits. */
export interface Model<Traits extends object> extends AnyModel {
  get<Key extends keyof Traits & string>(key: Key): Traits[Key];
  get(key: string): Value;
}
