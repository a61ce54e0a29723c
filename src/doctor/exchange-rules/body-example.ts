import { holding, leaf } from './example-bytes.ts';

/** Options that ask for plain text. */
export const PLAIN_TEXT = holding('57', '0011', holding('45', leaf('46', '1'), leaf('47', '500')), '0000');

/** Commands with a Change of an item that has a body of this type. */
export const bodyItem = (type: string, id = '2:1'): string =>
  holding(
    '56',
    holding(
      '48',
      leaf('4d', id),
      holding(
        '5d',
        '0011',
        holding('4a', leaf('46', type), leaf('4c', '1'), leaf('4d', '0'), leaf('4b', 'x')),
        leaf('56', type),
        '0000',
      ),
    ),
  );

/** Options that ask for plain text with a Preview of ten characters. */
export const PLAIN_TEXT_PREVIEW = holding(
  '57',
  '0011',
  holding('45', leaf('46', '1'), leaf('47', '500'), leaf('58', '10')),
  '0000',
);

/** Commands with a Change of an item that has this Body, and is plain text on the server. */
const changed = (...body: readonly string[]): string =>
  holding(
    '56',
    holding(
      '48',
      leaf('4d', '2:1'),
      holding('5d', '0011', holding('4a', leaf('46', '1'), ...body), leaf('56', '1'), '0000'),
    ),
  );

/** A body of plain text with what its EstimatedDataSize and Truncated say. */
export const sizedBody = (text: string, said: string, truncated = '0'): string =>
  changed(leaf('4c', said), leaf('4d', truncated), leaf('4b', text));

/** A body that says nothing but its beginning. */
export const previewedBody = (text: string): string =>
  changed(leaf('4c', '900'), leaf('4d', '1'), leaf('58', text));
