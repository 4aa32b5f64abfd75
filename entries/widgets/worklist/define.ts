export { defineWorklist } from '../../../widgets/worklist/define.ts';
import { defineWorklist } from '../../../widgets/worklist/define.ts';

defineWorklist();
