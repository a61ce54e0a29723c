export { Core, SMALL } from './client.ts';
