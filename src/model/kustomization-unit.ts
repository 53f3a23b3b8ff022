/** What a kustomization says. Paths are those that are shown. */
export interface KustomizationUnit {
  readonly file: string
  /** Its resources, bases and components: files, or the folders of other kustomizations. */
  readonly resources: readonly string[]
  /** What its generators make: their keys, where they are all written there. */
  readonly generated: readonly { readonly kind: 'ConfigMap' | 'Secret'; readonly name: string; readonly keys?: ReadonlySet<string> }[]
  /** It also builds what is not here: resources of other repositories, charts, what plugins generate. */
  readonly isOpen: boolean
  /** It changes objects by patches, which may add what they lack. */
  readonly hasPatches: boolean
  readonly namePrefix: string
  readonly nameSuffix: string
}

