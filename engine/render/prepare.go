//go:build wasip1

package main

import (
	"bytes"
	"runtime"
	"runtime/debug"
)

// What almost every run asks first.
var firstRequests = []string{
	`{"chart":{"folder":"web","renderings":[
		{"release":"release","namespace":"default","kubeVersion":"1.37.0","apiVersions":["v1"]},
		{"release":"release","namespace":"default","kubeVersion":"1.37.0","apiVersions":["v1"],"places":["web/templates/service.yaml"]}
	],"texts":{
		"web/Chart.yaml":"apiVersion: v2\nname: web\nversion: 1.0.0\n",
		"web/values.yaml":"port: 80\nlabels: {a: b}\n",
		"web/values.schema.json":"{\"type\":\"object\",\"properties\":{\"port\":{\"type\":\"integer\"}}}",
		"web/templates/_names.tpl":"{{- define \"web.name\" -}}{{ .Release.Name | trunc 63 | trimSuffix \"-\" }}{{- end }}",
		"web/templates/service.yaml":"apiVersion: v1\nkind: Service\nmetadata:\n  name: {{ include \"web.name\" . }}\n  labels: {{- toYaml .Values.labels | nindent 4 }}\nspec:\n  ports:\n    - port: {{ .Values.port | default 80 }}\n"
	}}}`,
	`{"kustomization":{"roots":["web"],"origins":true,"texts":{
		"web/kustomization.yaml":"resources: [service.yaml]\nnamePrefix: a-\npatches:\n  - patch: |-\n      apiVersion: v1\n      kind: Service\n      metadata: {name: web}\n      spec: {type: NodePort}\n",
		"web/service.yaml":"apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ports:\n    - port: 80\n"
	}}}`,
}

// prepare does once, while the module is built, what each run would have to do before its first answer: ../build.mjs calls it, keeps the memory as it is then, and takes it away.
//
//go:wasmexport prepare
func prepare() {
	for _, each := range firstRequests {
		if answer := respond([]byte(each)); !bytes.Contains(answer, []byte("port: 80")) {
			panic(string(answer))
		}
	}
	kept = nil
	// Once more for what the first time has only marked as free.
	runtime.GC()
	runtime.GC()
	// The collector works in the thread that allocates: with memory to spare it need not come as often.
	debug.SetGCPercent(400)
}
