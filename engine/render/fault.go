package main

import (
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"
)

// fault is why a chart cannot be rendered.
type fault struct {
	Message string `json:"message"`
	// What a chart says by `required` or `fail`.
	Refusal bool `json:"refusal,omitempty"`
	// Helm's own words in full.
	Full string `json:"full"`
	// Where, from the file that is rendered to the innermost helper.
	Places []spot `json:"places,omitempty"`
}

// spot is a line of a template, from 1, and a byte in it, from 0, or -1.
type spot struct {
	Name   string `json:"name"`
	Source string `json:"source,omitempty"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

var (
	located = regexp.MustCompile(`([^\s():"<>]+):(\d+)(?::(\d+))?`)
	inHex   = regexp.MustCompile(`^[0-9a-f]*`)
	calling = regexp.MustCompile(`^(?:error calling [\w.]+: )+`)
)

// faultOf reads what Helm says. Sources are the templates by their names.
func faultOf(err error, sources map[string]string) *fault {
	text := strings.TrimSpace(err.Error())
	f := &fault{Full: text}
	for _, found := range located.FindAllStringSubmatch(text, -1) {
		source, known := sources[found[1]]
		if !known {
			continue
		}
		line, _ := strconv.Atoi(found[2])
		column := -1
		if found[3] != "" {
			column, _ = strconv.Atoi(found[3])
		}
		next := spot{found[1], source, line, column}
		if len(f.Places) == 0 || f.Places[len(f.Places)-1] != next {
			f.Places = append(f.Places, next)
		}
	}
	if _, encoded, found := strings.Cut(text, refusalPrefix); found {
		if message, err := hex.DecodeString(inHex.FindString(encoded)); err == nil {
			f.Refusal = true
			f.Message = strings.TrimSpace(string(message))
			f.Full = f.Message
			return f
		}
	}
	lines := strings.Split(text, "\n")
	last := strings.TrimSpace(lines[len(lines)-1])
	if rest, found := strings.CutPrefix(last, "parse error at ("); found {
		if _, message, found := strings.Cut(rest, "): "); found {
			last = message
		}
	}
	f.Message = calling.ReplaceAllString(last, "")
	return f
}
