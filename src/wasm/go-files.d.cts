export interface GoFile {
  name: string
  part: 'code' | 'memory'
  id: string
  /** Where it is kept decompressed from run to run. */
  folder: string | undefined
}
export declare function read(file: GoFile, place?: Uint8Array): Uint8Array
export declare function idOf(compressed: Uint8Array): string
