export function lean(program: string): string
