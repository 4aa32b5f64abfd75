import type { ReferenceListName, ReferenceLists } from '../../domain/reference-list.ts';
import { retrieveReferenceData } from '../interactions/a004-retrieve-reference-data.ts';
import type { Read } from '../reading.ts';
import type { ReadOptions } from './verbs.ts';

/** The verbs that read one list each. An answer with another list is none. */
export function listReader(read: Read) {
  return <Name extends ReferenceListName>(name: Name) =>
    async (options?: ReadOptions): Promise<ReferenceLists[Name][]> => {
      const lists = await read(retrieveReferenceData)(name, options);
      return lists[name] ?? [];
    };
}
