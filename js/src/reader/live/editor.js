/** An editor in the place of a cell's code, in the colours that the page gives to code. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import WORDS from "./words.json";

// The classes are Pygments', whose colours the page has.
const COLOURS = tagHighlighter([
  { tag: [tags.controlKeyword, tags.definitionKeyword, tags.keyword], class: "k" },
  { tag: [tags.moduleKeyword], class: "kn" },
  { tag: [tags.operatorKeyword], class: "ow" },
  { tag: [tags.operator, tags.compareOperator, tags.arithmeticOperator], class: "o" },
  { tag: tags.string, class: "s2" },
  { tag: tags.number, class: "mf" },
  { tag: [tags.bool, tags.null], class: "kc" },
  { tag: tags.comment, class: "c1" },
  { tag: tags.function(tags.definition(tags.variableName)), class: "nf" },
]);

/** @type {import("@codemirror/state").StateEffectType<number | null>} */
const marking = StateEffect.define();
const wrong = Decoration.line({ class: "pt-wrong-line" });
/** The line that went wrong, until the text changes. */
const marked = StateField.define({
  create: () => Decoration.none,
  update(lines, { effects, docChanged, newDoc }) {
    const found = effects.find((effect) => effect.is(marking));
    if (!found) return docChanged ? Decoration.none : lines;
    const { value: line } = found;
    if (!line || line > newDoc.lines) return Decoration.none;
    return Decoration.set([wrong.range(newDoc.line(line).from)]);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/**
 * @param {Element} parent @param {string} text
 * @param {{run: () => void, changed: (text: string) => void}} told
 */
export function edit(parent, text, { run, changed }) {
  const onRun = () => {
    run();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([
          { key: "Shift-Enter", run: onRun },
          { key: "Mod-Enter", run: onRun },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        history(),
        indentUnit.of("    "),
        indentOnInput(),
        bracketMatching(),
        python(),
        syntaxHighlighting(COLOURS),
        marked,
        EditorView.contentAttributes.of({ "aria-label": WORDS.editor }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) changed(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    set: (/** @type {string} */ now) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: now } }),
    mark: (/** @type {number | null} */ line) => view.dispatch({ effects: marking.of(line) }),
  };
}
