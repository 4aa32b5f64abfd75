import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Row {
  id: string;
  model: string;
  payload: AdapterPayload;
}

/** What the authorisation server keeps, in memory: lost when it stops. */
export function createGrantStore() {
  const rows = new Map<string, Row>();

  function find(isWanted: (payload: AdapterPayload) => boolean, model: string) {
    return [...rows.values()].find((row) => row.model === model && isWanted(row.payload))?.payload;
  }

  function adapterFor(model: string): Adapter {
    const key = (id: string) => `${model} ${id}`;
    return {
      async upsert(id, payload) {
        rows.set(key(id), { id, model, payload });
      },
      find: async (id) => rows.get(key(id))?.payload,
      findByUid: async (uid) => find((payload) => payload.uid === uid, model),
      findByUserCode: async (userCode) => find((payload) => payload.userCode === userCode, model),
      async consume(id) {
        const row = rows.get(key(id));
        if (row) row.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        rows.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [name, { payload }] of rows) if (payload.grantId === grantId) rows.delete(name);
      },
    };
  }

  return {
    adapterFor,
    /** As if the user had taken too long: every code that was given out is too old. */
    expireCodes(): void {
      for (const { model, payload } of rows.values()) {
        if (model === 'AuthorizationCode') payload.exp = 1;
      }
    },
  };
}

export type GrantStore = ReturnType<typeof createGrantStore>;
