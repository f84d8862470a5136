/** Asks again and again: every two seconds, less often while nobody answers, never while hidden. */
export class Poller {
  static readonly EVERY = 2_000;
  static readonly AT_MOST = 60_000;
  private delay = Poller.EVERY;
  private timer: number | undefined;
  private asking = false;

  /** @param ask resolves to whether the server answered well; never rejects */
  constructor(private readonly ask: () => Promise<boolean>) {}

  start(): void {
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) {
        this.pause();
      } else {
        this.delay = Poller.EVERY;
        this.pause();
        void this.run();
      }
    });
    this.later();
  }

  private pause(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** A fifth sooner or later, or all tabs would come back to a server at once. */
  private later(): void {
    this.pause();
    if (!document.hidden) {
      const delay = Math.round(this.delay * (0.8 + 0.4 * Math.random()));
      this.timer = window.setTimeout(() => void this.run(), delay);
    }
  }

  private async run(): Promise<void> {
    if (this.asking) {
      return;
    }
    this.asking = true;
    const well = await this.ask();
    this.asking = false;
    this.delay = well ? Poller.EVERY : Math.min(this.delay * 2, Poller.AT_MOST);
    this.later();
  }
}
