package main

import (
	"slices"
	"text/template/parse"
)

// value is the one path below .Values that a pipeline is about: `.Values.a.b | default "x" | quote`. Nil if there is none, or several.
func (w *walker) value(p *parse.PipeNode, dot []string) (found []string) {
	count := 0
	meet := func(path []string) {
		found = path
		count++
	}
	var visit func(n parse.Node)
	visit = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.PipeNode:
			for _, c := range n.Cmds {
				for _, argument := range c.Args {
					visit(argument)
				}
			}
		case *parse.FieldNode:
			switch {
			case dot == nil && n.Ident[0] == "Values":
				meet(n.Ident[1:])
			case len(dot) > 0:
				meet(slices.Concat(dot, n.Ident))
			}
		case *parse.VariableNode:
			if n.Ident[0] == "$" {
				if len(n.Ident) > 1 && n.Ident[1] == "Values" {
					meet(n.Ident[2:])
				}
			} else if path := w.variables[n.Ident[0]]; path != nil {
				meet(slices.Concat(path, n.Ident[1:]))
			}
		case *parse.DotNode:
			if len(dot) > 0 {
				meet(dot)
			}
		}
	}
	visit(&parse.PipeNode{Cmds: p.Cmds})
	if count != 1 || len(found) == 0 {
		return nil
	}
	return found
}

// declare remembers what the variables of a pipeline stand for.
func (w *walker) declare(p *parse.PipeNode, dot []string) {
	if p == nil || len(p.Decl) == 0 {
		return
	}
	path := w.value(p, dot)
	for _, each := range p.Decl {
		// One that is set again somewhere stands for several.
		if path == nil || p.IsAssign || w.variables[each.Ident[0]] != nil && !slices.Equal(w.variables[each.Ident[0]], path) {
			delete(w.variables, each.Ident[0])
		} else {
			w.variables[each.Ident[0]] = path
		}
	}
}

func (w *walker) forget(p *parse.PipeNode) {
	if p == nil {
		return
	}
	for _, each := range p.Decl {
		delete(w.variables, each.Ident[0])
	}
}
