export declare function load(folder: string, name: string): Buffer | undefined
export declare function keep(folder: string, name: string, bytes: Uint8Array): void
