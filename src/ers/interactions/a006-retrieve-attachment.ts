import { storedFile } from './stored-file.ts';

/** A linked file from e-RS itself. On the API platform it is deprecated, and of 5 MB at most. */
export const retrieveAttachment = storedFile('A006', { FILE_SIZE_ERROR: 'file-too-big-to-open' });
