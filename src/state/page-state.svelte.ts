import { Core } from '../worker/index.ts';
import { Notices } from './notices.svelte.ts';
import { Opener } from './opener.svelte.ts';
import { painted } from './painted.ts';
import { Settings } from './settings.svelte.ts';
import { Stage } from './stage.svelte.ts';
import { Story } from './story.svelte.ts';
import { Work } from './work.svelte.ts';
import { Workspace } from './workspace.svelte.ts';

/** All that the page knows, made once. */
export class PageState {
  readonly settings = new Settings();
  readonly notices = new Notices();
  readonly workspace: Workspace;
  /** What is done beside the page. */
  readonly work: Work;
  readonly stage: Stage;
  readonly opener: Opener;
  readonly story: Story;
  /** Runs what takes long beside the page. */
  readonly core: Core;

  /** @param startWorker makes a worker from the address of its script */
  constructor(startWorker: (address: string) => Worker) {
    const core = new Core(startWorker);
    this.core = core;
    this.work = new Work(core);
    this.workspace = new Workspace(core, painted);
    this.workspace.ontold((text) => this.notices.show({ tone: 'note', text }));
    this.story = new Story(this.workspace);
    this.stage = new Stage(this.workspace, core);
    this.opener = new Opener(this.workspace, this.notices, this.stage, core);
  }
}
