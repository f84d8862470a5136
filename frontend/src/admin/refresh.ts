import type { Http, Result } from './http';

/** After so long without a person, asking ends: an open tab must not keep a secure session alive. */
export const IDLE_MS = 5 * 60_000;

/** Asks again and again while somebody looks. */
export class Refresh<T> {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private active = Date.now();
  private ended = false;
  private readonly woken = (): void => {
    const rested = this.isResting();
    this.active = Date.now();
    if (rested) {
      void this.ask();
    }
  };

  /**
   * @param show called with each answer, also with failures
   * @param rests called when asking pauses because nobody is there
   */
  constructor(
    private readonly http: Http,
    private readonly path: string,
    private readonly everyMs: number,
    private readonly show: (result: Result<T>) => void,
    private readonly rests: () => void,
  ) {}

  start(): void {
    for (const event of ['pointerdown', 'keydown']) {
      document.addEventListener(event, this.woken);
    }
    document.addEventListener('visibilitychange', this.woken);
    void this.ask();
  }

  stop(): void {
    this.ended = true;
    clearTimeout(this.timer);
    for (const event of ['pointerdown', 'keydown', 'visibilitychange']) {
      document.removeEventListener(event, this.woken);
    }
  }

  /** Asks now, whatever the clock says. */
  async ask(): Promise<void> {
    clearTimeout(this.timer);
    const result = await this.http.get<T>(this.path, true);
    if (this.ended) {
      return;
    }
    this.show(result);
    if (result.kind !== 'locked') {
      this.later();
    }
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.isResting()) {
        this.rests();
      } else {
        void this.ask();
      }
    }, this.everyMs);
  }

  private isResting(): boolean {
    return document.visibilityState === 'hidden' || Date.now() - this.active > IDLE_MS;
  }
}
