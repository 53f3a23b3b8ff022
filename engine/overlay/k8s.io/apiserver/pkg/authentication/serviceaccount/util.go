package serviceaccount

import "k8s.io/apiserver/pkg/authentication/user"

type ServiceAccountInfo struct{ Name, Namespace string }

func (sa *ServiceAccountInfo) UserInfo() user.Info {
	return &user.DefaultInfo{Name: "system:serviceaccount:" + sa.Namespace + ":" + sa.Name}
}
