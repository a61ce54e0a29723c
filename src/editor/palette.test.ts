import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { palettes, SELECTION_STRENGTH } from './palette.ts';

const sheet = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

/** The custom properties of one theme, dark ones over light ones, as the page has them. */
function properties(theme: 'light' | 'dark'): Map<string, string> {
  const [light = '', dark = ''] = sheet.split(":root[data-theme='dark']");
  const text = theme === 'light' ? light : light + dark;
  return new Map(
    [...text.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** sRGB, each part 0 to 1, of `#rrggbb` or `oklch(46% 0.13 258deg)`. */
function rgb(colour: string): number[] {
  if (colour.startsWith('#')) {
    return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  }
  const [lightness = 0, chroma = 0, degrees = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const hue = (degrees * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => {
    const value = Math.min(1, Math.max(0, part));
    return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  });
}

const hex = (colour: string): string =>
  `#${rgb(colour)
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** One colour laid over another. */
function over(top: string, ground: string, strength: number): string {
  const [under, above] = [rgb(ground), rgb(top)];
  const mixed = under.map((part, i) => part + ((above[i] ?? 0) - part) * strength);
  return `#${mixed
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

/** @see WCAG 2.2, contrast ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map(luminance).sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = rgb(colour).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('the measure itself: black on white is 21, a colour on itself 1, #767676 on white just enough', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#1d6835', '#1d6835')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(hex('oklch(100% 0 0deg)')).toBe('#ffffff');
  expect(hex('oklch(62.8% 0.2577 29.23deg)')).toBe('#ff0000');
});

const PROPERTIES = {
  paper: 'paper',
  raised: 'raised',
  line: 'line',
  lineStrong: 'line-strong',
  text: 'text',
  muted: 'muted',
  accent: 'accent',
  selection: 'selection',
  hover: 'hover',
  errorPaper: 'error-paper',
  warningPaper: 'warning-paper',
  goodPaper: 'good-paper',
  error: 'error',
  warning: 'warning',
  note: 'note',
} as const;

const TOKEN_PROPERTIES = {
  text: 'kind-string',
  bracket: 'muted',
  tag: 'kind-tag',
  prefix: 'kind-page',
  attribute: 'kind-attribute',
  value: 'kind-string',
  reference: 'kind-entity',
  cdata: 'kind-opaque',
  mark: 'muted',
  'mark.value': 'kind-header',
  comment: 'muted',
  invalid: 'kind-unread',
} as const;

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const palette = palettes[theme];
  const page = properties(theme);

  test.each(Object.entries(PROPERTIES))('%s is --%s of the page', (name, property) => {
    expect(palette[name as keyof typeof PROPERTIES]).toBe(hex(page.get(property) ?? ''));
  });

  test.each(Object.entries(TOKEN_PROPERTIES))('a %s is drawn in --%s', (name, property) => {
    expect(palette.tokens[name as keyof typeof TOKEN_PROPERTIES]).toBe(hex(page.get(property) ?? ''));
  });

  const grounds = {
    paper: palette.paper,
    hover: palette.hover,
    error: palette.errorPaper,
    warning: palette.warningPaper,
    good: palette.goodPaper,
    selection: over(palette.selection, palette.paper, SELECTION_STRENGTH),
  };
  const pairs = Object.entries(palette.tokens).flatMap(([name, colour]) =>
    Object.entries(grounds).map(([ground, under]) => ({ name, colour, ground, under })),
  );
  test.each(pairs)('$name on $ground can be read: 4.5 to 1', ({ colour, under }) => {
    expect(contrast(colour, under)).toBeGreaterThanOrEqual(4.5);
  });
});
