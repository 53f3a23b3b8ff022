// Package compatibility says which minor the engine stands for.
package compatibility

import "k8s.io/apimachinery/pkg/util/version"

// Version is that of new expressions: what the minor before it knows, too.
var Version *version.Version
