// The expressions of Kubernetes, compiled and judged by the code of the API server itself. It runs as WebAssembly, without files, network or environment: a request comes in as JSON, and the answer
// goes out as JSON. How it is built says build.mjs.
package main

import (
	"encoding/json"
	"fmt"
	"unsafe"

	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/cel/environment"
	"k8s.io/apiserver/pkg/util/compatibility"
	dracel "k8s.io/dynamic-resource-allocation/cel"
)

// request is one batch: tasks of one minor of Kubernetes.
type request struct {
	Minor uint   `json:"minor"`
	Tasks []task `json:"tasks"`
}

type task struct {
	Schema    json.RawMessage `json:"schema,omitempty"`
	Admission *admission      `json:"admission,omitempty"`
	Devices   []string        `json:"devices,omitempty"`
	Resources *resources      `json:"resources,omitempty"`
	Policy    *policy         `json:"policy,omitempty"`
}

// fault is what the server would say of one field.
type fault struct {
	// Of an expression among those of the task, or of an object.
	Index int `json:"index"`
	// As the server prints it.
	Path   string `json:"path,omitempty"`
	Type   string `json:"type"`
	Detail string `json:"detail"`
}

type answer struct {
	Faults   []fault   `json:"faults,omitempty"`
	Outcomes []outcome `json:"outcomes,omitempty"`
	// Why there is no answer.
	Failure string `json:"failure,omitempty"`
}

func (t task) run(env *environment.EnvSet, minor uint) (result answer) {
	defer func() {
		if cause := recover(); cause != nil {
			result = answer{Failure: fmt.Sprint(cause)}
		}
	}()
	switch {
	case t.Schema != nil:
		result.Faults = checkSchema(t.Schema, env)
	case t.Admission != nil:
		result.Faults = t.Admission.check(env)
	case t.Devices != nil:
		result.Faults = checkDevices(t.Devices, minor)
	case t.Resources != nil:
		result.Faults = t.Resources.validate()
	case t.Policy != nil:
		result.Outcomes = t.Policy.evaluate(env)
	}
	return result
}

func (r request) run() []answer {
	// New expressions may use what the minor before knows, too.
	previous := version.MajorMinor(1, r.Minor-1)
	if compatibility.Version == nil || !compatibility.Version.EqualTo(previous) {
		compatibility.Version = previous
		dracel.Forget()
	}
	env := environment.MustBaseEnvSet(previous)
	answers := make([]answer, len(r.Tasks))
	for i, t := range r.Tasks {
		answers[i] = t.run(env, r.Minor)
	}
	return answers
}

var in, out []byte

//go:wasmexport reserve
func reserve(size int32) unsafe.Pointer {
	in = make([]byte, size)
	return unsafe.Pointer(unsafe.SliceData(in))
}

//go:wasmexport answer
func respond() int32 {
	var r request
	err := json.Unmarshal(in, &r)
	in = nil
	if err == nil {
		out, err = json.Marshal(r.run())
	}
	if err != nil {
		panic(err)
	}
	return int32(len(out))
}

//go:wasmexport result
func result() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(out)) }

func main() {}
