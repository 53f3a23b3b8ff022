package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template/parse"
	"unicode"
	"unicode/utf8"
)

// instrument writes a template anew with marks in it. What it prints is the same but for the marks.
func (m *marker) instrument(name, source, text string, byteOrderMark bool) (string, error) {
	tree := parse.New(name)
	tree.Mode = parse.SkipFuncCheck
	trees := map[string]*parse.Tree{}
	if _, err := tree.Parse(text, "", "", trees); err != nil {
		return "", err
	}
	w := &walker{marker: m, index: m.file(source), text: text, variables: map[string][]string{}}
	w.count(byteOrderMark)
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(trees)) {
		each := trees[key]
		if key == name || each.Root == nil {
			continue
		}
		w.list(each.Root, nil)
		fmt.Fprintf(&b, "{{define %q}}%s{{end}}", key, each.Root.String())
	}
	if own := trees[name]; own != nil && own.Root != nil {
		w.list(own.Root, nil)
		b.WriteString(own.Root.String())
	}
	return b.String(), nil
}

type walker struct {
	*marker
	index int
	text  string
	// UTF-16 offsets of its bytes; nil if each letter is one.
	offsets []int32
	// What variables stand for, where that is a value.
	variables map[string][]string
}

// The value that the dot or a variable stands for: its path below .Values. What cannot be told is a path of this.
var unknown = []string{}

func (w *walker) count(byteOrderMark bool) {
	shift := int32(0)
	if byteOrderMark {
		shift = 1
	}
	ascii := true
	for i := 0; i < len(w.text) && ascii; i++ {
		ascii = w.text[i] < utf8.RuneSelf
	}
	if ascii && shift == 0 {
		return
	}
	w.offsets = make([]int32, len(w.text)+1)
	at := shift
	for i, r := range w.text {
		for j := range utf8.RuneLen(r) {
			if i+j < len(w.offsets) {
				w.offsets[i+j] = at
			}
		}
		at++
		if r > 0xFFFF {
			at++
		}
	}
	w.offsets[len(w.text)] = at
}

func (w *walker) offset(at int) int {
	if w.offsets == nil {
		return at
	}
	return int(w.offsets[at])
}

func (w *walker) mark(start, end int, isText bool, value []string) int {
	return w.add(place{file: w.index, start: w.offset(start), end: w.offset(end), isText: isText, value: value})
}

// list goes through nodes. The dot is the path below .Values that it stands for; nil where it is what the template was called with.
func (w *walker) list(l *parse.ListNode, dot []string) {
	if l == nil {
		return
	}
	for i, n := range l.Nodes {
		if replaced := w.node(n, dot); replaced != nil {
			l.Nodes[i] = replaced
		}
	}
}

func (w *walker) node(n parse.Node, dot []string) parse.Node {
	switch n := n.(type) {
	case *parse.TextNode:
		n.Text = w.marked(int(n.Pos), string(n.Text))
	case *parse.ActionNode:
		w.action(n, dot)
	case *parse.IfNode:
		w.declare(n.Pipe, dot)
		w.plainPipe(n.Pipe)
		w.list(n.List, dot)
		w.list(n.ElseList, dot)
	case *parse.WithNode:
		inner := w.value(n.Pipe, dot)
		if inner == nil {
			inner = unknown
		}
		w.declare(n.Pipe, dot)
		w.plainPipe(n.Pipe)
		w.list(n.List, inner)
		w.list(n.ElseList, dot)
	case *parse.RangeNode:
		w.forget(n.Pipe)
		w.plainPipe(n.Pipe)
		w.list(n.List, unknown)
		w.list(n.ElseList, dot)
	case *parse.TemplateNode:
		return w.called(n)
	}
	return nil
}

// called makes `template` an `include`, which prints the same and can be marked.
func (w *walker) called(n *parse.TemplateNode) parse.Node {
	name := &parse.StringNode{NodeType: parse.NodeString, Quoted: fmt.Sprintf("%q", n.Name), Text: n.Name}
	var given parse.Node = &parse.NilNode{NodeType: parse.NodeNil}
	if n.Pipe != nil {
		w.plainPipe(n.Pipe)
		given = n.Pipe
	}
	start, end := w.span(int(n.Pos))
	pipe := &parse.PipeNode{NodeType: parse.NodePipe, Cmds: []*parse.CommandNode{command("include", name, given), command("__mark", number(w.mark(start, end, false, nil)))}}
	return &parse.ActionNode{NodeType: parse.NodeAction, Pos: n.Pos, Line: n.Line, Pipe: pipe}
}

// marked has a mark before the first letter of each line.
func (w *walker) marked(at int, text string) []byte {
	var b strings.Builder
	fresh := true
	for i, r := range text {
		if r == '\n' {
			fresh = true
		} else if fresh && !unicode.IsSpace(r) {
			end := len(text)
			if n := strings.IndexByte(text[i:], '\n'); n != -1 {
				end = i + n
			}
			b.WriteString(w.letters(openText, w.mark(at+i, at+end, true, nil)))
			fresh = false
		}
		b.WriteRune(r)
	}
	// A brace at the end would join those of the action that follows, for written anew nothing keeps them apart.
	out := b.String()
	if strings.HasSuffix(out, "{") {
		out = out[:len(out)-1] + `{{"{"}}`
	}
	return []byte(out)
}

// keepsMarks are functions that change nothing but the spaces around what they are given.
var keepsMarks = map[string]bool{"nindent": true, "indent": true, "trim": true}

func (w *walker) action(n *parse.ActionNode, dot []string) {
	if len(n.Pipe.Decl) > 0 {
		w.declare(n.Pipe, dot)
		w.plainPipe(n.Pipe)
		return
	}
	start, end := w.span(int(n.Pos))
	value := w.value(n.Pipe, dot)
	first := function(n.Pipe.Cmds[0])
	keeps := first == "include" || first == "tpl"
	for _, c := range n.Pipe.Cmds[1:] {
		keeps = keeps && keepsMarks[function(c)]
	}
	if keeps {
		for _, c := range n.Pipe.Cmds {
			w.plainArguments(c)
		}
	} else {
		w.plainPipe(n.Pipe)
	}
	n.Pipe.Cmds = append(n.Pipe.Cmds, command("__mark", number(w.mark(start, end, false, value))))
}

// plainPipe has every include and tpl of a pipeline give its output without marks: conditions, checksums and variables see what they would have seen.
func (w *walker) plainPipe(p *parse.PipeNode) {
	if p == nil {
		return
	}
	var commands []*parse.CommandNode
	for _, c := range p.Cmds {
		w.plainArguments(c)
		commands = append(commands, c)
		if name := function(c); name == "include" || name == "tpl" {
			commands = append(commands, command("__plain"))
		}
	}
	p.Cmds = commands
}

func (w *walker) plainArguments(c *parse.CommandNode) {
	for _, argument := range c.Args {
		switch argument := argument.(type) {
		case *parse.PipeNode:
			w.plainPipe(argument)
		case *parse.ChainNode:
			if p, ok := argument.Node.(*parse.PipeNode); ok {
				w.plainPipe(p)
			}
		}
	}
	// A string that is a template gets its marks when it is known.
	if function(c) == "tpl" && len(c.Args) > 1 {
		c.Args[1] = &parse.PipeNode{NodeType: parse.NodePipe, Cmds: []*parse.CommandNode{{NodeType: parse.NodeCommand, Args: []parse.Node{c.Args[1]}}, command("__template")}}
	}
}

// span is where the braces of the action with something at this place are.
func (w *walker) span(at int) (int, int) {
	start := strings.LastIndex(w.text[:min(at+1, len(w.text))], "{{")
	if start == -1 {
		start = at
	}
	for i := at; i < len(w.text); i++ {
		switch {
		case w.text[i] == '"':
			for i++; i < len(w.text) && w.text[i] != '"'; i++ {
				if w.text[i] == '\\' {
					i++
				}
			}
		case w.text[i] == '`':
			i += 1 + max(strings.IndexByte(w.text[i+1:], '`'), 0)
		case strings.HasPrefix(w.text[i:], "}}"):
			return start, i + 2
		}
	}
	return start, len(w.text)
}

func command(name string, arguments ...parse.Node) *parse.CommandNode {
	return &parse.CommandNode{NodeType: parse.NodeCommand, Args: append([]parse.Node{parse.NewIdentifier(name)}, arguments...)}
}

func number(n int) *parse.NumberNode {
	return &parse.NumberNode{NodeType: parse.NodeNumber, IsInt: true, Int64: int64(n), Text: fmt.Sprint(n)}
}

func function(c *parse.CommandNode) string {
	if identifier, ok := c.Args[0].(*parse.IdentifierNode); ok {
		return identifier.Ident
	}
	return ""
}
