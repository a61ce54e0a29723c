import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentTypes } from './index.ts';

const FACTS = join(import.meta.dirname, '../../../shared/facts/wbxml-doctypes.json');

type Rows = readonly { page: number; tokens: readonly (readonly [string, string, (string | null)?])[] }[];

interface TypeFacts {
  id: string;
  publicId: string | null;
  fpi: string | null;
  mediaTypes: string[];
  tagPages: Rows;
  attrStartPages: Rows;
  attrValuePages: Rows;
  extValues: readonly (readonly [string, string])[];
}

const facts: readonly TypeFacts[] = existsSync(FACTS)
  ? (JSON.parse(readFileSync(FACTS, 'utf8')) as { doctypes: TypeFacts[] }).doctypes
  : [];

const flat = (pages: Rows): string[] =>
  pages
    .flatMap(({ page, tokens }) =>
      tokens.map(([code, name, prefix]) => `${page} ${Number(code)} ${name} ${prefix ?? ''}`),
    )
    .sort();

test('every document type of the tables has a file, or the tables are not here', () => {
  if (facts.length === 0) console.log('No ../shared/facts here: the document types are not compared.');
  const ids = documentTypes.map(({ id }) => id);
  for (const { id } of facts) expect(ids).toContain(id);
});

describe.each(facts.filter(({ id }) => id !== 'activesync'))('$id', (fact) => {
  const type = documentTypes.find(({ id }) => id === fact.id);
  // The vendor's dialect has the rows of the type it extends besides.
  const isDialect = fact.id === 'prov-1.0-windows-mobile';
  const has = (own: readonly string[], theirs: readonly string[]): void => {
    if (isDialect) expect(own).toEqual(expect.arrayContaining([...theirs]));
    else expect([...own].sort()).toEqual(theirs);
  };

  test('tags', () => {
    const own = (type?.tagPages ?? []).flatMap(({ page, tags }) =>
      tags.map(([code, name]) => `${page} ${code} ${name} `),
    );
    has(own, flat(fact.tagPages));
  });

  test('attributes', () => {
    const starts = (type?.attributePages ?? []).flatMap(({ page, starts: rows = [] }) =>
      rows.map(([code, name, prefix = '']) => `${page} ${code} ${name} ${prefix}`),
    );
    has(starts, flat(fact.attrStartPages));
    const values = (type?.attributePages ?? []).flatMap(({ page, values: rows = [] }) =>
      rows.map(([code, text]) => `${page} ${code} ${text} `),
    );
    // Where the table glosses a token in words, the token stands here.
    const token = (row: string): string =>
      row
        .replace(/False \(No\)/, 'F')
        .replace(/True \(Yes\)/, 'T')
        .replace(/ [A-Z][\w ]+ \(([A-Z]{2})\)/, ' $1');
    has(values, flat(fact.attrValuePages).map(token).sort());
  });

  test('words, number and names', () => {
    expect((type?.extensionWords ?? []).map(([number, word]) => `${number} ${word}`)).toEqual(
      fact.extValues.map(([number, word]) => `${Number(number)} ${word}`),
    );
    expect(type?.publicId ?? null).toBe(fact.publicId === null ? null : Number(fact.publicId));
    expect(type?.fpi ?? null).toBe(fact.fpi);
    if (!isDialect) expect(type?.mediaTypes).toEqual(fact.mediaTypes);
  });
});
