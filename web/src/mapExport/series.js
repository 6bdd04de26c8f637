/** @import { Session } from '../session.js' */

const ASK_MS = 40;

/**
 * Shows one service after the other and does something with each, then goes back to the first.
 * @param {Session} session @param {string[]} services codes @param {AbortSignal} signal @param {(service: string, done: number) => Promise<void>} each
 */
export async function eachService(session, services, signal, each) {
  const { store } = session;
  const before = store.state.service;
  try {
    for (const [done, service] of services.entries()) {
      store.set({ service }, 'none');
      await answered(session, service, signal);
      await each(service, done);
    }
  } finally {
    store.set({ service: before }, 'none');
  }
}

/** Until the map shows the service. @param {Session} session @param {string} service @param {AbortSignal} signal */
async function answered(session, service, signal) {
  while (session.computing || session.coverage?.service !== service) {
    signal.throwIfAborted();
    const failed = session.problems.get('coverage');
    if (failed) throw failed.error;
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  }
}
