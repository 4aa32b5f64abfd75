import { storedFile } from './stored-file.ts';

/**
 * A linked file of any size from the object store, to which e-RS redirects with a URL that holds
 * for moments. Whoever carries the call follows it at once and keeps it nowhere.
 */
export const retrieveAttachmentFromStore = storedFile('A042', { 307: 'file-not-passed-on' });
