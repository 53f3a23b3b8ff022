package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// violation is a value that the values.schema.json of a chart does not allow.
type violation struct {
	// The names of the subcharts that lead to the chart with the schema.
	Chart []string `json:"chart,omitempty"`
	// Where in the values of that chart.
	Path    []string `json:"path"`
	Message string   `json:"message"`
	// What is wrong is the schema itself.
	Schema bool `json:"schema,omitempty"`
}

// violations are what makes Helm refuse the values, one by one.
func (l *library) violations(c *chart.Chart, values map[string]any, names []string) (found []violation) {
	if c.Schema != nil {
		found = l.validate(c.Schema, values, names)
	}
	for _, below := range c.Dependencies() {
		deeper := append(append([]string(nil), names...), below.Name())
		switch own := values[below.Name()].(type) {
		case nil:
		case map[string]any:
			found = append(found, l.violations(below, own, deeper)...)
		default:
			found = append(found, violation{Chart: names, Path: []string{below.Name()}, Message: fmt.Sprintf("got %T, want object", own)})
		}
	}
	return found
}

func (l *library) validate(schema []byte, values map[string]any, names []string) (found []violation) {
	broken := func(err error) []violation {
		return []violation{{Chart: names, Path: []string{}, Message: err.Error(), Schema: true}}
	}
	defer func() {
		if cause := recover(); cause != nil {
			found = broken(fmt.Errorf("%v", cause))
		}
	}()
	compiled, err := l.compile(schema)
	if err != nil {
		return broken(err)
	}
	err = compiled.Validate(values)
	if err == nil {
		return nil
	}
	invalid, ok := errors.AsType[*jsonschema.ValidationError](err)
	if !ok {
		return broken(err)
	}
	printer := message.NewPrinter(language.English)
	for _, cause := range causes(invalid) {
		found = append(found, violation{Chart: names, Path: append([]string{}, cause.InstanceLocation...), Message: cause.ErrorKind.LocalizedString(printer)})
	}
	// Their order is that of Go's maps, which is none.
	slices.SortFunc(found, func(a, b violation) int {
		return cmp.Or(slices.Compare(a.Path, b.Path), strings.Compare(a.Message, b.Message))
	})
	return found
}

// compile does once for a schema what takes as long as to render the chart.
func (l *library) compile(schema []byte) (*jsonschema.Schema, error) {
	if known, ok := l.schemas[string(schema)]; ok {
		return known, nil
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.UseLoader(nowhere{})
	const name = "file:///values.schema.json"
	if err := compiler.AddResource(name, document); err != nil {
		return nil, err
	}
	compiled, err := compiler.Compile(name)
	if err == nil {
		l.schemas[string(schema)] = compiled
	}
	return compiled, err
}

// causes are the errors that no other one explains. Of alternatives the one counts that got furthest.
func causes(e *jsonschema.ValidationError) []*jsonschema.ValidationError {
	if len(e.Causes) == 0 {
		return []*jsonschema.ValidationError{e}
	}
	var all []*jsonschema.ValidationError
	for _, cause := range e.Causes {
		all = append(all, causes(cause)...)
	}
	keyword := e.ErrorKind.KeywordPath()
	if len(keyword) > 0 && (keyword[0] == "anyOf" || keyword[0] == "oneOf") {
		deepest := all[:1]
		for _, each := range all[1:] {
			if len(each.InstanceLocation) > len(deepest[0].InstanceLocation) {
				deepest = []*jsonschema.ValidationError{each}
			}
		}
		if len(deepest[0].InstanceLocation) == len(e.InstanceLocation) {
			return []*jsonschema.ValidationError{e}
		}
		return deepest
	}
	return all
}

// nowhere is where schemas that a schema names are looked for.
type nowhere struct{}

func (nowhere) Load(address string) (any, error) {
	// Helm takes what it cannot resolve for a schema that allows everything.
	if strings.HasPrefix(address, "urn:") {
		return true, nil
	}
	return nil, fmt.Errorf("%s is not fetched: podlint uses no network", address)
}
