import { applyChanges, offsetAfter } from '../change.ts';
import { editOf } from '../edit.ts';
import { lineFeeds } from '../line-feeds.ts';
import { markerBeside } from '../marker-walk.ts';
import { smallestEdit } from '../smallest-edit.ts';
import type { Change, Highlight, Marker, MarkerAction, Span, XmlEditor, XmlEditorOptions } from '../types.ts';
import { Layer } from './layer.ts';
import { looksOf } from './looks.ts';
import { markerAt, messageOf } from './markers.ts';
import './text-field.css';

/** From this many units on markup is not coloured: a phone draws it too slowly. */
const MOST_COLOURED = 1_000_000;

/** Opens a text field in an element: the editor for fingers, with their own handles, menu and keyboard. */
export function openTextField(host: HTMLElement, options: XmlEditorOptions): XmlEditor {
  return new TextField(host, options);
}

class TextField implements XmlEditor {
  private readonly options: XmlEditorOptions;
  private readonly root = element('div', `xml-field${Layer.isSupported ? ' has-layer' : ''}`);
  private readonly scroll = this.root.appendChild(element('div', 'xml-field-scroll'));
  private readonly message = this.root.appendChild(element('div', 'xml-field-message'));
  private readonly words = this.message.appendChild(element('p', 'xml-field-words'));
  private readonly layer = new Layer();
  private readonly field: HTMLTextAreaElement;
  private text = '';
  private markers: Marker[] = [];
  private told: Marker | undefined;
  /** The caret was put where it is: before, nobody asks what is marked there, and the text needs the room. */
  private placed = false;
  private selected: Span = { start: 0, end: 0 };
  private quiet = false;
  private readonly stop = new AbortController();

  constructor(host: HTMLElement, options: XmlEditorOptions) {
    this.options = options;
    this.field = fieldOf(options);
    this.words.role = 'status';
    const page = this.scroll.appendChild(element('div', 'xml-field-page'));
    this.message.hidden = true;
    page.append(this.layer.element, this.field);
    host.append(this.root);
    this.openText(options.text);
    const { signal } = this.stop;
    this.field.addEventListener('input', () => this.typed(), { signal });
    this.field.addEventListener('beforeinput', (event) => this.undo(event), { signal });
    this.field.addEventListener('keydown', (event) => this.undoByKey(event), { signal });
    document.addEventListener('selectionchange', () => this.moved(), { signal });
  }

  setText(text: string, follow = false): void {
    const edit = smallestEdit(this.text, lineFeeds(text));
    if (!edit) return;
    const { scrollTop } = this.scroll;
    this.quiet = true;
    replaceIn(this.field, edit); // tells of an input, as if it were typed
    this.quiet = false;
    this.keep(edit);
    this.selected = selectionOf(this.field);
    this.scroll.scrollTop = scrollTop;
    const end = edit.from + edit.insert.length;
    if (follow) this.select({ start: end, end });
  }

  openText(text: string): void {
    const whole = { from: 0, to: this.text.length, insert: lineFeeds(text) };
    this.placed = false;
    this.setMarkers([]);
    this.highlight([]);
    this.field.value = whole.insert;
    this.field.setSelectionRange(0, 0);
    this.keep(whole);
    this.selected = selectionOf(this.field);
    this.scroll.scrollTop = 0;
  }

  setMarkers(markers: Marker[]): void {
    this.markers = markers;
    for (const severity of ['error', 'warning', 'note'] as const) {
      this.layer.draw(
        severity,
        markers.filter((marker) => marker.severity === severity).map((marker) => visible(marker)),
      );
    }
    this.tell();
  }

  highlight(spans: Highlight[]): void {
    for (const kind of ['hover', 'selection', 'finding'] as const) {
      this.layer.draw(
        kind,
        spans.filter((span) => span.kind === kind && (span.severity ?? 'error') === 'error'),
      );
    }
  }

  reveal(span: Span): void {
    const place = this.layer.placeOf(span);
    const view = this.scroll.getBoundingClientRect();
    if (place.top >= view.top && place.bottom <= view.bottom) return;
    this.scroll.scrollTop += place.top - view.top - view.height / 3;
  }

  select(span: Span): void {
    this.field.setSelectionRange(span.start, Math.max(span.start, span.end));
    this.selected = selectionOf(this.field);
    this.placed = true;
    this.tell();
    this.reveal(span);
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  /** The colours are the page's own properties, which change with its theme. */
  setTheme(): void {}

  nextMarker(back = false): void {
    const marker = markerBeside(this.markers, this.selected, back);
    if (!marker) return;
    this.focus();
    this.select(marker);
  }

  getText(): string {
    return this.text;
  }

  dispose(): void {
    this.stop.abort();
    this.layer.clear();
    this.root.remove();
  }

  private typed(): void {
    if (this.quiet) return;
    const { value } = this.field;
    const edit = editOf(this.text, { length: value.length, text: () => value }, []);
    for (const change of edit?.changes ?? []) this.keep(change);
    if (edit) this.options.onedit(edit);
    this.moved();
  }

  /** The menu of the system, or a shake. */
  private undo(event: InputEvent): void {
    const by = { historyUndo: this.options.onundo, historyRedo: this.options.onredo }[event.inputType];
    if (!by) return;
    event.preventDefault();
    by();
  }

  private undoByKey(event: KeyboardEvent): void {
    const by = keyOfUndo(event);
    const { onundo, onredo } = this.options;
    if (by === undefined || !onundo || !onredo) return;
    event.preventDefault();
    if (by === 'undo') onundo();
    else onredo();
  }

  private moved(): void {
    const now = selectionOf(this.field);
    if (
      document.activeElement !== this.field ||
      (now.start === this.selected.start && now.end === this.selected.end)
    ) {
      return;
    }
    this.selected = now;
    this.placed = true;
    this.tell();
    this.options.onselect(now);
  }

  /** Takes over a change that the field has made already. */
  private keep(change: Change): void {
    this.text = this.field.value;
    this.layer.change(change);
    const looks = this.text.length > MOST_COLOURED ? [] : looksOf(this.text);
    for (const kind of ['tag', 'dim'] as const) {
      this.layer.draw(
        kind,
        looks.filter((look) => look.kind === kind),
      );
    }
  }

  /** Says what is marked at the caret, and what can be done about it. */
  private tell(): void {
    const marker = this.placed ? markerAt(this.markers, this.selected.start) : undefined;
    if (marker === this.told) return;
    this.told = marker;
    this.words.textContent = marker ? messageOf(marker) : '';
    this.message.replaceChildren(this.words, ...(marker?.actions ?? []).map(buttonOf));
    this.message.hidden = marker === undefined;
  }
}

function keyOfUndo({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || (!ctrlKey && !metaKey)) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}

function fieldOf({ label, readOnly = false }: XmlEditorOptions): HTMLTextAreaElement {
  const field = document.createElement('textarea');
  field.ariaLabel = label;
  field.readOnly = readOnly;
  field.spellcheck = false;
  field.autocapitalize = 'off';
  field.autocomplete = 'off';
  field.setAttribute('autocorrect', 'off'); // Safari's, unknown to the DOM library
  return field;
}

function buttonOf(action: MarkerAction): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'edged';
  button.textContent = action.title;
  button.addEventListener('click', () => action.run());
  return button;
}

/** By the browser's own command where it takes it, so that the person can undo. */
function replaceIn(field: HTMLTextAreaElement, change: Change): void {
  const { selectionStart, selectionEnd, value } = field;
  const after = applyChanges(value, [change]);
  if (document.activeElement === field && !field.readOnly) {
    field.setSelectionRange(change.from, change.to);
    document.execCommand(change.insert === '' ? 'delete' : 'insertText', false, change.insert);
  }
  if (field.value !== after) field.value = after;
  field.setSelectionRange(offsetAfter(selectionStart, change), offsetAfter(selectionEnd, change));
}

const selectionOf = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): Span => ({
  start: selectionStart,
  end: selectionEnd,
});

/** An empty span has nothing to draw a line under: the character behind it has. */
const visible = ({ start, end }: Span): Span => ({ start, end: Math.max(end, start + 1) });

function element(name: 'div' | 'p', className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
