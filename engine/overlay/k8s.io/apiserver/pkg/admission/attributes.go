// Package admission has of a request what expressions can see of it.
package admission

import (
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/authentication/user"
)

type Operation string

const Create Operation = "CREATE"

type Attributes interface {
	GetName() string
	GetNamespace() string
	GetResource() schema.GroupVersionResource
	GetSubresource() string
	GetOperation() Operation
	GetOperationOptions() runtime.Object
	IsDryRun() bool
	GetObject() runtime.Object
	GetOldObject() runtime.Object
	GetKind() schema.GroupVersionKind
	GetUserInfo() user.Info
}

type ObjectInterfaces interface {
	GetObjectCreater() runtime.ObjectCreater
	GetObjectConvertor() runtime.ObjectConvertor
}
