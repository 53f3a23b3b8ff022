/** What only the user can mend: a flag, a setting, a path. It ends the run with exit code 2 and this message. */
export class UsageError extends Error {}
