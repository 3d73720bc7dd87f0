import type { Tree } from "../core/expression.js";

/** What a trait of a figure may hold, but for its data. */
export type Value = string | number | boolean | number[] | string[] | Tree | null;

/** The part of the anywidget contract that a control uses: it knows its keys as text. */
export interface AnyModel {
  get(key: string): Value;
  set(key: string, value: Value): void;
  save_changes(): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
  send(content: unknown): void;
  /** The same where a view may sleep: who listens to it is told at once (drowsy.js). */
  waking?: AnyModel;
  /** On a page, the tree of what is typed, for whoever asks: a kernel is told at each change. */
  tree?: () => Tree | null;
}

/** The same for a figure with these traits. */
export interface Model<Traits extends object> extends AnyModel {
  get<Key extends keyof Traits & string>(key: Key): Traits[Key];
  get(key: string): Value;
}

/** What a figure's module offers its host. */
export interface Figure {
  /** The names of the controls that matter most: what a small view shows. */
  primary: string[];
  /**
   * Returns what ends it. The controls that are shown are those named by `controls`, else by the
   * model's own (`controls` of the Python class, `data-controls` of a mount), else the figure's
   * choice; all others are in one fold, `.pt-more`. A small view gives
   * `model.get("controls") ?? primary` and may hide the fold.
   */
  render(context: { model: AnyModel; el: HTMLElement; controls?: string[] | null }): () => void;
}
