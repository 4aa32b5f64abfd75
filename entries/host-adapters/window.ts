export { mountErsFrame } from '../../host-adapters/window/mount-frame.ts';
export type { ErsFrame, MountOptions } from '../../host-adapters/window/mount-frame.ts';
export { createWindowHost } from '../../host-adapters/window/window-host.ts';
export type {
  FrameShell,
  WindowHost,
  WindowHostOptions,
} from '../../host-adapters/window/window-host.ts';
