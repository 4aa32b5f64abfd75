/** Whether it came true in time. */
export async function until(isSo: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!isSo() && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return isSo();
}
