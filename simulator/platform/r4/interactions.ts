import type { Interaction } from '../../http/interaction.ts';
import { retrieveBusinessFunctions } from './interactions/a030-business-functions.ts';
import { retrieveService, retrieveServiceVersion } from './interactions/a033-retrieve-service.ts';
import { searchServicesById } from './interactions/a035-search-services.ts';
import { retrieveOnBehalfOfUsers } from './interactions/a040-on-behalf-of-users.ts';
import { searchServiceRequests } from './interactions/a041-search-service-requests.ts';
import { retrieveAttachment } from './interactions/a042-retrieve-attachment.ts';

/** Every interaction with R4 bodies. */
export const r4Interactions: readonly Interaction[] = [
  retrieveBusinessFunctions,
  retrieveService,
  retrieveServiceVersion,
  searchServicesById,
  retrieveOnBehalfOfUsers,
  searchServiceRequests,
  retrieveAttachment,
];
