package main

import (
	"fmt"
	"path"
	"strings"

	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/api/types"
	"sigs.k8s.io/kustomize/kyaml/filesys"
)

// kustomizationRequest names folders with kustomizations among its files, each of which is built by itself.
type kustomizationRequest struct {
	files
	Roots []string `json:"roots"`
	// Whether each object says in an annotation which file it stems from.
	Origins bool `json:"origins,omitempty"`
}

type built struct {
	Text  string `json:"text,omitempty"`
	Error string `json:"error,omitempty"`
}

type kustomizationAnswer struct {
	Built []built `json:"built"`
}

const top = "/"

func (r *kustomizationRequest) build() (answer kustomizationAnswer) {
	system := filesys.MakeFsInMemory()
	err := r.each(func(name string, content []byte) error { return system.WriteFile(path.Join(top, name), content) })
	for i, root := range r.Roots {
		var text string
		if err == nil {
			text, err = r.buildOne(system, root, i)
		}
		if err != nil {
			answer.Built = append(answer.Built, built{Error: strings.TrimSpace(err.Error())})
			err = nil
		} else {
			answer.Built = append(answer.Built, built{Text: text})
		}
	}
	return answer
}

func (r *kustomizationRequest) buildOne(system filesys.FileSystem, root string, index int) (text string, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%v", cause)
		}
	}()
	folder := path.Join(top, root)
	if r.Origins {
		// A kustomization around it asks for the annotations; those below do as they would alone.
		around := path.Join(top, fmt.Sprintf(".podlint-%d", index))
		defer system.RemoveAll(around)
		if err := system.WriteFile(path.Join(around, "kustomization.yaml"), fmt.Appendf(nil, "buildMetadata: [originAnnotations]\nresources: [%q]\n", ".."+folder)); err != nil {
			return "", err
		}
		folder = around
	}
	options := krusty.MakeDefaultOptions()
	options.Reorder = krusty.ReorderOptionNone
	// What lies outside of the folder is there only if the request brings it.
	options.LoadRestrictions = types.LoadRestrictionsNone
	objects, err := krusty.MakeKustomizer(options).Run(system, folder)
	if err != nil {
		return "", err
	}
	out, err := objects.AsYaml()
	return string(out), err
}
