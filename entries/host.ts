export type { ErsConfig } from '../src/host/config.ts';
export { HostError } from '../src/host/host-adapter.ts';
export type {
  ContextChange,
  ContextReply,
  HostAdapter,
  HostErrorCode,
  HostSession,
  LaunchContext,
  SessionEnd,
  WriteBackRequest,
  WriteBackResult,
} from '../src/host/host-adapter.ts';
