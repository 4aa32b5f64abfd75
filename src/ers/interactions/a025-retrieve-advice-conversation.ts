import type { AdviceMessage } from '../../domain/advice.ts';
import type { AdviceAsRead } from '../verbs/advising.ts';
import { readAdviceMessage, readIncluded } from '../shapes/advice-message.ts';
import { anyResource } from '../shapes/contained.ts';
import { found, within, type Reading } from '../shapes/reading.ts';
import { searchResults } from '../shapes/search-results.ts';
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
  const pathOf = (index: number): string => `entry[${index}].resource`;
  const beside = readIncluded(resources, ({ resourceType, id }) => `${resourceType}/${id}`, pathOf);
  if (!beside.ok) return beside;
  const messages: AdviceMessage[] = [];
  for (const [index, resource] of resources.entries()) {
    if (resource.resourceType !== 'Communication') continue;
    const message = within(pathOf(index), readAdviceMessage(resource, beside.value));
    if (!message.ok) return message;
    messages.push(message.value);
  }
  // hscn.md §8: neither ids nor the order of arrival tell which came first.
  return found(messages.sort((a, b) => (a.sent < b.sent ? -1 : Number(a.sent > b.sent))));
}
