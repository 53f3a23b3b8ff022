package main

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
	"unsafe"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"helm.sh/helm/v4/pkg/chart/loader/archive"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/ignore"
)

var byteOrderMark = []byte{0xEF, 0xBB, 0xBF}

// library has the files of a request by the folders of the charts that they belong to.
type library struct {
	contents map[string][]byte
	// Folders of charts that may be what another one depends on.
	local []string
	// Where in the request the content lies that Helm hands around.
	origins map[*byte]string
	// Files that begin with a byte order mark, which Helm takes away.
	marked map[string]bool
	// values.schema.json by its text, ready to be used.
	schemas map[string]*jsonschema.Schema
}

func newLibrary(f files, local []string) (*library, error) {
	l := &library{map[string][]byte{}, local, map[*byte]string{}, map[string]bool{}, map[string]*jsonschema.Schema{}}
	err := f.each(func(name string, content []byte) error {
		content, l.marked[name] = bytes.CutPrefix(content, byteOrderMark)
		l.contents[name] = content
		if len(content) > 0 {
			l.origins[unsafe.SliceData(content)] = name
		}
		return nil
	})
	return l, err
}

// origin says which file of the request has this content. Empty for one out of an archive.
func (l *library) origin(content []byte) string { return l.origins[unsafe.SliceData(content)] }

type missing struct {
	// The folder of the chart that wants it.
	By         string `json:"by"`
	Name       string `json:"name"`
	Version    string `json:"version,omitempty"`
	Repository string `json:"repository,omitempty"`
}

// load reads the chart of a folder as Helm does, and adds what it depends on from other folders of the request.
func (l *library) load(folder string, within ...string) (*chart.Chart, []missing, error) {
	list, err := l.list(folder)
	if err != nil {
		return nil, nil, err
	}
	loaded, err := loader.LoadFiles(list)
	if err != nil {
		return nil, nil, err
	}
	absent, err := l.complete(loaded, folder, append(within, folder))
	return loaded, absent, err
}

// complete adds to a chart the dependencies that its folder does not have.
func (l *library) complete(c *chart.Chart, folder string, within []string) (absent []missing, err error) {
	for _, present := range c.Dependencies() {
		deeper, err := l.complete(present, path.Join(folder, "charts", present.Name()), within)
		if err != nil {
			return nil, err
		}
		absent = append(absent, deeper...)
	}
	for _, wanted := range c.Metadata.Dependencies {
		if wanted == nil || slices.ContainsFunc(c.Dependencies(), func(present *chart.Chart) bool { return satisfies(present, wanted) }) {
			continue
		}
		found, deeper := l.find(wanted, folder, within)
		if found == nil {
			absent = append(absent, missing{folder, wanted.Name, wanted.Version, wanted.Repository})
			continue
		}
		c.AddDependency(found)
		absent = append(absent, deeper...)
	}
	return absent, nil
}

// find looks for a dependency in the folder that its repository names, else among all that are there.
func (l *library) find(wanted *chart.Dependency, folder string, within []string) (*chart.Chart, []missing) {
	candidates := l.local
	if named, ok := strings.CutPrefix(wanted.Repository, "file://"); ok {
		candidates = []string{path.Join(folder, named)}
	}
	for _, candidate := range candidates {
		// To load a chart takes long: only one that may have the name.
		if slices.Contains(within, candidate) || !bytes.Contains(l.contents[path.Join(candidate, "Chart.yaml")], []byte(wanted.Name)) {
			continue
		}
		if found, absent, err := l.load(candidate, within...); err == nil && satisfies(found, wanted) {
			return found, absent
		}
	}
	return nil, nil
}

func satisfies(c *chart.Chart, wanted *chart.Dependency) bool {
	return c.Metadata != nil && c.Name() == wanted.Name && chartutil.IsCompatibleRange(wanted.Version, c.Metadata.Version)
}

// list has the files of a folder that .helmignore leaves, in the order in which Helm meets them.
func (l *library) list(folder string) (list []*archive.BufferedFile, err error) {
	rules := ignore.Empty()
	if text, ok := l.contents[path.Join(folder, ignore.HelmIgnore)]; ok {
		if rules, err = ignore.Parse(bytes.NewReader(text)); err != nil {
			return nil, err
		}
	}
	rules.AddDefaults()
	ignored := map[string]bool{}
	isIgnored := func(name string, isFolder bool) bool {
		result, known := ignored[name]
		if !known {
			result = rules.Ignore(name, entry{path.Base(name), isFolder})
			ignored[name] = result
		}
		return result
	}
	for name, content := range l.contents {
		within := name
		if folder != "." && folder != "" {
			var ok bool
			if within, ok = strings.CutPrefix(name, folder+"/"); !ok {
				continue
			}
		}
		skip := isIgnored(within, false)
		for parent := path.Dir(within); parent != "." && !skip; parent = path.Dir(parent) {
			skip = isIgnored(parent, true)
		}
		if !skip {
			list = append(list, &archive.BufferedFile{Name: within, Data: content})
		}
	}
	if len(list) == 0 {
		return nil, errors.New("there are no files")
	}
	slices.SortFunc(list, func(a, b *archive.BufferedFile) int { return strings.Compare(a.Name, b.Name) })
	return list, nil
}

// entry is what the rules of .helmignore want to know of a file.
type entry struct {
	name     string
	isFolder bool
}

func (e entry) Name() string       { return e.name }
func (e entry) IsDir() bool        { return e.isFolder }
func (e entry) Size() int64        { return 0 }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) Sys() any           { return nil }

func (e entry) Mode() fs.FileMode {
	if e.isFolder {
		return fs.ModeDir
	}
	return 0
}
