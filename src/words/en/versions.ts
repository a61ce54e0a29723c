/** Words of src/ui/versions. */
export const words = {
  version: (version: string) => `Version ${version}:`,
  chosen: (version: string) => `Version ${version}: you chose it.`,
  readItAs: (version: string) => `Read it as ${version}`,
  worst: (worst: { severity: string; count: number } | undefined) =>
    worst ? `${worst.count} ${worst.severity}${worst.count === 1 ? '' : 's'}` : 'nothing wrong',
  noVersion: 'Nothing tells the version.',
  noWbxml: 'It is not WBXML: it reads the same under every version.',
  readAsProtocolVersion: 'Read as protocol version',
  findOut: 'Let the page find the version',
  someVersions: 'Found under some versions only',
  noDifference: 'The version makes no difference: under each the same is found.',
  examine: 'Examine under each version',
  large: 'It is large: this takes a moment.',
  examining: 'Examining under each version…',
  cancel: 'Cancel',
};
