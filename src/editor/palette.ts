/** What the language tells apart in the text. A name in two parts takes what it does not say from the first. */
export type TokenName =
  | 'text'
  | 'bracket'
  | 'tag'
  | 'prefix'
  | 'attribute'
  | 'value'
  | 'reference'
  | 'cdata'
  | 'mark'
  | 'mark.value'
  | 'comment'
  | 'invalid';

export interface Palette {
  paper: string;
  raised: string;
  line: string;
  lineStrong: string;
  text: string;
  muted: string;
  accent: string;
  /** Drawn at `SELECTION_STRENGTH`. */
  selection: string;
  hover: string;
  errorPaper: string;
  warningPaper: string;
  /** What a text has more than its reference. */
  goodPaper: string;
  error: string;
  warning: string;
  note: string;
  tokens: Record<TokenName, string>;
}

/** How much of the selection colour is laid over the paper, 0 to 1: at 1 dim text would not stand out enough. */
export const SELECTION_STRENGTH = 0.8;

/**
 * The colours of `styles/tokens.css` as Monaco wants them, `#rrggbb`: a theme of Monaco cannot use custom
 * properties, and does not know oklch. The test holds both to each other.
 */
export const palettes: Record<'light' | 'dark', Palette> = {
  light: {
    paper: '#ffffff',
    raised: '#f6f7f8',
    line: '#d5d9de',
    lineStrong: '#8b939c',
    text: '#1b1f24',
    muted: '#59626c',
    accent: '#0a5cc2',
    selection: '#d3e4fb',
    hover: '#e9f1fc',
    errorPaper: '#fdecea',
    warningPaper: '#fdf3dc',
    goodPaper: '#e6f4e9',
    error: '#b3261e',
    warning: '#855300',
    note: '#59626c',
    tokens: {
      text: '#1d6835',
      bracket: '#59626c',
      tag: '#24569f',
      prefix: '#733d89',
      attribute: '#006670',
      value: '#1d6835',
      reference: '#8b3b38',
      cdata: '#834600',
      mark: '#59626c',
      'mark.value': '#54595e',
      comment: '#59626c',
      invalid: '#9a2929',
    },
  },
  dark: {
    paper: '#14171b',
    raised: '#1b1f24',
    line: '#31373e',
    lineStrong: '#737d88',
    text: '#e2e6ea',
    muted: '#9aa4af',
    accent: '#74b0ff',
    selection: '#1f3f66',
    hover: '#1d2c3f',
    errorPaper: '#3a1d1c',
    warningPaper: '#352a12',
    goodPaper: '#16301e',
    error: '#ff8a80',
    warning: '#eab54d',
    note: '#9aa4af',
    tokens: {
      text: '#82cb92',
      bracket: '#9aa4af',
      tag: '#8fb9f7',
      prefix: '#d2a2e8',
      attribute: '#6bc8d3',
      value: '#82cb92',
      reference: '#f19e97',
      cdata: '#eba66d',
      mark: '#9aa4af',
      'mark.value': '#b3b8be',
      comment: '#9aa4af',
      invalid: '#fb9890',
    },
  },
};
