/** Text as Markdown that shows just it. */
export const asMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-.!|~&]/g, '\\$&');

/** A heading line, sentences, facts and a source, each in a line of its own. */
export function markdownOf(
  title: string | undefined,
  about: readonly string[],
  facts: readonly { label: string; text: string }[] = [],
  source?: string,
): string {
  const lines = facts.map(({ label, text }) => `**${asMarkdown(label)}** ${asMarkdown(text)}`);
  return [
    ...(title === undefined ? [] : [`**${asMarkdown(title)}**`]),
    ...about.map(asMarkdown),
    ...(lines.length > 0 ? [lines.join('  \n')] : []),
    ...(source === undefined ? [] : [`*${asMarkdown(source)}*`]),
  ].join('\n\n');
}
