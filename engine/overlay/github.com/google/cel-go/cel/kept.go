package cel

import (
	"strings"

	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/decls"
	"github.com/google/cel-go/interpreter"
)

// bound are the functions of an environment as programs find them. The API server makes an environment for each schema with rules; all of a minor have the same functions, and there are hundreds.
type bound struct {
	functions  map[string]*decls.FunctionDecl
	dispatcher interpreter.Dispatcher
}

var allBound []bound

const mostBound = 32

func dispatcherOf(functions map[string]*decls.FunctionDecl) (interpreter.Dispatcher, error) {
	for _, each := range allBound {
		if areSame(each.functions, functions) {
			return each.dispatcher, nil
		}
	}
	dispatcher := interpreter.NewDispatcher()
	for _, function := range functions {
		bindings, err := function.Bindings()
		if err != nil {
			return nil, err
		}
		if err := dispatcher.Add(bindings...); err != nil {
			return nil, err
		}
	}
	if len(allBound) < mostBound {
		allBound = append(allBound, bound{functions, dispatcher})
	}
	return dispatcher, nil
}

func areSame(one, other map[string]*decls.FunctionDecl) bool {
	if len(one) != len(other) {
		return false
	}
	for name, function := range one {
		if other[name] != function {
			return false
		}
	}
	return true
}

// source is a text, and the macros that it is read with.
type source struct{ text, macros string }

var parsed = map[source]*ast.AST{}

const mostParsed = 10_000

// parseOnce remembers expressions: the rules of a schema are compiled when the schema is checked, once more for each default above them, and for its objects.
func (e *Env) parseOnce(src Source) (*Ast, *Issues) {
	key := source{src.Content(), e.macroNames()}
	if known, ok := parsed[key]; ok {
		return &Ast{source: src, impl: ast.Copy(known)}, nil
	}
	tree, errs := e.prsr.Parse(src)
	if len(errs.GetErrors()) > 0 {
		return nil, &Issues{errs: errs}
	}
	if len(parsed) < mostParsed {
		// Checking its types changes a tree.
		parsed[key] = ast.Copy(tree)
	}
	return &Ast{source: src, impl: tree}, nil
}

func (e *Env) macroNames() string {
	var names strings.Builder
	for _, macro := range e.macros {
		names.WriteString(macro.MacroKey())
		names.WriteByte(' ')
	}
	return names.String()
}
