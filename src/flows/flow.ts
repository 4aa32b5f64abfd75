export type Unsubscribe = () => void;

/** A use case without DOM: a state to draw, and actions that lead to the next one. */
export interface Flow<State, Actions> {
  readonly state: State;
  readonly actions: Actions;
  /** Called after every change of state. */
  subscribe(listener: () => void): Unsubscribe;
  /** Stops reads and forgets patient content. A write in flight is finished and journalled. */
  dispose(): void;
}

export interface Store<State> {
  readonly state: State;
  /** False once closed: whoever still holds the flow can start nothing with it. */
  readonly isOpen: boolean;
  set(next: State): void;
  subscribe(listener: () => void): Unsubscribe;
  /** After it, `set` does nothing: what arrives late changes no screen. */
  close(): void;
}

export function createStore<State>(initial: State): Store<State> {
  const listeners = new Set<() => void>();
  let state = initial;
  let open = true;
  return {
    get state() {
      return state;
    },
    get isOpen() {
      return open;
    },
    set(next) {
      if (!open || next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      open = false;
      listeners.clear();
    },
  };
}

/** Changes some fields and keeps the rest. */
export function update<State>(store: Store<State>, change: Partial<State>): void {
  store.set({ ...store.state, ...change });
}
