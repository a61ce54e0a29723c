import { grouped } from '../../bytes/index.ts';

/** Words of src/ui/findings. */
export const words = {
  fix: (title: string) => `Fix: ${title}`,
  theRule: (id: string) => `The rule “${id}”`,
  aCaseOf: 'a case of',
  applyAll: (fixes: number) => `Apply all ${grouped(fixes)} fixes that are certain`,
  line: (line: number, text: string) => `Line ${line}: ${text}`,
  showMore: (more: number, all: number) => `Show ${grouped(more)} more of ${grouped(all)}`,
  timesInAll: (times: number) => `${grouped(times)} times in all`,
  showItsBytes: 'Show its bytes',
  showItsText: 'Show it in the XML',
  theMoreGeneralRule: 'The more general rule',
  show: 'Show',
  rule: 'Rule',
  tryOtherTables: 'Try other tables',
  examining: 'Examining…',
  asOneStep: 'of errors and warnings, as one step',
  findings: 'Findings',
  placeBefore: 'Place before',
  nextPlace: 'Next place',
};
