export { defineAdviceThread } from '../../../widgets/advice-thread/define.ts';
import { defineAdviceThread } from '../../../widgets/advice-thread/define.ts';

defineAdviceThread();
