import { startServer } from './servers.mjs';

/**
 * Servers that belong together, each by its name.
 * @typedef {object} ServerSet
 * @property {readonly import('./servers.mjs').RunningServer[]} servers
 * @property {(options: import('./servers.mjs').ServerOptions) => Promise<string>} start its address
 * @property {(name: string) => Promise<void>} kill ends one as a power cut does
 * @property {(name: string) => Promise<void>} restart one that ended, as it was started
 * @property {() => Promise<void>} stop ends all
 */

/** @returns {ServerSet} */
export function createServerSet() {
  /** @type {import('./servers.mjs').RunningServer[]} */
  const servers = [];
  /** @type {Map<string, import('./servers.mjs').ServerOptions>} */
  const startedAs = new Map();
  const placeOf = (/** @type {string} */ name) => {
    const place = servers.findIndex((server) => server.name === name);
    if (place < 0) throw new Error(`No server ${name} was started.`);
    return place;
  };
  return {
    servers,
    async start(options) {
      const server = await startServer(options);
      servers.push(server);
      startedAs.set(options.name, options);
      return `http://localhost:${server.port}`;
    },
    async kill(name) {
      const server = servers[placeOf(name)];
      server?.process.kill('SIGKILL');
      await server?.ended;
    },
    async restart(name) {
      const place = placeOf(name);
      const options = startedAs.get(name);
      if (options) servers[place] = await startServer(options);
    },
    async stop() {
      await Promise.all(servers.map((server) => server.stop()));
    },
  };
}
