//go:build wasip1

package main

import "unsafe"

var in, out []byte

//go:wasmexport reserve
func reserve(size int32) unsafe.Pointer {
	in = make([]byte, size)
	return unsafe.Pointer(unsafe.SliceData(in))
}

//go:wasmexport answer
func answer() int32 {
	out = respond(in)
	in = nil
	return int32(len(out))
}

//go:wasmexport result
func result() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(out)) }

func main() {}
