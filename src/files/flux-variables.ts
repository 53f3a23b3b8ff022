/** The variables that Flux fills in in what it has built: `postBuild.substitute`. */

export type Variables = ReadonlyMap<string, string>

/** What is known is filled in, in the text as Flux does it; the rest stays. An object can say that it wants none of it. */
export const withVariables = (text: string, variables: Variables): string =>
  text
    .split(/^(?=---$)/m)
    .map((document) => (/^ +kustomize\.toolkit\.fluxcd\.io\/substitute: disabled$/m.test(document) ? document : document.replaceAll(VARIABLE, (whole, name: string) => variables.get(name) ?? whole)))
    .join('')

/** `${NAME}` and `${NAME:=default}`, but for `$${NAME}`, which stays. */
const VARIABLE = /(?<!\$)\$\{([A-Za-z_]\w*)(?::?[=-][^{}\n]*)?\}/g
