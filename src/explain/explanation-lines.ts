import { grouped } from '../bytes/index.ts';
import type { ElementFacts, Explanation, PageFacts } from './explanation.ts';
import { pathWords } from './element-path.ts';
import { numberWords } from './number-groups.ts';
import { spanWords } from './shown-text.ts';
import type { ValueLine } from './values/value-line.ts';

/** An explanation as lines to be shown one under another, the most particular first. Never empty. */
export function explanationLines(explanation: Explanation): ValueLine[] {
  const { token, fields, number, page, path, element, attribute, value, problems } = explanation;
  const lines: ValueLine[] = [
    { label: token ? `Byte ${grouped(explanation.offset)}` : 'End', text: explanation.part.text },
  ];
  const add = (label: string, text: string | undefined) => {
    if (text !== undefined && text !== '') lines.push({ label, text });
  };
  if (token) add('Bits', `${explanation.hex} = ${explanation.bits}`);
  for (const field of fields) add(bitsLabel(field.high, field.low), `${field.bits}, ${field.text}`);
  if (number) add('Number', numberWords(number));
  if (token) add('Token', tokenLine(token, spanWords(explanation.start, explanation.end)));
  if (page) add('Code page', pageLine(page));
  add('Path', pathWords(path));
  if (element) lines.push(...elementLines(element));
  if (attribute) add('Attribute', attribute.name);
  if (value) {
    add('Value', value.text);
    lines.push(...value.lines);
  }
  for (const note of explanation.notes) add('Note', note);
  for (const problem of problems) {
    add(
      problem.severity === 'error' ? 'Error' : 'Warning',
      `expected ${problem.expected}, found ${problem.found}; ${problem.assumed}`,
    );
  }
  const sources = [explanation.source, element?.source, value?.source].filter(
    (source) => source !== undefined,
  );
  add('Source', [...new Set(sources)].join('; '));
  return lines;
}

/** The kind's name is left out where the meaning begins with it. */
function tokenLine({ name, meaning }: { name: string; meaning: string }, span: string): string {
  return `${meaning.startsWith(name) ? '' : `${name}, `}${span}: ${meaning}`;
}

const bitsLabel = (high: number, low: number): string =>
  high === low ? `Bit ${high}` : `Bits ${high}–${low}`;

function pageLine({ space, number, name, since }: PageFacts): string {
  const which = `${space === 'attribute' ? 'attribute page ' : ''}${number}${name === undefined ? '' : ` ${name}`}`;
  return `${which}, ${since === undefined ? 'from the start' : `since byte ${since}`}`;
}

function elementLines(element: ElementFacts): ValueLine[] {
  const facts = [spanWords(element.start, element.end)];
  if (element.type) facts.push(`type ${element.type}`);
  if (element.versions !== undefined) facts.push(`in ${element.versions}`);
  const lines = [{ label: 'Element', text: `${element.name}, ${facts.join(', ')}` }];
  if (element.meaning !== undefined) lines.push({ label: 'For', text: element.meaning });
  return lines;
}
