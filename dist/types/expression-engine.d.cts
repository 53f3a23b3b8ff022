/** The engine for expressions, which starts when the first one is met. The linters of a run share it, and what it has answered: overlays and charts have much in common. */
import type { Engine } from './cel/engine.cjs';
export declare class ExpressionEngine {
    private readonly folder;
    private started;
    /** `folder` is where it may be kept from run to run, decompressed. */
    constructor(folder?: () => string | undefined);
    get(): Promise<Engine>;
    end(): Promise<void>;
}
