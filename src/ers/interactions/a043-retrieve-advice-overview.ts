import { document } from './document.ts';

/** A request for advice with its conversation, to print or to keep. */
export const retrieveAdviceOverview = document({
  id: 'A043',
  name: 'Advice and guidance.pdf',
  about: 'advice',
});
