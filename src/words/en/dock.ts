/** Words of src/ui/dock. */
export const words = {
  tabs: {
    findings: 'Findings',
    byte: 'This byte',
    checks: 'Checks',
    phones: 'Phones',
    versions: 'Versions',
    compare: 'Compare',
    sizes: 'Sizes',
    tables: 'Other tables',
    rule: 'Rule',
    sides: 'Both sides',
  },
  aboveTheDock: 'Above the dock',
  dock: 'Dock',
  closeTheDock: 'Close the panels below',
  openTheDock: 'Open the panels below',
  doctor: 'What the doctor says',
  partFailed: 'This part of the page could not be loaded.',
  noMeaning: (verdict: string) => `${verdict} Its bytes have no meaning here.`,
};
