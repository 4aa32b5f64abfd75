export { defineSession } from '../../../widgets/session/define.ts';
import { defineSession } from '../../../widgets/session/define.ts';

defineSession();
