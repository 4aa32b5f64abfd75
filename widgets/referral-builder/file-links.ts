/** Links to bytes that are in memory only. They end when they are revoked, at the latest by a blank. */
export class FileLinks {
  private readonly links = new Map<Blob, string>();

  linkTo(file: Blob): string {
    const known = this.links.get(file);
    if (known) return known;
    const link = URL.createObjectURL(file);
    this.links.set(file, link);
    return link;
  }

  revokeAll(): void {
    for (const link of this.links.values()) URL.revokeObjectURL(link);
    this.links.clear();
  }
}
