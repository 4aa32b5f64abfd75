/** How often each interaction was asked for, whatever the answer. */
export type Traffic = Map<string, number>;

export function count(traffic: Traffic, operation: string): void {
  traffic.set(operation, (traffic.get(operation) ?? 0) + 1);
}
