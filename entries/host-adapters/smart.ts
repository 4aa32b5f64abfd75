export { showLaunchProblem, LaunchError } from '../../host-adapters/smart/launch-problem.ts';
export type { LaunchProblem } from '../../host-adapters/smart/launch-problem.ts';
export { createSmartHost } from '../../host-adapters/smart/smart-host.ts';
export type { SmartHost, SmartHostOptions } from '../../host-adapters/smart/smart-host.ts';
export { applySmartStyle } from '../../host-adapters/smart/smart-style.ts';
export type { SmartStyle } from '../../host-adapters/smart/smart-style.ts';
export { startSmartLaunch } from '../../host-adapters/smart/start-launch.ts';
export type { SmartLaunchOptions } from '../../host-adapters/smart/start-launch.ts';
