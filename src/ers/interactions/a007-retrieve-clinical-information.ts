import { document } from './document.ts';

/** What the referrer wrote and attached, as one PDF for reading and printing. */
export const retrieveClinicalInformation = document({
  id: 'A007',
  name: 'Clinical information.pdf',
});
