/** Words of what was taken off around a message. */
export const words = {
  around: 'Taken off around it',
};
