export { clockStartingAt } from '../../widgets/session/clocks.ts';
export { ErsSession } from '../../widgets/session/session.ts';
