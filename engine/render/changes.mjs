// What is changed in the libraries of render.wasm on the way into it.

/** Packages that our own stand in for as a whole, with the files of theirs that stay. */
export const REPLACED = {
  'k8s.io/client-go/rest': [],
}

/** Files that nothing here needs, and that bring much with them. */
export const LEFT_OUT = ['github.com/go-openapi/swag/loading_iface.go', 'github.com/go-openapi/swag/netutils_iface.go']

const CAPABILITIES = 'helm.sh/helm/v4/pkg/chart/common/capabilities.go'
const SCHEMAS = 'helm.sh/helm/v4/pkg/chart/common/util/jsonschema.go'

const KUSTOMIZER = 'sigs.k8s.io/kustomize/api/krusty/kustomizer.go'
const OBJECTS = 'sigs.k8s.io/kustomize/api/resmap/reswrangler.go'

/** Nothing here speaks HTTP. */
const SPEAK_HTTP = [
  SCHEMAS,
  'helm.sh/helm/v4/pkg/chart/loader/archive/archive.go',
  'sigs.k8s.io/kustomize/api/internal/loader/fileloader.go',
  'github.com/google/gnostic-models/compiler/reader.go',
]

/** What is changed in files, and why. */
export const EDITS = [
  ...SPEAK_HTTP.map((file) => [file, /\t"net\/http"\n/, '\thttp "podlint/engine/render/nohttp"\n']),
  [SCHEMAS, /\t"crypto\/tls"\n/, ''],
  [SCHEMAS, /&tls\.Config\{\}/, 'nil'],
  // Which APIs there are is said by whoever asks, not by a client of Kubernetes.
  [CAPABILITIES, /\t.*"k8s\.io\/(client-go\/kubernetes\/scheme|apiextensions-apiserver\/.*)"\n/g, ''],
  [CAPABILITIES, /(func allKnownVersions\(\) VersionSet \{\n)[^]*?\n\}/, '$1\treturn nil\n}'],
  // To write down what each transformer has done takes more than half of the time, and is thrown away unless the kustomization wants to have it.
  [OBJECTS, /(\n\t\t\} else) (\{\n\t\t\t\/\/ the resource already has an origin annotation)/, '$1 if WithTransformations $2'],
  [OBJECTS, /(\n\/\/ AddTransformerAnnotation implements ResMap)/, '\nvar WithTransformations bool\n$1'],
  [KUSTOMIZER, /(\n\tm, err = kt\.MakeCustomizedResMap\(\))/, '\n\tresmap.WithTransformations = utils.StringSliceContains(kt.Kustomization().BuildMetadata, types.TransformerAnnotations)$1'],
  ['helm.sh/helm/v4/internal/version/clientgo.go', /\t_ "k8s\.io\/client-go\/kubernetes".*\n/, ''],
]
