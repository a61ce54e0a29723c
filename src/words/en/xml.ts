/** Words of the pane of XML. */
export const words = {
  xml: 'XML',
  moreLines: 'More lines stand below; the editor shows them.',
  noEditor: 'The editor could not be loaded; the text can be read.',
  tryAgain: 'Try again',
  copyAndSave: 'Copy and save',
  copy: 'Copy',
  noOutline: 'The outline could not be loaded: this page was replaced or is offline. Reload it.',
  writing: 'Writing the XML of a large message…',
  openRule: 'Open the rule',
  write: (reference: string) => `Write ${reference}`,
  fix: (title: string) => `Fix: ${title}`,
  /** @param assumed how it was read all the same; empty where it was not */
  problem: (expected: string, found: string, assumed: string) =>
    `Expected ${expected}, found ${found}${assumed && `; ${assumed}`}.`,
};
