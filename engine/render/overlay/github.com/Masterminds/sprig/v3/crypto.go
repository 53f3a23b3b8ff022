package sprig

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash/adler32"
)

func sha512sum(input string) string {
	hash := sha512.Sum512([]byte(input))
	return hex.EncodeToString(hash[:])
}

func sha256sum(input string) string {
	hash := sha256.Sum256([]byte(input))
	return hex.EncodeToString(hash[:])
}

func sha1sum(input string) string {
	hash := sha1.Sum([]byte(input))
	return hex.EncodeToString(hash[:])
}

func adler32sum(input string) string { return fmt.Sprint(adler32.Checksum([]byte(input))) }

func decryptAES(password string, crypt64 string) (string, error) {
	if crypt64 == "" {
		return "", nil
	}
	key := make([]byte, 32)
	copy(key, []byte(password))
	crypt, err := base64.StdEncoding.DecodeString(crypt64)
	if err != nil {
		return "", err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	iv := crypt[:aes.BlockSize]
	crypt = crypt[aes.BlockSize:]
	decrypted := make([]byte, len(crypt))
	mode := cipher.NewCBCDecrypter(block, iv)
	mode.CryptBlocks(decrypted, crypt)
	return string(decrypted[:len(decrypted)-int(decrypted[len(decrypted)-1])]), nil
}

// All others make something else each time, and steady.go of podlint has them in their place.

func bcrypt() string { return "" }

func htpasswd() string { return "" }

func randBytes() string { return "" }

func uuidv4() string { return "" }

func derivePassword() string { return "" }

func encryptAES() string { return "" }

func generatePrivateKey() string { return "" }

func buildCustomCertificate() string { return "" }

func generateCertificateAuthority() string { return "" }

func generateSelfSignedCertificate() string { return "" }

func generateCertificateAuthorityWithPEMKey() string { return "" }

func generateSignedCertificate() string { return "" }

func generateSelfSignedCertificateWithPEMKey() string { return "" }

func generateSignedCertificateWithPEMKey() string { return "" }
