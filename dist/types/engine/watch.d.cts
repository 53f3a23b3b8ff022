/** Who wants to know what takes how long. */
export interface Watch {
    /** The same visitor, whose time is noted. */
    visit<Visit extends (...args: never[]) => void>(rule: string, visit: Visit): Visit;
    /** Notes the time of a method. */
    method<Name extends string>(of: Readonly<Record<Name, (...args: never[]) => unknown>>, method: Name, part: string): void;
}
