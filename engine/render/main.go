// Renders Helm charts and builds Kustomize's overlays with the code of Helm and Kustomize themselves. It runs as WebAssembly, without files, network or environment: a request comes in as JSON, and the
// answer goes out as JSON. How it is built says ../build.mjs.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// request is one of the two.
type request struct {
	Chart         *chartRequest         `json:"chart,omitempty"`
	Kustomization *kustomizationRequest `json:"kustomization,omitempty"`
}

// files are what a request brings: as text, or what is not text in Base64; or by their names and sizes, with the bytes themselves behind the request.
type files struct {
	Texts    map[string]string `json:"texts"`
	Binaries map[string][]byte `json:"binaries,omitempty"`
	Contents []struct {
		Name string `json:"name"`
		Size int    `json:"size"`
	} `json:"contents,omitempty"`
	behind []byte
}

func (f files) each(visit func(name string, content []byte) error) error {
	rest := f.behind
	for _, each := range f.Contents {
		if each.Size > len(rest) {
			return errors.New("the request is cut off")
		}
		if err := visit(each.Name, rest[:each.Size:each.Size]); err != nil {
			return err
		}
		rest = rest[each.Size:]
	}
	for name, text := range f.Texts {
		if err := visit(name, []byte(text)); err != nil {
			return err
		}
	}
	for name, content := range f.Binaries {
		if err := visit(name, content); err != nil {
			return err
		}
	}
	return nil
}

type failed struct {
	Failure string `json:"failure"`
}

func respond(in []byte) []byte {
	var r request
	var result any
	in, behind, _ := bytes.Cut(in, []byte{0})
	err := json.Unmarshal(in, &r)
	switch {
	case err != nil:
		result = failed{err.Error()}
	case r.Chart != nil:
		r.Chart.behind = behind
		result = safely(func() any { return r.Chart.render() })
	case r.Kustomization != nil:
		result = safely(func() any { return r.Kustomization.build() })
	default:
		result = failed{"nothing is asked for"}
	}
	out, err := json.Marshal(result)
	if err != nil {
		panic(err)
	}
	return out
}

// safely gives what a panic says as the answer: both libraries have places that a broken file brings to one.
func safely(run func() any) (result any) {
	defer func() {
		if cause := recover(); cause != nil {
			result = failed{fmt.Sprint(cause)}
		}
	}()
	return run()
}
