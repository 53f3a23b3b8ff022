// Package rest has nobody to talk to.
package rest

type Config struct{}
