import { words } from '#words/commands.ts';
import { loadGallery } from '../../samples/index.ts';
import type { Command, Group } from '../commands/command.ts';
import type { Copier } from '../copier.ts';
import { railList } from '../rail/rail-list.ts';
import type { MenuItem } from '../shared/menu-item.ts';
import type { View } from '../view.svelte.ts';

/** Messages of a conversation that are listed. */
const MOST_MESSAGES = 300;

/** Commands that have to be loaded, or are many: group by group, each as soon as it is there. */
export function moreCommands(view: View, copier: Copier): Promise<Command[]>[] {
  return [copies(view, copier), onMessage(view), messages(view), samples(view), scripts(view), rules(view)];
}

async function copies(view: View, copier: Copier): Promise<Command[]> {
  const { byteCopies, xmlCopies } = await import('../copies.ts');
  const { workspace } = view.page;
  return [
    ...fromMenu('copy', byteCopies(view.page, copier), 'copy', words.copy),
    ...fromMenu('copy', xmlCopies(workspace, copier), 'copy-xml', words.copyXml),
  ];
}

const onMessage = async (view: View): Promise<Command[]> =>
  fromMenu('message', await view.messageMenu(), 'on-message', words.onMessage);

const fromMenu = (
  group: Group,
  groups: MenuItem[][],
  id: string,
  label: (what: string) => string,
): Command[] =>
  each(groups).map((item) => ({
    id: `${id}-${item.label.toLowerCase().replaceAll(/\s+/g, '-')}`,
    group,
    label: label(item.label),
    hint: item.hint ?? item.shortcut,
    act: item.act,
  }));

/** Each item that does something, by its label: what was used last may stand in a menu twice. */
function each(groups: MenuItem[][]): MenuItem[] {
  const all = groups.flat().flatMap((item) => item.more?.flat() ?? [item]);
  return [...new Map(all.map((item) => [item.label, item])).values()];
}

function messages(view: View): Promise<Command[]> {
  const { simulation } = view.page.stage;
  const branches = (simulation?.branches ?? []).map(({ name }, i): Command => ({
    id: `branch-${i}`,
    group: 'run',
    label: words.branch(name),
    applies: () => i !== simulation?.branch,
    act: () => void view.page.opener.turn(i),
  }));
  const steps = view.many ? railList(view.page.workspace).slice(0, MOST_MESSAGES) : [];
  const walk = steps.map(({ at, title, spoken, size }, i): Command => ({
    id: `message-${i + 1}`,
    group: 'message',
    label: words.message(i + 1, `${title} ${spoken}`.trim()),
    hint: size,
    act: () => view.go(at),
  }));
  return Promise.resolve([...branches, ...walk]);
}

async function samples({ page }: View): Promise<Command[]> {
  const { sampleSections } = await loadGallery();
  return sampleSections
    .flatMap((section) => section.samples)
    .map(({ id, title, note }) => ({
      id: `sample-${id}`,
      group: 'sample',
      label: words.sample(title),
      hint: note,
      act: () => void page.opener.openSample(id),
    }));
}

async function scripts({ page }: View): Promise<Command[]> {
  const sim = await import('../../sim/index.ts');
  return sim.scripts.map(({ id, title, about }) => ({
    id: `script-${id}`,
    group: 'script',
    label: words.script(title),
    hint: about,
    act: () => void page.opener.run({ script: id }),
  }));
}

async function rules(view: View): Promise<Command[]> {
  const { book } = await import('../rules/rule-book.ts');
  return book.map(({ rule }) => ({
    id: `rule-${rule.id}`,
    group: 'rule',
    label: words.rule(rule.title),
    hint: rule.id,
    act: () => view.openRule(rule.id),
  }));
}
