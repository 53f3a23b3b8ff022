export declare function load(folder: string, name: string, place?: Uint8Array): Buffer | undefined
export declare function keep(folder: string, name: string, bytes: Uint8Array, most?: number): void
export declare function prune(folder: string, ending: string, mostBytes: number): void
