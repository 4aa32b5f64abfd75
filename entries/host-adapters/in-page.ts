export { createInPageHost } from '../../host-adapters/in-page/in-page-host.ts';
export type { InPageHost, InPageHostOptions } from '../../host-adapters/in-page/in-page-host.ts';
