export function lean(program: string): string
export function late(part: string): string
export function askOnce(part: string, program: string): string
