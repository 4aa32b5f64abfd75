import type { AdviceMessage } from '../../domain/advice.ts';
import type { AdviceAsRead } from '../verbs/advising.ts';
import { readAdviceMessage, readIncluded } from '../shapes/advice-message.ts';
import { anyResource, readThose, type AnyResource } from '../shapes/contained.ts';
import { found, type Reading } from '../shapes/reading.ts';
import { placeInSet, searchResults } from '../shapes/search-results.ts';
import { bodyAs, type Interaction } from './interaction.ts';

const bundleShape = searchResults(anyResource);

/** The messages of one version of a request for advice, oldest first. */
export const retrieveAdviceConversation: Interaction<AdviceAsRead, AdviceMessage[]> = {
  id: 'A025',
  kind: 'read',
  about: 'advice',
  build: ({ ubrn, version }) => ({ params: { ubrn, version } }),
  parse: bodyAs(readConversation),
  mismatch(messages, { ubrn }) {
    const isElsewhere = messages.some((message) => message.ubrn && message.ubrn !== ubrn);
    return isElsewhere ? { field: 'basedOn' } : undefined;
  },
};

function readConversation(body: unknown): Reading<AdviceMessage[]> {
  const outer = bundleShape(body);
  if (!outer.ok) return outer;
  const resources = outer.value;
  const nameOf = ({ resourceType, id }: AnyResource): string => `${resourceType}/${id}`;
  const beside = readIncluded(resources, { nameOf, placeOf: placeInSet });
  if (!beside.ok) return beside;
  const shape = (held: unknown): Reading<AdviceMessage> => readAdviceMessage(held, beside.value);
  const messages = readThose(resources, 'Communication', { shape, placeOf: placeInSet });
  if (!messages.ok) return messages;
  // hscn.md §8: neither ids nor the order of arrival tell which came first.
  return found(messages.value.sort((a, b) => (a.sent < b.sent ? -1 : Number(a.sent > b.sent))));
}
