export { ErsWorklist } from '../../widgets/worklist/worklist.ts';
