package main

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"fmt"
	"hash/fnv"
	"strings"
	"text/template"
	"time"
)

type certificate struct{ Cert, Key string }

// steady replaces what differs from run to run or takes seconds: the same chart gives the same text.
func steady() template.FuncMap {
	count := 0
	letters := func(n int) string {
		if n <= 0 {
			return ""
		}
		count++
		hash := fnv.New64a()
		fmt.Fprint(hash, count)
		text := fmt.Sprintf("%016x", hash.Sum64())
		return strings.Repeat(text, n/len(text)+1)[:n]
	}
	certify := func(...any) (certificate, error) { return keyPair(), nil }
	bcrypt := func(string) string { return "$2a$10$" + letters(53) }
	return template.FuncMap{
		"now":                      func() time.Time { return time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC) },
		"ago":                      func(any) string { return "0s" },
		"randAlphaNum":             letters,
		"randAlpha":                letters,
		"randAscii":                letters,
		"randNumeric":              func(n int) string { return strings.Repeat("7", max(n, 0)) },
		"randBytes":                func(n int) (string, error) { return base64.StdEncoding.EncodeToString([]byte(letters(n))), nil },
		"randInt":                  func(least, _ int) int { return least },
		"shuffle":                  func(s string) string { return s },
		"uuidv4":                   func() string { return "00000000-0000-4000-8000-000000000000" },
		"genPrivateKey":            func(string) string { return keyPair().Key },
		"genCA":                    certify,
		"genCAWithKey":             certify,
		"genSelfSignedCert":        certify,
		"genSelfSignedCertWithKey": certify,
		"genSignedCert":            certify,
		"genSignedCertWithKey":     certify,
		"buildCustomCert":          certify,
		"bcrypt":                   bcrypt,
		"htpasswd":                 func(user, password string) string { return user + ":" + bcrypt(password) },
		"derivePassword":           func(...any) string { return letters(20) },
		"encryptAES":               encryptAES,
	}
}

// keyPair signs itself, and belongs together: what looks at certificates has nothing to say of it. Its key is that of Ed25519 whose seed is zero.
func keyPair() certificate {
	key := append([]byte{0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20}, make([]byte, 32)...)
	encode := func(what, text string) string {
		return fmt.Sprintf("-----BEGIN %s-----\n%s-----END %s-----\n", what, text, what)
	}
	return certificate{encode("CERTIFICATE", selfSigned), encode("PRIVATE KEY", base64.StdEncoding.EncodeToString(key)+"\n")}
}

// selfSigned is a CA, and a server called podlint, from 2026 on for a hundred years.
const selfSigned = `MIIBGjCBzaADAgECAgEBMAUGAytlcDASMRAwDgYDVQQDEwdwb2RsaW50MCAXDTI2
MDEwMTAwMDAwMFoYDzIxMjYwMTAxMDAwMDAwWjASMRAwDgYDVQQDEwdwb2RsaW50
MCowBQYDK2VwAyEAO2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2imjRjBE
MA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0OBBYEFBOeOUDmS1SRciCI2aDXQWKPyCbg
MBIGA1UdEQQLMAmCB3BvZGxpbnQwBQYDK2VwA0EAAO32ORTg0kAA9YjlImfoD3Lk
WolC5HyPTjTQi4i6eiPjRMHizInMZQXGWErcaaIJQqHb4009SOm3dlUv7L/5CQ==
`

// encryptAES is Sprig's, with the same vector each time.
func encryptAES(password, text string) (string, error) {
	key := make([]byte, 32)
	copy(key, password)
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	padding := aes.BlockSize - len(text)%aes.BlockSize
	content := []byte(text + strings.Repeat(string(rune(padding)), padding))
	out := make([]byte, aes.BlockSize+len(content))
	cipher.NewCBCEncrypter(block, out[:aes.BlockSize]).CryptBlocks(out[aes.BlockSize:], content)
	return base64.StdEncoding.EncodeToString(out), nil
}

// refusals are what a chart says of values that it cannot do with. Helm's own hide in which helper that was.
func refusals(lenient bool) template.FuncMap {
	refuse := func(message string, otherwise any) (any, error) {
		if lenient {
			return otherwise, nil
		}
		// In letters that nothing on the way takes for the end of an error.
		return nil, fmt.Errorf("%s%x", refusalPrefix, message)
	}
	return template.FuncMap{
		"required": func(message string, value any) (any, error) {
			if value == nil || value == "" {
				return refuse(message, "")
			}
			return value, nil
		},
		"fail": func(message string) (any, error) { return refuse(message, "") },
	}
}

const refusalPrefix = "podlint refusal "
