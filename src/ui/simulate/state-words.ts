/** What a state of a machine means, by what its label begins with. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^C-NEW/, 'there is no account yet'],
  [/^C-OPT/, 'asks what the server speaks'],
  [/^C-PRE/, 'sends its first command'],
  [/^C-PROV1/, 'asks for the policy'],
  [/^C-PROV2/, 'confirms the policy'],
  [/^C-HIER0/, 'asks for the folders'],
  [/^C-TREE/, 'knows the folders'],
  [/^C-WIPED/, 'is wiped'],
  [/^C-WIPE/, 'was told to wipe itself'],
  [/^K0-WAIT/, 'has asked for a first key'],
  [/^K0/, 'has no key'],
  [/^PRIMED/, 'has a first key and no items yet'],
  [/^SYNCING/, 'asks for what is in the folder'],
  [/^IDLE/, 'is up to date'],
  [/^PINGING/, 'waits for news'],
  [/^BACKOFF/, 'waits before it asks again'],
  [/^D-UNPROV/, 'has told no policy'],
  [/^D-TEMP/, 'has told the policy, and waits for the phone to confirm it'],
  [/^D-OK/, 'knows that the phone has the policy'],
  [/^H-NONE/, 'has told no folders'],
  [/^H\(/, 'has told the folders'],
  [/^S-NONE/, 'keeps nothing of it'],
  [/^S\(.*,–\)/, 'knows what the phone has'],
  [/^S\(0,/, 'has sent a first key'],
  [/^S\(/, 'has sent changes, and waits to see that they arrived'],
  [/^P-NONE/, 'was told nothing to watch'],
  [/^P\(/, 'knows what to watch'],
];

/** The state in plain words, or its label where nobody wrote any. */
export const stateWords = (label: string): string =>
  WORDS.find(([pattern]) => pattern.test(label))?.[1] ?? label;
