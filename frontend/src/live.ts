import { fetchChanges, MOST_BLOCKS, type Answer, type Change, type Failure, type Moments, type Shown } from './live-api';
import { Poller } from './poller';

/** A block that is kept up to date. */
export interface LiveBlock {
  /** Whether it is still on the page. */
  present(): boolean;
  shown(): Omit<Shown, 'id'>;
  change(change: Change): void;
  fail(failure: Failure): void;
  /** The server answered; nothing of the block changed. */
  same(asOf: Moments): void;
  signedOut(): void;
  away(): void;
}

/** Keeps all blocks of the tab up to date with one question at a time. */
export class Live {
  private blocks: LiveBlock[] = [];
  private readonly poller = new Poller(() => this.askAll());

  add(block: LiveBlock): void {
    this.blocks.push(block);
    if (this.blocks.length === 1) {
      this.poller.start();
    }
  }

  /** Asks for one block out of turn; true when the server answered well. */
  async ask(block: LiveBlock): Promise<boolean> {
    return this.tell([block], await fetchChanges([{ id: '0', ...block.shown() }]));
  }

  private async askAll(): Promise<boolean> {
    this.blocks = this.blocks.filter((block) => block.present());
    let well = true;
    for (let at = 0; at < this.blocks.length && well; at += MOST_BLOCKS) {
      const some = this.blocks.slice(at, at + MOST_BLOCKS);
      const asked = some.map((block, index) => ({ id: String(index), ...block.shown() }));
      const answer = await fetchChanges(asked);
      // What the reader did meanwhile counts more: the next poll asks for it.
      const unchanged = some.filter((block, index) => same(block.shown(), asked[index]));
      well = this.tell(some, answer, unchanged);
    }
    return well;
  }

  private tell(blocks: readonly LiveBlock[], answer: Answer, willing: readonly LiveBlock[] = blocks): boolean {
    if (answer.kind === 'signed-out') {
      blocks.forEach((block) => block.signedOut());
      return false;
    }
    if (answer.kind === 'away') {
      blocks.forEach((block) => block.away());
      return false;
    }
    const byId = new Map(answer.blocks.map((block) => [block.id, block]));
    blocks.forEach((block, index) => {
      const news = byId.get(String(index));
      if (!willing.includes(block)) {
        return;
      }
      if (!news) {
        block.same(answer.asOf);
      } else if ('error' in news) {
        block.fail(news);
      } else {
        block.change(news);
      }
    });
    return true;
  }
}

function same(now: Omit<Shown, 'id'>, asked: Shown | undefined): boolean {
  return now.parameters === asked?.parameters && now.revision === asked.revision;
}
