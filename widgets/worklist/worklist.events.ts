// Details are keys only: never demographics or clinical text.

declare global {
  interface HTMLElementEventMap {
    'ers-problem': CustomEvent<{ reason: string }>;
  }
}

export {};
