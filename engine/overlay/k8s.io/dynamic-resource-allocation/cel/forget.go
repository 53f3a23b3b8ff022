package cel

// Forget makes the next compiler one for the version that is set by then.
func Forget() {
	layzCompilerMutex.Lock()
	defer layzCompilerMutex.Unlock()
	lazyCompiler = nil
}
