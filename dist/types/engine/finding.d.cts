/** A finding while its file is in memory: offsets only. Lines and columns are worked out for what is reported. */
import type { Diagnostic, FixSafety, Severity } from '../diagnostic.cjs';
import type { Lack } from '../model/completion.cjs';
import type { Source } from '../model/source.cjs';
import type { OffsetEdit } from './fixer.cjs';
export interface Finding {
    rule: string;
    severity: Severity;
    message: string;
    code?: string;
    source: Source;
    start: number;
    end: number;
    object: string;
    path: string;
    /** The field that it is about, where the API server prints another path. */
    about?: string;
    /** What the API server says only because of another mistake, of which there is a finding. */
    echo?: true;
    /** It is about something that is not there. */
    lack?: Lack;
    /** The Kubernetes versions that it holds for, oldest first; absent when these are all of the run. */
    versions?: readonly string[];
    /** The message has the version that it was found for. */
    namesVersion?: true;
    related?: readonly {
        source: Source;
        start: number;
        end: number;
        message: string;
    }[];
    edits?: readonly OffsetEdit[];
    fix?: FixSafety;
    /** What the rule has thrown in place of saying something. */
    failure?: unknown;
}
/** Of an upgrade, everything is of its target. */
export declare function toDiagnostic(finding: Finding, url: string, isUpgrade?: boolean): Diagnostic;
