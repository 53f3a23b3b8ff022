package main

import (
	"context"
	stdjson "encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/interpreter"

	"k8s.io/apimachinery/pkg/util/json"
	plugincel "k8s.io/apiserver/pkg/admission/plugin/cel"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/cel/environment"
)

// policy is a ValidatingAdmissionPolicy, and the objects that are held against it.
type policy struct {
	// The same for the same policy: its expressions are compiled once.
	ID string `json:"id"`
	admission
	Inputs []input `json:"inputs"`
}

// input is one object that is created.
type input struct {
	Object stdjson.RawMessage `json:"object"`
	// What nobody can tell without a cluster.
	Unknown []unknown `json:"unknown,omitempty"`
	// In these, a map with the one key "\x00" stands for what nobody can tell, and has the name of that.
	Params    stdjson.RawMessage `json:"params"`
	Request   stdjson.RawMessage `json:"request"`
	Namespace stdjson.RawMessage `json:"namespace"`
}

type unknown struct {
	// The way to it, of fields and indices.
	Way  []any  `json:"way"`
	Name string `json:"name"`
}

const unknownKey = "\x00"

// outcome is what an expression says against an object, or why nobody can tell.
type outcome struct {
	Input int `json:"input"`
	// Of the expression.
	Index int `json:"index"`
	// Of the messageExpression.
	Message string   `json:"message,omitempty"`
	Error   string   `json:"error,omitempty"`
	Unknown []string `json:"unknown,omitempty"`
	// The way to the value of the object that was read last.
	Read []any `json:"read,omitempty"`
}

type compiledPolicy struct {
	composed *plugincel.CompositedCompiler
	results  []plugincel.CompilationResult
}

var policies = map[string]compiledPolicy{}

func (p *policy) evaluate(env *environment.EnvSet) (outcomes []outcome) {
	own, ok := policies[p.ID]
	if !ok {
		own.composed, own.results = p.compile(env)
		policies[p.ID] = own
	}
	for i, each := range p.Inputs {
		e := evaluation{policy: p, compiledPolicy: own, input: i}
		e.read(each)
		e.run()
		outcomes = append(outcomes, e.outcomes...)
	}
	return outcomes
}

// evaluation is that of one policy on one object, with one object of parameters.
type evaluation struct {
	compiledPolicy
	policy   *policy
	input    int
	outcomes []outcome
	reads    reads
	values   map[string]any
	unknown  []string
	context  plugincel.CompositionContext
}

func (e *evaluation) read(from input) {
	stored := asStored(from.Object)
	for _, each := range from.Unknown {
		set(stored, each.Way, e.unknownValue(each.Name))
	}
	object := e.reads.track(types.DefaultTypeAdapter.NativeToValue(stored), nil)
	e.values = map[string]any{
		plugincel.ObjectVarName:                    object,
		plugincel.OldObjectVarName:                 types.NullValue,
		plugincel.ParamsVarName:                    types.DefaultTypeAdapter.NativeToValue(e.value(from.Params)),
		plugincel.RequestVarName:                   types.DefaultTypeAdapter.NativeToValue(e.value(from.Request)),
		plugincel.NamespaceVarName:                 types.DefaultTypeAdapter.NativeToValue(e.value(from.Namespace)),
		plugincel.AuthorizerVarName:                e.unknownValue("authorizer"),
		plugincel.RequestResourceAuthorizerVarName: e.unknownValue("authorizer"),
	}
}

func (e *evaluation) value(text stdjson.RawMessage) any {
	if text == nil {
		return nil
	}
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		panic(err)
	}
	return e.withUnknowns(value)
}

func (e *evaluation) withUnknowns(value any) any {
	switch v := value.(type) {
	case map[string]any:
		if name, ok := v[unknownKey].(string); ok {
			return e.unknownValue(name)
		}
		for key, below := range v {
			v[key] = e.withUnknowns(below)
		}
	case []any:
		for i, below := range v {
			v[i] = e.withUnknowns(below)
		}
	}
	return value
}

// set goes as far as there is something.
func set(in any, way []any, value any) {
	for i, step := range way {
		isLast := i == len(way)-1
		switch key := step.(type) {
		case string:
			fields, ok := in.(map[string]any)
			if !ok {
				return
			}
			if isLast {
				fields[key] = value
			}
			in = fields[key]
		case float64:
			items, ok := in.([]any)
			if !ok || int(key) >= len(items) {
				return
			}
			if isLast {
				items[int(key)] = value
			}
			in = items[int(key)]
		}
	}
}

func (e *evaluation) unknownValue(name string) ref.Val {
	e.unknown = append(e.unknown, name)
	return types.NewUnknown(int64(len(e.unknown)-1), types.NewAttributeTrail(name))
}

func (e *evaluation) ResolveName(name string) (any, bool) {
	value, ok := e.values[name]
	return value, ok
}

func (e *evaluation) Parent() interpreter.Activation { return nil }

// run does what the server's validator does, in its order.
func (e *evaluation) run() {
	if !e.matches() {
		return
	}
	e.context = e.composed.CreateContext(context.Background())
	e.values[plugincel.VariableVarName] = e.context.Variables(e)
	budget := int64(celconfig.RuntimeCELCostBudget)
	for i, each := range e.policy.Expressions {
		if each.Role != "validation" {
			continue
		}
		e.reads.last = nil
		result, err := e.evaluate(i, &budget)
		found := outcome{Index: i, Read: e.reads.last}
		switch {
		case err != nil:
			found.Error = err.Error()
		case types.IsUnknown(result):
			found.Unknown = e.namesOf(result)
		case result == types.True:
			continue
		case i+1 < len(e.policy.Expressions) && e.policy.Expressions[i+1].Role == "message":
			found.Message = e.message(i+1, &budget)
		}
		e.add(found)
	}
	// What is written into the audit log is nobody's fault, but an error may be.
	budget = celconfig.RuntimeCELCostBudget
	for i, each := range e.policy.Expressions {
		if each.Role != "auditAnnotation" {
			continue
		}
		e.reads.last = nil
		if result, err := e.evaluate(i, &budget); err != nil {
			e.add(outcome{Index: i, Error: err.Error(), Read: e.reads.last})
		} else if types.IsUnknown(result) {
			e.add(outcome{Index: i, Unknown: e.namesOf(result)})
		}
	}
}

// matches: a single condition that is false suffices, whatever the others are. They see nothing of the namespace.
func (e *evaluation) matches() bool {
	namespace := e.values[plugincel.NamespaceVarName]
	e.values[plugincel.NamespaceVarName] = types.NullValue
	defer func() { e.values[plugincel.NamespaceVarName] = namespace }()
	budget := int64(celconfig.RuntimeCELCostBudgetMatchConditions)
	var open []outcome
	for i, each := range e.policy.Expressions {
		if each.Role != "condition" {
			continue
		}
		e.reads.last = nil
		result, err := e.evaluate(i, &budget)
		switch {
		case err != nil:
			open = append(open, outcome{Index: i, Error: err.Error(), Read: e.reads.last})
		case types.IsUnknown(result):
			open = append(open, outcome{Index: i, Unknown: e.namesOf(result)})
		case result == types.False:
			return false
		}
	}
	for _, each := range open {
		e.add(each)
	}
	return len(open) == 0
}

func (e *evaluation) evaluate(index int, budget *int64) (ref.Val, error) {
	result := e.results[index]
	text := e.policy.Expressions[index].Text
	if result.Error != nil {
		return nil, fmt.Errorf("compilation error: %v", result.Error)
	}
	var ctx context.Context = context.Background()
	if e.context != nil {
		ctx = e.context
	}
	value, details, err := result.Program.ContextEval(ctx, e)
	if e.context != nil {
		*budget -= e.context.GetAndResetCost()
	}
	if details != nil && details.ActualCost() != nil {
		*budget -= int64(min(*details.ActualCost(), math.MaxInt64))
	}
	if *budget < 0 {
		return nil, fmt.Errorf("validation failed due to running out of cost budget, no further validation rules will be run")
	}
	if err != nil {
		return nil, fmt.Errorf("expression '%s' resulted in error: %v", text, err)
	}
	return value, nil
}

// message is empty where the server takes another one.
func (e *evaluation) message(index int, budget *int64) string {
	result, err := e.evaluate(index, budget)
	if err != nil || result == nil {
		return ""
	}
	message, ok := result.Value().(string)
	message = strings.TrimSpace(message)
	if !ok || len(message) > celconfig.MaxEvaluatedMessageExpressionSizeBytes || strings.Contains(message, "\n") {
		return ""
	}
	return message
}

func (e *evaluation) namesOf(unknown ref.Val) (names []string) {
	for _, id := range unknown.(*types.Unknown).IDs() {
		names = append(names, e.unknown[id])
	}
	return names
}

func (e *evaluation) add(found outcome) {
	found.Input = e.input
	e.outcomes = append(e.outcomes, found)
}
