import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const moreContrast = readFileSync(new URL('./contrast.css', import.meta.url), 'utf8');

/** What a file says of a theme, the light one being what the dark one stands on. */
function partsOf(file: string, theme: 'light' | 'dark'): string[] {
  const darkStart = file.indexOf("[data-theme='dark']");
  return theme === 'light' ? [file.slice(0, darkStart)] : [file.slice(0, darkStart), file.slice(darkStart)];
}

/** The custom properties of a theme. @param more with those of whoever asks for more contrast */
function colours(theme: 'light' | 'dark', more = false): Map<string, string> {
  const found = new Map<string, string>();
  const parts = [...partsOf(css, theme), ...(more ? partsOf(moreContrast, theme) : [])];
  for (const part of parts)
    for (const [, name = '', value = ''] of part.matchAll(/--([\w-]+):\s*([^;]+);/g))
      found.set(name, value.trim());
  return found;
}

/** `#rrggbb` or `oklch(L% C Hdeg)` as linear sRGB, 0 to 1. @see CSS Color 4 §9 and §10.2 */
function linear(colour: string): [number, number, number] {
  const hex = /^#(..)(..)(..)$/.exec(colour);
  if (hex) {
    const [, r = '', g = '', b = ''] = hex;
    const one = (pair: string) => {
      const value = parseInt(pair, 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return [one(r), one(g), one(b)];
  }
  const [, lightness = 0, chroma = 0, hue = 0] = (
    /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)deg\)$/.exec(colour) ?? []
  ).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** Contrast of two colours, 1 to 21. @see WCAG 2.2 §1.4.3 */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = linear(colour);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const base = readFileSync(new URL('./base.css', import.meta.url), 'utf8');

test('the focus is seen on a button that is filled with the colour of the focus', () => {
  const filled = /button\.primary \{[^}]*background: var\(--([\w-]+)\)/.exec(base)?.[1];
  const focus = /button\.primary:focus-visible \{[^}]*outline-color: var\(--([\w-]+)\)/.exec(base)?.[1];
  for (const theme of ['light', 'dark'] as const) {
    const all = colours(theme);
    expect(contrast(all.get(filled ?? '') ?? '', all.get(focus ?? '') ?? ''), theme).toBeGreaterThanOrEqual(
      3,
    );
  }
});

test('the measure is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 3);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('oklch(100% 0 0deg)', '#000000')).toBeCloseTo(21, 2);
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const all = colours(theme);
  const of = (name: string) => all.get(name) ?? '';
  const kinds = [...all.keys()].filter((name) => name.startsWith('kind-'));

  test.each(kinds)('--%s can be read on every ground that bytes stand on', (kind) => {
    const grounds = ['paper', 'hover', 'error-paper', ...(kind === 'kind-end' ? [] : ['selection'])]; // see kinds.css
    for (const ground of grounds) {
      expect(contrast(of(kind), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each([
    {
      text: 'text',
      grounds: ['paper', 'raised', 'sunken', 'hover', 'selection', 'error-paper', 'warning-paper'],
    },
    { text: 'muted', grounds: ['paper', 'raised', 'sunken', 'hover', 'error-paper'] },
    { text: 'accent', grounds: ['paper', 'raised'] },
    { text: 'on-accent', grounds: ['accent'] },
    { text: 'error', grounds: ['paper', 'raised', 'hover', 'selection', 'error-paper'] },
    { text: 'warning', grounds: ['paper', 'raised', 'hover', 'selection'] },
    { text: 'good', grounds: ['paper', 'selection'] },
  ])('--$text can be read where it stands', ({ text, grounds }) => {
    for (const ground of grounds) expect(contrast(of(text), of(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a control can be seen', () => {
    expect(contrast(of('line-strong'), of('paper'))).toBeGreaterThanOrEqual(3);
  });
});

describe.each(['light', 'dark'] as const)('where more contrast is asked for, in the %s theme', (theme) => {
  const all = colours(theme, true);
  const of = (name: string) => all.get(name) ?? '';
  const read = ['muted', 'note', 'accent', 'error', 'warning', 'good'];

  test.each([...read, ...[...all.keys()].filter((name) => name.startsWith('kind-'))])(
    '--%s is 7:1 on paper',
    (name) => expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(7),
  );

  test('what is written on the accent can be read', () => {
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
  });
});
