/** What a person is told of what other tabs did to what is kept. */
export const words = {
  copied: 'Another tab changed this conversation too. What you do here is kept as a copy of its own.',
  foundBeside: 'Another tab left changes of its own. They are kept as a copy: see “Your conversations”.',
  changeLost:
    'A change was left by a tab that stopped before it was saved, and what it was made to has changed since. It could not be put back.',
};
