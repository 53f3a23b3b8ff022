/** Asks the API server's own code for its judgment: see engine/ and docs/decisions/0009-the-servers-own-expressions.md. */
import type { Answer, Task } from '../schema/expressions.cjs';
/** The tasks of one minor, all from one document. */
interface Request {
    minor: number;
    tasks: readonly Task[];
}
export declare class Engine {
    private readonly thread;
    private readonly known;
    /** `folder` is where the decompressed module, and what it has answered, are kept from run to run. */
    constructor(folder: string | undefined, patience?: number);
    /** One answer for each task. A task that the engine does not survive has a failure for an answer, and no other task suffers. */
    answers({ minor, tasks }: Request): Promise<Answer[]>;
    end(): void;
    private ask;
}
export {};
