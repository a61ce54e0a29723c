/** What a person is told of what other tabs did to what is kept. */
export const words = {
  copied: 'Another tab changed this conversation too. What you do here is kept as a copy of its own.',
  foundBeside: 'Another tab left changes of its own. They are kept as a copy: see “Your conversations”.',
  changeLost:
    'A tab stopped before its last change was saved. The conversation has changed since, so that this change could not be put back.',
};
