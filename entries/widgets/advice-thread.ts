export { ErsAdviceThread } from '../../widgets/advice-thread/advice-thread.ts';
