package main

import (
	resourceapi "k8s.io/api/resource/v1"
	"k8s.io/apiserver/pkg/cel/environment"
	dracel "k8s.io/dynamic-resource-allocation/cel"
)

// checkDevices judges selectors of devices.
func checkDevices(expressions []string, minor uint) (faults []fault) {
	compiler := dracel.GetCompiler(dracel.Features{EnableConsumableCapacity: minor >= 36})
	mode := environment.NewExpressions
	for i, each := range expressions {
		result := compiler.CompileCELExpression(each, dracel.Options{EnvType: &mode})
		if result.Error != nil {
			faults = append(faults, fault{Index: i, Type: typeOf(result.Error), Detail: result.Error.Detail})
		} else if result.MaxCost > resourceapi.CELSelectorExpressionMaxCost {
			faults = append(faults, fault{Index: i, Type: "Forbidden", Detail: "too complex, exceeds cost limit"})
		}
	}
	return faults
}
