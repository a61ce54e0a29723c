/** An address, roughly: what stands around an @. */
const ADDRESS = /[^\s<>"',;:()]+@[^\s<>"',;:()]+/g;

/** What of a name or a list of addresses gives somebody away by itself: each address, its account, names, long words. */
export function mailWords(text: string): string[] {
  const addresses = text.match(ADDRESS) ?? [];
  const names = text
    .replace(ADDRESS, ' ')
    .split(/[<>"',;:()\r\n\\]+/)
    .map((name) => name.trim());
  const words = names.flatMap((name) => name.split(/\s+/));
  return [...addresses, ...addresses.map((each) => each.slice(0, each.indexOf('@'))), ...names, ...words];
}
