/** Words of the timeline. */
export const words = {
  phone: 'phone',
  server: 'server',
  messages: 'Messages',
  menu: 'Message menu',
  add: '+ message',
};
