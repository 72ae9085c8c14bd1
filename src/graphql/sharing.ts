/** Whether an answer is the same for everybody who asks until something is published. */
export class Sharing {
  private isAllowed = true;

  /** Who tells something of this very moment says so. */
  forbid(): void {
    this.isAllowed = false;
  }

  allows(): boolean {
    return this.isAllowed;
  }
}
