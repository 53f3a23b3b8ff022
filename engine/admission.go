package main

import (
	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"

	plugincel "k8s.io/apiserver/pkg/admission/plugin/cel"
	apiservercel "k8s.io/apiserver/pkg/cel"
	"k8s.io/apiserver/pkg/cel/environment"
)

// admission has the expressions of one policy, or of the match conditions of one webhook, in the order in which the server compiles them.
type admission struct {
	// Whether the policy has a paramKind.
	Params      bool         `json:"params"`
	Expressions []expression `json:"expressions"`
}

type expression struct {
	Role string `json:"role"`
	// Of a variable.
	Name string `json:"name"`
	Text string `json:"text"`
}

// role says which variables an expression sees, and what it has to be.
type role struct {
	returns    []*cel.Type
	composed   bool
	authorizer bool
	patches    bool
}

var roles = map[string]role{
	"variable":           {returns: []*cel.Type{cel.AnyType, cel.DynType}, composed: true, authorizer: true},
	"condition":          {returns: []*cel.Type{cel.BoolType}, authorizer: true},
	"validation":         {returns: []*cel.Type{cel.BoolType}, composed: true, authorizer: true},
	"message":            {returns: []*cel.Type{cel.StringType}, composed: true},
	"auditAnnotation":    {returns: []*cel.Type{cel.StringType, cel.NullType}, composed: true, authorizer: true},
	"applyConfiguration": {returns: []*cel.Type{types.NewObjectType("Object")}, composed: true, authorizer: true, patches: true},
	"jsonPatch":          {returns: []*cel.Type{cel.ListType(types.NewObjectType("JSONPatch"))}, composed: true, authorizer: true, patches: true},
}

func (e expression) GetExpression() string    { return e.Text }
func (e expression) GetName() string          { return e.Name }
func (e expression) ReturnTypes() []*cel.Type { return roles[e.Role].returns }

func (a *admission) check(env *environment.EnvSet) (faults []fault) {
	_, results := a.compile(env)
	for i, result := range results {
		if result.Error != nil {
			faults = append(faults, fault{Index: i, Type: typeOf(result.Error), Detail: result.Error.Detail})
		}
	}
	return faults
}

func (a *admission) compile(env *environment.EnvSet) (*plugincel.CompositedCompiler, []plugincel.CompilationResult) {
	composed, err := plugincel.NewCompositedCompiler(env)
	if err != nil {
		panic(err)
	}
	plain := compilerOf(env)
	results := make([]plugincel.CompilationResult, len(a.Expressions))
	for i, each := range a.Expressions {
		own := roles[each.Role]
		options := plugincel.OptionalVariableDeclarations{HasParams: a.Params, HasAuthorizer: own.authorizer, HasPatchTypes: own.patches}
		switch {
		case each.Role == "variable":
			results[i] = composed.CompileAndStoreVariable(each, options, environment.NewExpressions)
		case own.composed:
			results[i] = composed.CompileCELExpression(each, options, environment.NewExpressions)
		default:
			results[i] = plain.CompileCELExpression(each, options, environment.NewExpressions)
		}
	}
	return composed, results
}

var compilers = map[*environment.EnvSet]plugincel.Compiler{}

func compilerOf(env *environment.EnvSet) plugincel.Compiler {
	if compilers[env] == nil {
		compilers[env] = plugincel.NewCompiler(env)
	}
	return compilers[env]
}

func typeOf(err *apiservercel.Error) string {
	switch err.Type {
	case apiservercel.ErrorTypeRequired:
		return "Required"
	case apiservercel.ErrorTypeInvalid:
		return "Invalid"
	}
	return "InternalError"
}
