/** The files around those that are linted: what kustomizations and GitOps objects point at. Paths are those that are shown: relative to the working directory, with forward slashes. */
export interface FileTree {
    /** Undefined when nothing is there. */
    kindOf(path: string): 'file' | 'folder' | undefined;
    /** Undefined for what cannot be read, or lies outside of the repository. */
    read(path: string): string | undefined;
    /** What a folder has in it; nothing when it cannot be read. */
    namesIn(path: string): readonly string[];
    /** Whether git leaves it out: then it is made by whoever needs it. */
    isIgnored(path: string): Promise<boolean>;
    /** The root of the repository that a file is in; without one, the folder that was asked for, unless that is the working directory. */
    rootOf(file: string): string | undefined;
    /** The addresses of the repository that a file is in, as far as git knows them. */
    remotesOf(file: string): readonly string[];
}
