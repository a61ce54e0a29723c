/** Words of src/ui/verdict. */
export const words = {
  fix: (title: string) => `Fix: ${title}`,
  unpack: 'Unpack',
  lineOfXml: (line: number, text: string) => `Line ${line} of the XML: ${text}`,
  readAsOther: 'Read it as something else',
  readAs: 'Read as',
  show: 'Show',
  verdict: 'Verdict',
  examine: 'Examine',
};
