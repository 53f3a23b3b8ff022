// What is changed in the libraries of cel.wasm on the way into it.

/** Packages that our own stand in for as a whole, with the files of theirs that stay. */
export const REPLACED = {
  'k8s.io/component-base/featuregate': [],
  'k8s.io/apiserver/pkg/util/feature': [],
  'k8s.io/apiserver/pkg/util/webhook': [],
  'k8s.io/apiserver/pkg/util/compatibility': [],
  'k8s.io/apiserver/pkg/features': [],
  'k8s.io/apiextensions-apiserver/pkg/features': [],
  'k8s.io/apiserver/pkg/cel/metrics': [],
  'k8s.io/apiserver/pkg/admission': ['conversion.go'],
  'k8s.io/apiserver/pkg/authentication/serviceaccount': [],
  'k8s.io/apimachinery/pkg/util/net': [],
  'k8s.io/apimachinery/pkg/runtime/serializer/cbor/direct': [],
}

/** Files that nothing here needs, and that bring much with them: text/template alone makes the linker keep every method. */
export const LEFT_OUT = [
  'github.com/google/cel-go/cel/prompt.go',
  'k8s.io/apimachinery/pkg/runtime/swagger_doc_generator.go',
  'k8s.io/apimachinery/pkg/runtime/zz_generated.model_name.go',
  'k8s.io/kube-openapi/pkg/validation/spec/gnostic.go',
]

/** Made of the types by generators, for Protocol Buffers and documentation: a third of the module. */
export const GENERATED = /^k8s\.io\/(api|apiextensions-apiserver)\/.*\/(generated\.pb|generated\.protomessage\.pb|types_swagger_doc_generated|zz_generated\.model_name)\.go$/

const PROGRAM = 'github.com/google/cel-go/cel/program.go'
const ENVIRONMENT = 'k8s.io/apiserver/pkg/cel/environment/environment.go'

/** What is changed in files, and why. */
export const EDITS = [
  // Each extension makes an environment for new expressions and one for stored ones. It takes milliseconds, and only one of the two is asked for here.
  [ENVIRONMENT, /(new|stored)Expressions \*cel\.Env/g, '$1Expressions func() (*cel.Env, error)'],
  [ENVIRONMENT, /newExpressions: base, storedExpressions: base/, 'newExpressions: made(base), storedExpressions: made(base)'],
  [ENVIRONMENT, /\t"math"\n/, ''],
  [ENVIRONMENT, /return e\.(new|stored)Expressions\n/g, 'return must(e.$1Expressions())\n'],
  [ENVIRONMENT, /return e\.(new|stored)Expressions, nil/g, 'return e.$1Expressions()'],
  [ENVIRONMENT, /\tif len\(options\) > 0 \{[^]*?\n\treturn e, nil\n/, '\treturn e.extend(options), nil\n'],
  // What first and last do with lists of optional values came with the cel-go of 1.34, whose new expressions are those of 1.33.
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /\t\t\tcel\.OptionalTypes\(\),\n/, ''],
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /(var baseOpts = \[\]VersionedOptions\{\n)/, '$1\tbefore(33, 28, cel.OptionalTypes(cel.OptionalTypesVersion(1))),\n\tfrom(33, cel.OptionalTypes()),\n'],
  // What is made anew for each expression: where its functions are found, and the tree of what was read before.
  [PROGRAM, /\tdisp := interpreter\.NewDispatcher\(\)\n/, '\tbound, err := dispatcherOf(e.functions)\n\tif err != nil {\n\t\treturn nil, err\n\t}\n\tdisp := interpreter.ExtendDispatcher(bound)\n'],
  [PROGRAM, /\tvar err error\n(?=\tfor _, opt := range opts)/, ''],
  [PROGRAM, /\te\.funcBindOnce\.Do\([^]*?\n(?=\t\/\/ Set the attribute factory)/, ''],
  [PROGRAM, /\t"github\.com\/google\/cel-go\/common\/functions"\n/, ''],
  ['github.com/google/cel-go/cel/env.go', /\tparsed, errs := e\.prsr\.Parse\(src\)\n[^]*?\n\}\n/, '\treturn e.parseOnce(src)\n}\n'],
  // Which version is meant is said by whoever asks; nothing here speaks HTTP or serves anybody.
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /\teffectiveVer := [^]*?MinCompatibilityVersion\(\)/, '\treturn compatibility.Version'],
  ['k8s.io/apiserver/pkg/cel/environment/base.go', /\tbasecompatibility .*\n/, ''],
  ['k8s.io/apiserver/pkg/authorization/authorizer/interfaces.go', /\t"net\/http"\n/, ''],
  ['k8s.io/apiserver/pkg/authorization/authorizer/interfaces.go', /\*http\.Request/, 'any'],
  ['k8s.io/apimachinery/pkg/util/runtime/runtime.go', /\t"net\/http"\n/, ''],
  ['k8s.io/apimachinery/pkg/util/runtime/runtime.go', /r == http\.ErrAbortHandler/, 'false'],
]
