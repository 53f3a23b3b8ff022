/** What the walk and the constraints find at a node: offsets in the tape's text. The layer above makes a finding of it. */
import type { FixSafety, Severity } from '../diagnostic.cjs';
import type { OffsetEdit } from '../engine/fixer.cjs';
import type { Lack } from '../model/completion.cjs';
import type { Source } from '../model/source.cjs';
export interface WalkFinding {
    rule: string;
    code?: string;
    message: string;
    start: number;
    end: number;
    path: string;
    /** As in a `Finding`. */
    about?: string;
    echo?: true;
    /** Of what is Required or NotFound, that is known. */
    lack?: Lack;
    versions?: readonly string[];
    namesVersion?: true;
    severity?: Severity;
    edits?: readonly OffsetEdit[];
    /** How safe they are: unsafe unless said otherwise. */
    fix?: FixSafety;
    /** In the same file unless said otherwise. */
    related?: {
        source?: Source;
        start: number;
        end: number;
        message: string;
    };
    /** What has been thrown in place of saying something. */
    failure?: unknown;
}
