import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import {
  conversationFromJson,
  conversationToJson,
  messageAt,
  replaceBytes,
  type Conversation,
} from '../conversation/index.ts';
import { personalIn } from '../share/index.ts';
import { simulate, type Setup } from '../sim/index.ts';
import { restage } from './staging.ts';
import { Simulation, type Play } from './simulation.svelte.ts';

const play: Play = (setup: Partial<Setup>) => Promise.resolve(simulate(setup));
const EMPTY_SYNC = fromHex('03016a0005') ?? new Uint8Array();

const simulationIn = (conversation: Conversation): object =>
  (conversation as Conversation & { simulation: object }).simulation;

const firstSyncReply = ({ steps, transcript }: Simulation): number =>
  steps.find(
    ({ kind, exchange = -1 }) =>
      kind === 'reply' &&
      transcript.conversation.exchanges[exchange]?.request?.http?.url?.includes('Cmd=Sync'),
  )?.number ?? -1;

test('a run begins at its first step, and stays within its steps', async () => {
  const run = await Simulation.run(play, {});
  expect([run.step, run.current?.kind, run.at]).toEqual([0, 'event', { exchange: 0, side: 'request' }]);
  run.go(-5);
  expect(run.step).toBe(0);
  run.go(1e9);
  expect(run.step).toBe(run.steps.length - 1);
});

test('a step shows its message, and a message that is chosen leads to its step', async () => {
  const run = await Simulation.run(play, {});
  run.go(4);
  expect(run.at).toEqual({ exchange: 1, side: 'response' });
  run.follow({ exchange: 5, side: 'request' });
  expect(run.current).toMatchObject({ kind: 'request', exchange: 5 });
  const { step } = run;
  run.follow(run.at);
  run.follow({ exchange: 999, side: 'request' });
  expect(run.step).toBe(step);
});

test('a reply of the person begins a branch; the run before it stays as it was', async () => {
  const run = await Simulation.run(play, {});
  const before = run.transcript;
  const step = firstSyncReply(run);
  run.go(step);
  await run.goOn(step, { bytes: EMPTY_SYNC }, 'Mine');
  expect(run.branches.map(({ name }) => name)).toEqual(['The run', 'Mine']);
  expect([run.branch, run.step, run.current?.standIn]).toEqual([1, step, true]);
  expect(messageAt(run.conversation, run.at)?.bytes).toEqual(EMPTY_SYNC);
  expect(run.transcript.steps.slice(0, step).map(({ text }) => text)).toEqual(
    before.steps.slice(0, step).map(({ text }) => text),
  );
  await run.turn(0);
  expect(run.transcript).toBe(before);
  expect(run.step).toBe(step);
});

test('a branch keeps the replies before its own, not those after it', async () => {
  const run = await Simulation.run(play, {});
  const step = firstSyncReply(run);
  await run.goOn(step, { bytes: EMPTY_SYNC }, 'A');
  await run.goOn(step + 2, { bytes: EMPTY_SYNC }, 'B');
  await run.goOn(step, { http: { status: 503 } }, 'C');
  expect(run.branches.map(({ setup }) => setup.replies.map((reply) => reply.step))).toEqual([
    [],
    [step],
    [step, step + 2],
    [step],
  ]);
});

test('a request that is held can be answered', async () => {
  const run = await Simulation.run(play, {});
  run.go(run.steps.length - 1);
  expect(run.replyStep).toBe(run.steps.length);
  await run.goOn(run.replyStep ?? -1, { http: { status: 500 } }, 'Ping fails');
  expect(run.current).toMatchObject({ kind: 'reply', standIn: true });
});

test('what a branch that is not on show holds about people is told', async () => {
  const run = await Simulation.run(play, {});
  const before = personalIn(run.whole(run.conversation));
  const mail = new TextEncoder().encode('From: zoe@example.test\r\n\r\n');
  const step = firstSyncReply(run);
  await run.goOn(step, { bytes: mail }, 'With an address');
  await run.turn(0);
  const addresses = (counts: typeof before): number => counts.find(({ id }) => id === 'address')?.count ?? 0;
  expect(addresses(personalIn(run.conversation))).toBe(addresses(before));
  expect(addresses(personalIn(run.whole(run.conversation)))).toBe(addresses(before) + 1);
  run.go(step);
  run.keep(replaceBytes(run.conversation, run.at, new TextEncoder().encode('cid@example.test')));
  await run.turn(1);
  expect(addresses(personalIn(run.whole(run.conversation)))).toBe(addresses(before) + 2);
});

test('edits in the panes stay with their branch', async () => {
  const run = await Simulation.run(play, {});
  const step = firstSyncReply(run);
  run.go(step);
  const edited = replaceBytes(run.conversation, run.at, EMPTY_SYNC);
  run.keep(edited);
  await run.goOn(step - 2, { http: { status: 500 } }, 'Other');
  expect(run.conversation).not.toBe(edited);
  await run.turn(0);
  expect(
    messageAt(run.conversation, { exchange: run.steps[step]?.exchange ?? -1, side: 'response' })?.bytes,
  ).toBe(EMPTY_SYNC);
});

test('an edit that became a branch is no edit of the run any more', async () => {
  const run = await Simulation.run(play, {});
  const step = firstSyncReply(run);
  run.go(step);
  run.keep(replaceBytes(run.conversation, run.at, EMPTY_SYNC));
  await run.goOn(step, { bytes: EMPTY_SYNC }, 'Mine');
  expect(run.branches[0]?.edited).toBeUndefined();
});

test('an edit of a reply stays where another reply is put in its place, or it is edited further', async () => {
  const run = await Simulation.run(play, {});
  const step = firstSyncReply(run);
  run.go(step);
  const { at } = run;
  run.keep(replaceBytes(run.conversation, at, EMPTY_SYNC));
  await run.goOn(step, { bytes: new Uint8Array([3, 1, 106, 0, 5]) }, 'Pasted');
  await run.turn(0);
  expect(messageAt(run.conversation, at)?.bytes).toBe(EMPTY_SYNC);
});

test('what is left is kept as it is when the other branch is played', async () => {
  const run = await Simulation.run(play, {});
  const step = firstSyncReply(run);
  run.go(step);
  const { at } = run;
  const going = run.goOn(step - 2, { http: { status: 500 } }, 'Other', () => {
    run.keep(replaceBytes(run.conversation, at, EMPTY_SYNC)); // a person wrote that meanwhile
    return true;
  });
  expect(await going).toBe(true);
  expect(run.branch).toBe(1);
  expect(await run.turn(0, () => false)).toBe(false);
  expect(run.branch).toBe(1);
  await run.turn(0);
  expect(messageAt(run.conversation, at)?.bytes).toBe(EMPTY_SYNC);
});

test('edits of a branch that is not on show are saved with it', async () => {
  const run = await Simulation.run(play, {});
  const step = firstSyncReply(run);
  run.go(step);
  const { at } = run;
  run.keep(replaceBytes(run.conversation, at, EMPTY_SYNC));
  await run.goOn(step - 2, { http: { status: 500 } }, 'Other');
  const file = conversationFromJson(conversationToJson(run.whole(run.conversation)));
  if (!file.ok) throw new Error(file.problem.text);
  const { simulation } = await restage(file.value, play);
  // saved once more before anybody looked at it
  const again = await restage(simulation?.whole(simulation.conversation) ?? file.value, play);
  await again.simulation?.turn(0);
  const conversation = again.simulation?.conversation;
  expect(conversation && messageAt(conversation, at)?.bytes).toEqual(EMPTY_SYNC);
  expect(conversation?.exchanges).toHaveLength(
    run.branches[0]?.transcript?.conversation.exchanges.length ?? 0,
  );
  const older = { ...file.value, simulation: { ...simulationIn(file.value), rules: 'older' } };
  const replayed = (await restage(older, play)).simulation;
  expect(replayed?.branches.map(({ rules }) => rules)).toEqual(['older', undefined]);
  await replayed?.turn(0);
  expect(replayed && messageAt(replayed.conversation, at)?.bytes).toEqual(EMPTY_SYNC);
});

test('a note that was taken away in a branch that is not on show stays away', async () => {
  const run = await Simulation.run(play, {});
  const { note, ...rest } = run.conversation;
  expect(note).toBeDefined(); // each run begins with one
  run.keep({ ...rest, title: 'Mine' });
  await run.goOn(firstSyncReply(run), { http: { status: 500 } }, 'Other');
  const { simulation } = await restage(run.whole(run.conversation), play);
  await simulation?.turn(0);
  expect(simulation?.conversation).toMatchObject({ title: 'Mine' });
  expect(simulation?.conversation).not.toHaveProperty('note');
});

test('a title and a note of the person are on show again', async () => {
  const run = await Simulation.run(play, {});
  const whole = run.whole({ ...run.conversation, title: 'Mine', note: 'seen on Friday' });
  const { conversation } = await restage(whole, play);
  expect(conversation).toMatchObject({ title: 'Mine', note: 'seen on Friday' });
  const untouched = await restage(run.whole(run.conversation), play);
  expect(untouched.simulation?.branches[0]?.edited).toBeUndefined();
});

test('what was saved is on show again: branches, step and edits', async () => {
  const run = await Simulation.run(play, { version: '14.1' });
  const step = firstSyncReply(run);
  await run.goOn(step, { bytes: EMPTY_SYNC }, 'Mine');
  run.go(step + 1);
  const edited = replaceBytes(run.conversation, { exchange: 1, side: 'response' }, EMPTY_SYNC);
  const { simulation, says, conversation } = await restage(run.whole(edited), play);
  expect(says).toBeUndefined();
  expect(simulation?.branches.map(({ name }) => name)).toEqual(['The run', 'Mine']);
  expect([simulation?.branch, simulation?.step]).toEqual([1, step + 1]);
  expect(conversation.exchanges).toEqual(edited.exchanges);
});

test('a run made under other rules is played again, and says how many messages differ', async () => {
  const run = await Simulation.run(play, {});
  const other = replaceBytes(run.conversation, { exchange: 5, side: 'response' }, EMPTY_SYNC);
  const whole = run.whole(other) as typeof other & { simulation: { rules: string } };
  const older = { ...whole, simulation: { ...whole.simulation, rules: 'older' } };
  const { says, conversation } = await restage(older, play);
  expect(says).toMatch(/other rules.* 1 of \d+ messages differs\./);
  expect(messageAt(conversation, { exchange: 5, side: 'response' })?.bytes).toEqual(EMPTY_SYNC);
});

/** As it lies in a file. */
function inFile(conversation: Conversation): Conversation {
  const read = conversationFromJson(conversationToJson(conversation));
  if (!read.ok) throw new Error(read.problem.text);
  return read.value;
}

/** A run as it was saved under other rules, with an exchange more or fewer than are played today, and an edit. */
async function savedUnderOthers(count: 1 | -1): Promise<Conversation> {
  const run = await Simulation.run(play, {});
  const { exchanges } = run.conversation;
  const [one] = exchanges;
  const other =
    count < 0 || !one
      ? exchanges.slice(0, count)
      : [...exchanges, { id: 'last', request: { bytes: EMPTY_SYNC } }];
  const edited = replaceBytes(
    { ...run.conversation, title: 'Mine', exchanges: other },
    { exchange: 5, side: 'response' },
    EMPTY_SYNC,
  );
  const whole = inFile(run.whole(edited));
  return { ...whole, simulation: { ...simulationIn(whole), rules: 'older' } } as Conversation;
}

test.each([1, -1] as const)(
  'a run of other rules stays as it was saved, however often it is saved and whatever is on show: %i exchange',
  async (count) => {
    const given = await savedUnderOthers(count);
    const first = await restage(given, play);
    expect(first.conversation).toMatchObject({ title: 'Mine', exchanges: given.exchanges });
    expect(first.simulation?.branches.map(({ name }) => name)).toEqual(['The run', 'Played today']);

    const second = await restage(inFile(first.simulation?.whole(first.conversation) ?? given), play);
    expect(second.says).toBe(first.says); // it is of other rules still
    expect(second.conversation.exchanges).toEqual(given.exchanges);
    expect(second.simulation?.branches.map(({ name }) => name)).toEqual(['The run', 'Played today']);

    await second.simulation?.turn(1);
    const today = second.simulation?.conversation;
    expect(today).toEqual(simulate().conversation);
    const third = await restage(inFile(second.simulation?.whole(today ?? given) ?? given), play);
    expect(third.says).toBeUndefined();
    expect(third.conversation).toEqual(today);
    await third.simulation?.turn(0);
    expect(third.simulation?.conversation).toMatchObject({ title: 'Mine', exchanges: given.exchanges });
  },
);

test('a run of other rules that comes out the same today is one of today', async () => {
  const run = await Simulation.run(play, {});
  const whole = run.whole({ ...run.conversation, title: 'Mine' });
  const older = { ...whole, simulation: { ...simulationIn(whole), rules: 'older' } };
  const { simulation, says, conversation } = await restage(older, play);
  expect(says).toContain('every message is the same');
  expect(conversation.title).toBe('Mine');
  expect(simulation?.branches).toMatchObject([{ name: 'The run' }]);
  expect((await restage(simulation?.whole(conversation) ?? older, play)).says).toBeUndefined();
});

test('what was saved under other rules stays where the phone goes on from a message of it', async () => {
  const { simulation, conversation } = await restage(await savedUnderOthers(-1), play);
  const at = { exchange: 5, side: 'response' } as const;
  const step = simulation?.steps.find((one) => one.exchange === 5 && one.kind === 'reply')?.number ?? -1;
  await simulation?.goOn(step, messageAt(conversation, at) ?? {}, 'Mine');
  await simulation?.turn(0);
  expect(simulation && messageAt(simulation.conversation, at)?.bytes).toEqual(EMPTY_SYNC);
});

test('a run that cannot be read leaves its messages', async () => {
  const { conversation } = simulate();
  const given = { ...conversation, simulation: 4 };
  const { simulation, says, conversation: shown } = await restage(given, play);
  expect(simulation).toBeUndefined();
  expect(says).toContain('cannot be played again');
  expect(shown).toBe(given);
});

test('a branch is taken away, and put back where it was', async () => {
  const run = await Simulation.run(play, {});
  const step = firstSyncReply(run);
  for (const name of ['One', 'Two']) await run.goOn(step, { bytes: EMPTY_SYNC }, name);
  const names = () => run.branches.map(({ name }) => name);
  expect(run.takeOut(2), 'it is on show').toBeUndefined();
  const one = run.takeOut(1);
  expect([names(), run.branch]).toEqual([['The run', 'Two'], 1]);
  expect(one?.transcript?.steps[step]?.standIn).toBe(true);
  if (one) run.putBack(1, one);
  expect([names(), run.branch]).toEqual([['The run', 'One', 'Two'], 2]);
  await run.turn(0);
  run.takeOut(2);
  expect([names(), run.branch]).toEqual([['The run', 'One'], 0]);
});

test('a run is full when no further branch of it would be read again', async () => {
  const transcript = simulate({});
  const branches = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ name: String(i), setup: transcript.setup }));
  const at = { branch: 0, step: 0 };
  expect(new Simulation(play, transcript, { branches: branches(199), ...at }).isFull).toBe(false);
  const full = new Simulation(play, transcript, { branches: branches(200), ...at });
  expect(full.isFull).toBe(true);
  const back = await restage(full.whole(full.conversation), play);
  expect(back.simulation?.branches).toHaveLength(200);
});

test('a run that cannot be played again is shown without its steps, and loses nothing', async () => {
  const run = await Simulation.run(play, {});
  const saved = run.whole(run.conversation);
  const failing: Play = () => Promise.reject(new Error('out of memory'));
  const back = await restage(saved, failing);
  expect(back.conversation).toBe(saved);
  expect(back.simulation).toBeUndefined();
  expect(back.says).toBe(
    'The run cannot be played again: this page failed at it. Its messages are shown, its steps are not.',
  );
});
