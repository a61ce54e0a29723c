import { expect, test } from 'vitest';
import { goldenRuns } from '../testing/golden-runs.ts';
import { simulate } from './run.ts';
import { transcriptText } from './transcript-text.ts';

test.each(Object.entries(goldenRuns))('%s is as it was', async (name, setup) => {
  await expect(transcriptText(simulate(setup))).toMatchFileSnapshot(`./golden/${name}.txt`);
});
