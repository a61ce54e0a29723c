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
