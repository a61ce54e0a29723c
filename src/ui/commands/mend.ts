import { words } from '#words/commands.ts';
import { certain } from '../../state/index.ts';
import type { Command, Given } from './command.ts';

/** What changes the message on show. */
export function mendCommands({ view }: Given): Command[] {
  const { workspace, opener } = view.page;
  const group = 'mend';
  const worst = view.judged.finding;
  const sure = certain(workspace.findings);
  return [
    {
      id: 'undo',
      group,
      label: words.undo,
      hint: workspace.undoTitle,
      idle: workspace.undoTitle === undefined,
      keys: ['Mod+z'],
      taken: 'not in text',
      act: view.undo,
    },
    {
      id: 'redo',
      group,
      label: words.redo,
      hint: workspace.redoTitle,
      idle: workspace.redoTitle === undefined,
      keys: ['Mod+y', 'Mod+Shift+z'],
      taken: 'not in text',
      act: view.redo,
    },
    {
      id: 'show-worst',
      group,
      label: words.showWorst,
      applies: () => worst !== undefined,
      act: () => worst && view.show(worst),
    },
    {
      id: 'fix-worst',
      group,
      label: words.fix(worst?.fix?.title ?? ''),
      applies: () => worst?.fix !== undefined,
      act: () => worst && view.fix(worst),
    },
    {
      id: 'fix-all',
      group,
      label: words.fixAll(sure.length),
      applies: () => sure.length > 1,
      act: () => view.fixAll(sure),
    },
    {
      id: 'unpack',
      group,
      label: words.unpack,
      applies: () => workspace.body.kind === 'gzip',
      act: () => void opener.unpack(),
    },
  ];
}
