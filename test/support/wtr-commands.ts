// @open-wc/testing imports the commands of another test runner; these stand in so that it loads.
// Removal condition: @open-wc/testing no longer depends on @web/test-runner-commands.
function notAvailable(): never {
  throw new Error('This command belongs to Web Test Runner. Use a Vitest matcher instead.');
}

export const getSnapshot = notAvailable;
export const getSnapshotConfig = notAvailable;
export const saveSnapshot = notAvailable;
