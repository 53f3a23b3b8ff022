package main

import (
	"encoding/json"
	"runtime"
	"runtime/debug"
)

// What almost every run asks first: for the newest minor, with one expression of each kind.
const firstRequest = `{"minor":37,"tasks":[
	{"schema":{"type":"object","x-kubernetes-validations":[{"rule":"self.a.size() < 9 && self.b.all(each, each != self.a)"}],"properties":{"a":{"type":"string","maxLength":9},"b":{"type":"array","maxItems":9,"items":{"type":"string","maxLength":9}}}}},
	{"admission":{"expressions":[{"role":"condition","text":"request.operation == 'CREATE'"},{"role":"validation","text":"object.spec.replicas <= 5"}]}}
]}`

// prepare does once, while the module is built, what each run would have to do before its first answer: build.mjs calls it, keeps the memory as it is then, and takes it away.
//
//go:wasmexport prepare
func prepare() {
	var first request
	if err := json.Unmarshal([]byte(firstRequest), &first); err != nil {
		panic(err)
	}
	for _, each := range first.run() {
		if each.Failure != "" || len(each.Faults) > 0 {
			panic("the first request is not answered")
		}
	}
	// Once more for what the first time has only marked as free.
	runtime.GC()
	runtime.GC()
	// The collector works in the thread that allocates: with memory to spare it need not come as often.
	debug.SetGCPercent(400)
}
