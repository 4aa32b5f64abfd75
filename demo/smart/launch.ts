import { showLaunchProblem, startSmartLaunch } from '../../entries/host-adapters/smart.ts';
import { appConfig } from './app-config.ts';

// What the record system opens. It goes on to the record system's sign-in, or says why not. The
// sign-in returns to the page above this one: the app's, or that of host conformance.

const main = document.getElementById('main') ?? document.body;
try {
  const { ers } = await appConfig();
  await startSmartLaunch({ smart: ers.smart, redirectUri: '.' });
} catch (error) {
  showLaunchProblem(error, main);
}
