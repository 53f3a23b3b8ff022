/** What a kustomization builds. Paths are those that are shown. */
export interface KustomizationUnit {
    readonly file: string;
    /** Its resources, bases and components: files, or the folders of other kustomizations. */
    readonly resources: readonly string[];
    readonly generated: readonly GeneratedObject[];
    /** It also builds what is not here: resources of other repositories, charts, what plugins generate. */
    readonly isOpen: boolean;
    readonly namePrefix: string;
    readonly nameSuffix: string;
}
/** What a generator makes. */
export interface GeneratedObject {
    readonly kind: 'ConfigMap' | 'Secret';
    readonly name: string;
    /** Undefined when nobody can tell. */
    readonly keys: ReadonlySet<string> | undefined;
}
