package main

import (
	"maps"
	"path"
	"slices"
	"strings"

	"helm.sh/helm/v4/pkg/chart/common"
	valuesutil "helm.sh/helm/v4/pkg/chart/common/util"
	chart "helm.sh/helm/v4/pkg/chart/v2"
	"helm.sh/helm/v4/pkg/chart/v2/loader"
	chartutil "helm.sh/helm/v4/pkg/chart/v2/util"
	"helm.sh/helm/v4/pkg/engine"
)

// chartRequest asks for one chart of its files, rendered in several ways.
type chartRequest struct {
	files
	Folder string `json:"folder"`
	// Folders of charts that may be what this one depends on.
	Local []string `json:"local,omitempty"`
	// The files are those of the request before.
	Again      bool        `json:"again,omitempty"`
	Renderings []rendering `json:"renderings"`
}

type rendering struct {
	// Texts in YAML, later ones over earlier ones.
	Values      []string `json:"values,omitempty"`
	Release     string   `json:"release"`
	Namespace   string   `json:"namespace"`
	KubeVersion string   `json:"kubeVersion"`
	APIVersions []string `json:"apiVersions"`
	// Whether `required` and `fail` let everything pass.
	Lenient bool `json:"lenient,omitempty"`
	// Whether the places of what is rendered are asked for, and for which files, by the names that Helm gives them.
	Places []string `json:"places,omitempty"`
}

type chartAnswer struct {
	// Of the chart itself: it cannot be loaded.
	Error string `json:"error,omitempty"`
	// There was no request before.
	Lost    bool       `json:"lost,omitempty"`
	Missing []missing  `json:"missing,omitempty"`
	Results []rendered `json:"results,omitempty"`
}

type rendered struct {
	Fault *fault `json:"fault,omitempty"`
	// Values that values.schema.json does not allow; not with places.
	Invalid []violation `json:"invalid,omitempty"`
	// That Chart.yaml demands another version of Kubernetes.
	Incompatible string `json:"incompatible,omitempty"`
	Files        []file `json:"files,omitempty"`
	*places
}

type file struct {
	// Helm's name for it, which begins with that of the chart.
	Name string `json:"name"`
	// Its template in the request; empty if that is in an archive.
	Source   string `json:"source,omitempty"`
	Text     string `json:"text"`
	Segments []int  `json:"segments,omitempty"`
}

// kept are the files of the last request.
var kept *library

func (r *chartRequest) render() (answer chartAnswer) {
	if !r.Again {
		var err error
		if kept, err = newLibrary(r.files, r.Local); err != nil {
			answer.Error = err.Error()
			return answer
		}
	}
	library := kept
	if library == nil {
		answer.Lost = true
		return answer
	}
	for i, each := range r.Renderings {
		// Rendering changes the chart that it is given.
		loaded, absent, err := library.load(r.Folder)
		if err != nil {
			answer.Error = err.Error()
			return answer
		}
		if i == 0 {
			answer.Missing = absent
		}
		answer.Results = append(answer.Results, each.run(loaded, library))
	}
	return answer
}

func (r *rendering) run(c *chart.Chart, library *library) (result rendered) {
	failing := func(err error) rendered {
		result.Fault = faultOf(err, nil)
		return result
	}
	values := map[string]any{}
	for _, text := range r.Values {
		next, err := loader.LoadValues(strings.NewReader(text))
		if err != nil {
			return failing(err)
		}
		values = loader.MergeMaps(values, next)
	}
	version, err := common.ParseKubeVersion(r.KubeVersion)
	if err != nil {
		return failing(err)
	}
	capabilities := common.DefaultCapabilities.Copy()
	capabilities.KubeVersion = *version
	capabilities.APIVersions = r.APIVersions
	if wanted := c.Metadata.KubeVersion; wanted != "" && !chartutil.IsCompatibleRange(wanted, version.String()) {
		result.Incompatible = wanted
		return result
	}
	if err := chartutil.ProcessDependencies(c, values); err != nil {
		return failing(err)
	}
	release := common.ReleaseOptions{Name: r.Release, Namespace: r.Namespace, IsInstall: true, Revision: 1}
	top, err := valuesutil.ToRenderValuesWithSchemaValidation(c, values, release, capabilities, true)
	if err != nil {
		return failing(err)
	}
	// Who asks for places has asked without before, and knows.
	if r.Places == nil {
		if merged, ok := top["Values"].(common.Values); ok {
			result.Invalid = library.violations(c, merged, nil)
		} else if merged, ok := top["Values"].(map[string]any); ok {
			result.Invalid = library.violations(c, merged, nil)
		}
	}
	sources := map[string]string{}
	eachTemplate(c, func(name string, f *common.File) *common.File {
		sources[name] = library.origin(f.Data)
		return f
	})
	functions := steady()
	maps.Copy(functions, refusals(r.Lenient))
	var m *marker
	if r.Places != nil {
		if m, err = newMarker(c, library, values); err != nil {
			return failing(err)
		}
		maps.Copy(functions, m.functions())
	}
	out, err := engine.Engine{CustomTemplateFuncs: functions}.Render(c, top)
	if err != nil {
		result.Fault = faultOf(err, sources)
		return result
	}
	for _, name := range slices.Sorted(maps.Keys(out)) {
		if path.Base(name) == "NOTES.txt" || strings.TrimSpace(out[name]) == "" {
			continue
		}
		each := file{Name: name, Source: sources[name], Text: out[name]}
		if m != nil {
			if !slices.Contains(r.Places, name) {
				continue
			}
			each.Text, each.Segments = m.unmark(out[name])
		}
		result.Files = append(result.Files, each)
	}
	if m != nil {
		result.places = &m.places
	}
	return result
}

// eachTemplate visits the templates of a chart and of all below it by the names that Helm gives them, and puts in their place what the visitor returns.
func eachTemplate(c *chart.Chart, visit func(name string, f *common.File) *common.File) {
	// One chart may be there several times, by aliases, with the same list.
	c.Templates = slices.Clone(c.Templates)
	for i, f := range c.Templates {
		c.Templates[i] = visit(path.Join(c.ChartFullPath(), f.Name), f)
	}
	for _, below := range c.Dependencies() {
		eachTemplate(below, visit)
	}
}
