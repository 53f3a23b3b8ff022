package main

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"helm.sh/helm/v4/pkg/chart/common"
	chart "helm.sh/helm/v4/pkg/chart/v2"
)

// Which text of a template became which text of the output is found with marks: letters that are put into the templates, come out with the text, and are taken out again. Each is three letters: what it
// is, and two digits of its number. Letters, for quoting functions leave them alone, of a script without upper and lower case.
const (
	openText  = 1024 + iota // to the end of the line: text of a template
	openCall                // what an action prints
	closeCall               // its end
	letterCount
)

// blocks of Unicode that have enough letters one after the other: Yi, Hangul, and ideographs seldom used. The first is taken of which a chart has none.
var blocks = []rune{0xA000, 0xAC00, 0x3400}

// place is what a mark stands for.
type place struct {
	file       int
	start, end int
	isText     bool
	// The one value that is printed, if that can be told.
	value []string
}

// places are in the answer. All offsets count UTF-16, as JavaScript does.
type places struct {
	// Templates of the request.
	Sources []string `json:"sources"`
	// Four numbers each: file, start, end, and the value's number among Values, -1 for none or -2 for text.
	Marks  []int      `json:"marks"`
	Values [][]string `json:"values"`
	// The calls that an output came through: two numbers each, the mark and the frame around, or -1.
	Frames []int `json:"frames"`
}

type marker struct {
	places
	block rune
	files map[string]int
	// Templates that a template made.
	made map[string]string
	// Frames by mark and frame around.
	frames map[[2]int]int
}

// newMarker puts marks into all templates of a chart.
func newMarker(c *chart.Chart, library *library, values map[string]any) (*marker, error) {
	m := &marker{places: places{Sources: []string{}, Marks: []int{}, Values: [][]string{}, Frames: []int{}}, files: map[string]int{}, made: map[string]string{}, frames: map[[2]int]int{}}
	texts := [][]byte{[]byte(fmt.Sprint(values))}
	for _, content := range library.contents {
		texts = append(texts, content)
	}
	for _, block := range blocks {
		if !slices.ContainsFunc(texts, func(text []byte) bool { return hasLetters(text, block) }) {
			m.block = block
			break
		}
	}
	if m.block == 0 {
		return nil, errors.New("the chart has letters of all scripts that could mark places")
	}
	var errs []error
	eachTemplate(c, func(name string, f *common.File) *common.File {
		source := library.origin(f.Data)
		text, err := m.instrument(name, source, string(f.Data), library.marked[source])
		if err != nil {
			errs = append(errs, err)
			return f
		}
		return &common.File{Name: f.Name, ModTime: f.ModTime, Data: []byte(text)}
	})
	return m, errors.Join(errs...)
}

// hasLetters says whether a text has letters of a block. Bytes that are no text may look like any letter.
func hasLetters(text []byte, block rune) bool {
	// Most texts have no letter of any such script, which is seen at the first bytes of theirs.
	first, last := string(block)[0], string(block + letterCount - 1)[0]
	if bytes.IndexByte(text, first) == -1 && bytes.IndexByte(text, last) == -1 {
		return false
	}
	return utf8.Valid(text) && bytes.ContainsFunc(text, func(r rune) bool { return r >= block && r < block+letterCount })
}

// functions are those that marked templates call.
func (m *marker) functions() template.FuncMap {
	return template.FuncMap{
		"__mark": m.wrap,
		"__plain": func(value any) any {
			if text, ok := value.(string); ok {
				return m.plain(text)
			}
			return value
		},
		"__template": m.template,
	}
}

// template has marks put into one that is made by a template.
func (m *marker) template(text string) string {
	text = m.plain(text)
	if known, ok := m.made[text]; ok {
		return known
	}
	marked, err := m.instrument("made", "", text, false)
	if err != nil {
		marked = text
	}
	m.made[text] = marked
	return marked
}

func (m *marker) file(source string) int {
	index, known := m.files[source]
	if !known {
		index = len(m.Sources)
		m.files[source] = index
		m.Sources = append(m.Sources, source)
	}
	return index
}

func (m *marker) add(p place) int {
	value := -1
	switch {
	case p.isText:
		value = -2
	case p.value != nil:
		value = len(m.Values)
		m.Values = append(m.Values, p.value)
	}
	m.Marks = append(m.Marks, p.file, p.start, p.end, value)
	return len(m.Marks)/4 - 1
}

func (m *marker) letters(kind rune, id int) string {
	return string([]rune{m.block + kind, m.block + rune(id>>10), m.block + rune(id&1023)})
}

func (m *marker) isMark(r rune) bool { return r >= m.block+openText && r < m.block+letterCount }

// plain takes the marks out of a text.
func (m *marker) plain(text string) string {
	if !strings.ContainsFunc(text, m.isMark) {
		return text
	}
	var b strings.Builder
	skip := 0
	for _, r := range text {
		if m.isMark(r) {
			skip = 3
		}
		if skip > 0 {
			skip--
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// wrap puts marks around what an action prints, but for the spaces at its ends: what trims must find them where they were.
func (m *marker) wrap(id int, value any) string {
	text := printed(value)
	first := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsSpace(r) })
	if first == -1 {
		return text
	}
	last := len(strings.TrimRightFunc(text, unicode.IsSpace))
	return text[:first] + m.letters(openCall, id) + text[first:last] + m.letters(closeCall, id) + text[last:]
}

// printed is what text/template prints for a value.
func printed(value any) string {
	if value == nil {
		return "<no value>"
	}
	if text, ok := value.(string); ok {
		return text
	}
	v := reflect.ValueOf(value)
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		switch v.Interface().(type) {
		case error, fmt.Stringer:
			return fmt.Sprint(v.Interface())
		}
		v = v.Elem()
	}
	return fmt.Sprint(v.Interface())
}

// unmark takes the marks out of what a file became, and says from where on it stems from which mark: three numbers each, the offset, the mark, and the innermost frame around it, or -1.
func (m *marker) unmark(marked string) (string, []int) {
	var b strings.Builder
	segments := []int{}
	frame, at := -1, 0
	digits := func(i int) (int, int) {
		high, n := utf8.DecodeRuneInString(marked[i:])
		low, n2 := utf8.DecodeRuneInString(marked[i+n:])
		return int(high-m.block)<<10 | int(low-m.block), i + n + n2
	}
	for i := 0; i < len(marked); {
		r, n := utf8.DecodeRuneInString(marked[i:])
		if !m.isMark(r) {
			b.WriteString(marked[i : i+n])
			at++
			if r > 0xFFFF {
				at++
			}
			i += n
			continue
		}
		id, next := digits(i + n)
		i = next
		switch r - m.block {
		case openText:
			segments = append(segments, at, id, frame)
		case openCall:
			segments = append(segments, at, id, frame)
			frame = m.frame(id, frame)
		case closeCall:
			if frame == -1 {
				continue
			}
			// What comes now belongs to the text around the call again, which has its mark before it.
			frame = m.Frames[frame*2+1]
		}
	}
	return b.String(), segments
}

func (m *marker) frame(id, around int) int {
	key := [2]int{id, around}
	index, known := m.frames[key]
	if !known {
		index = len(m.Frames) / 2
		m.frames[key] = index
		m.Frames = append(m.Frames, id, around)
	}
	return index
}
