import { grouped } from '../../bytes/index.ts';

/** Words of src/ui/simulate. */
export const words = {
  /** What is a person's own in a branch. @param branch its replies by the number of their step; its steps where played */
  branch({
    replies,
    steps,
    edited,
    isOlder,
  }: {
    replies: readonly number[];
    steps: number | undefined;
    edited: boolean;
    /** What is there of it was saved under other rules than those of this page. */
    isOlder: boolean;
  }) {
    const yours = replies.map((step) => `step ${grouped(step)}`).join(', ');
    const own = [
      ...(replies.length > 0 ? [`your reply in ${yours}`] : []),
      ...(isOlder ? ['saved under other rules'] : edited ? ['what you edited since it was played'] : []),
    ];
    const what = own.join(', ') || 'nothing of yours in it';
    return `${what}${steps === undefined ? '' : `, ${grouped(steps)} ${steps === 1 ? 'step' : 'steps'}`}`;
  },
  faultsThatAreOn: 'Faults of the server that are on:',
  faultsOn: (on: number, found: number, all: number) =>
    `${grouped(on)} on${found < all ? `, ${grouped(found)} of ${grouped(all)} shown` : ''}`,
  faultAbout({ about, effect, rule }: { about: string; effect: 'loop' | 'goes on' | 'harm'; rule: string }) {
    const effects = {
      loop: 'the phone asks for ever',
      'goes on': 'the phone takes it',
      harm: 'something is lost, doubled or loaded again',
    };
    return `${about} Then ${effects[effect]}. Rule: ${rule}.`;
  },
  httpOf: (side: string) => `HTTP of the ${side}`,
  status: (code: number) => `HTTP ${code}`,
  /** @param phone items there; absent where the phone does not keep the folder */
  counts: (phone: number | undefined, server: number) =>
    `${phone === undefined ? 'not on the phone' : `${grouped(phone)} on the phone`}, ${grouped(server)} on the server`,
  differsIn: (properties: readonly string[]) => `differs in ${properties.join(', ')}`,
  andMore: (items: number) => `and ${grouped(items)} older`,
  showMore: (items: number) => `Show ${grouped(items)} more`,
  says: (note: string) => `It says: “${note}”`,
  justNow: (who: string) => `${who}: just now`,
  transition: (row: {
    state: string;
    event: string;
    guard?: string | undefined;
    effects: string;
    next: string;
  }) =>
    `${row.state}, ${row.event}${row.guard === undefined ? '' : ` (${row.guard})`}: ${row.effects}. Then ${row.next}.`,
  row: (id: string, before: string, after: string) => `Row ${id} · ${before} → ${after}`,
  elsewhere: (title: string) => `“${title}” shows in another script.`,
  takeScript: (title: string) => `Take “${title}”`,
  stepOf: (step: number, steps: number) => `Step ${grouped(step)} of ${grouped(steps)}:`,
  watch: 'Watch a phone',
  bePhone: 'Be the phone',
  requestAsHex: 'The request as hex',
  requestAsXml: 'The request as XML',
  curlCommand: 'The curl command',
  played: (step: number, steps: number) =>
    `Your reply was played: step ${grouped(step)} of ${grouped(steps)}.`,
  pastedReply: (step: number) => `Pasted reply in step ${grouped(step)}`,
  editedReply: (step: number) => `Edited reply in step ${grouped(step)}`,
  asAsked: 'As your last request left it',
  asInStep: (step: number) => `As it is in step ${grouped(step)} of the run`,
  asNew: 'New: it knows nothing of you',
  parameters: {
    roundsBeforeZero: 'Useless replies before it asks with key 0',
    errorsBeforeReload: 'HTTP errors before it loads the folder anew',
    retrySeconds: 'Seconds before it tries again after an error',
    oddReplySeconds: 'Seconds after an empty reply with odd headers',
    windowSize: 'Items it asks for at a time',
    heartbeat: 'Seconds of its first Ping',
  },
  noSubject: '(no subject)',
  nothingToRead: 'There was nothing in it to read.',
  noRequestIn: (why: string) => `${why} There is no request in it.`,
  noReplyIn: (why: string) => `${why} There is no reply in it.`,
  account: 'Account',
  policy: 'Policy',
  folders: 'Folders',
  ping: 'Ping',
  folder: (id: string) => `Folder ${id}`,
  yours: (text: string) => `${text} It is yours.`,
  goesOn: (text: string) => `${text} The phone goes on from it.`,
  doesNotGoOn: (text: string, why: string) => `${text} The phone does not go on from it: ${why}`,
  /** How often the same question was asked, at the front of a sentence. */
  sameQuestion(times: number): string {
    const nth = ['Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'][times - 3];
    return nth ? `${nth} time the same question` : `The same question, ${grouped(times)} times now`;
  },
  boxes: (equal: boolean) =>
    equal ? 'Both mailboxes hold the same.' : 'The phone does not have what the server has.',
  outcomes: {
    script: () => 'The script was played to its end.',
    loop: (times: number | undefined) =>
      `It ended as a loop: the same question ${times === undefined ? 'many' : grouped(times)} times.`,
    limit: () => 'It was stopped after as many steps as were allowed.',
  },
  taken: (taken: number, sent: number, perCent: number) =>
    `${grouped(taken)} of ${grouped(sent)} taken, ${perCent} %`,
  states: {
    'C-NEW': 'there is no account yet',
    'C-OPT': 'asks what the server speaks',
    'C-PRE': 'sends its first command',
    'C-PROV1': 'asks for the policy',
    'C-PROV2': 'confirms the policy',
    'C-HIER0': 'asks for the folders',
    'C-TREE': 'knows the folders',
    'C-WIPED': 'is wiped',
    'C-WIPE': 'was told to wipe itself',
    'K0-WAIT': 'has asked for a first key',
    K0: 'has no key',
    PRIMED: 'has a first key and no items yet',
    SYNCING: 'asks for what is in the folder',
    IDLE: 'is up to date',
    PINGING: 'waits for news',
    BACKOFF: 'waits before it asks again',
    'D-UNPROV': 'has told no policy',
    'D-TEMP': 'has told the policy, and waits for the phone to confirm it',
    'D-OK': 'knows that the phone has the policy',
    'H-NONE': 'has told no folders',
    'H(': 'has told the folders',
    'S-NONE': 'keeps nothing of it',
    'S(…,–)': 'knows what the phone has',
    'S(0,': 'has sent a first key',
    'S(': 'has sent changes, and waits to see that they arrived',
    'P-NONE': 'was told nothing to watch',
    'P(': 'knows what to watch',
  },
  /** What a state is called in the rows, and what stands in its brackets. */
  stateCode(label: string) {
    const policy = 'the policy key';
    const brackets: Record<string, string> = {
      'D-TEMP': policy,
      'D-OK': policy,
      H: 'the SyncKey of its folders',
      S: 'the last SyncKey that arrived, and the one sent after it',
      P: 'what it watches',
    };
    const [name = '', inside] = label.split('(', 2);
    const means = inside === undefined ? '' : `; in brackets ${brackets[name] ?? 'its SyncKey'}`;
    return `This state is called ${label} in the rows of the simulation${means}.`;
  },
  assumed: 'What nobody knows of the phone, and is assumed',
  theServerIs: 'The server is',
  yourRequest:
    'Your request, in any form that can be pasted. Bytes alone are sent with the headers of a phone.',
  example: '03 01 6a 00 …',
  send: 'Send',
  showTheBytes: 'Show the bytes',
  theRuleItBreaks: 'The rule it breaks',
  phone: 'Phone',
  server: 'Server',
  noRun: 'No run is on show. Simulate, in the bar above, plays one.',
  branches: 'Branches',
  nameOfThisBranch: 'Name of this branch',
  deleteThisBranch: 'Delete this branch',
  faultsOfTheServer: 'Faults of the server',
  searchTheFaults: 'Search the faults',
  search: 'Search',
  allOff: 'All off',
  faults: 'Faults',
  noFaultSaysThat: 'No fault says that.',
  http: 'HTTP',
  notKnown: 'Nothing is known of it.',
  mailboxes: 'Mailboxes',
  item: 'Item',
  yes: 'yes',
  no: 'no',
  howThisIsKnown: 'How this is known',
  repliesTaken: 'Replies taken',
  repliesInRun: 'Replies taken, in the whole run',
  takeRequest: 'Take the request to your own server:',
  showIt: 'Show it',
  copyHex: 'Copy hex',
  copyXml: 'Copy XML',
  copyCurl: 'Copy curl',
  addressOfYourServer: 'Address of your server',
  exampleAddress: 'https://mail.example.com',
  theCommand: 'The command',
  didNothing: 'It did nothing in this step.',
  changed: ', changed',
  simulate: 'Simulate',
  whatToSimulate: 'What to simulate',
  script: 'Script',
  version: 'Version',
  versionHint: 'The highest the server offers; one that both speak.',
  run: 'Run',
  beTheServer: 'Be the server',
  neverArrived: 'This request never arrived: nothing can answer it.',
  goToStep: 'Go to a step with a request or a reply.',
  changedReply: 'You changed this reply.',
  asPlayed: 'As it was played:',
  goOnEdited: 'Go on from the edited reply',
  yourReply: 'Your reply, in any form that can be pasted; or edit the reply in the panes above.',
  exampleReply: 'HTTP/1.1 200 OK … or 03 01 6a 00 …',
  goOn: 'Let the phone go on from it',
  stepsOfTheRun: 'Steps of the run',
  firstStep: 'First step',
  stepBack: 'Step back',
  space: 'Space',
  pause: 'Pause',
  play: 'Play',
  nextStep: 'Next step',
  lastStep: 'Last step',
  step: 'Step',
  speed: 'Speed',
};
