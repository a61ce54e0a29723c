export { Pastes } from './pastes.ts';
export { Runs } from './runs.ts';
