package badge

import (
	"bytes"
	"crypto/ed25519"
	"math/big"
	"slices"
	"strings"
)

// A key is called by its did:key, which is the public key itself in letters that can be read out: nothing has to be looked up
// anywhere to check a signature with it.
//
// Source: https://w3c-ccg.github.io/did-key-spec/ (z: base58; then the prefix of Ed25519 and the 32 bytes of the key).
const (
	method = "did:key:"
	base58 = "z" // what multibase calls it
)

// prefix says that an Ed25519 public key follows.
var prefix = []byte{0xed, 0x01}

// digits are those of base58: without those that look like one another.
const digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

// did is a key's name.
func did(key ed25519.PublicKey) string { return method + base58 + encode(slices.Concat(prefix, key)) }

// keyOf is the key that has a name, or nil where the name is no key's.
func keyOf(name string) ed25519.PublicKey {
	text, ok := strings.CutPrefix(name, method+base58)
	if !ok || len(text) > 2*ed25519.PublicKeySize {
		return nil
	}
	key, ok := bytes.CutPrefix(decode(text), prefix)
	if !ok || len(key) != ed25519.PublicKeySize || did(key) != name {
		return nil
	}
	return key
}

// encode writes bytes as a number in base 58; they begin with no zero.
func encode(data []byte) string {
	var out []byte
	n, base, digit := new(big.Int).SetBytes(data), big.NewInt(int64(len(digits))), new(big.Int)
	for n.Sign() > 0 {
		n.DivMod(n, base, digit)
		out = append(out, digits[digit.Int64()])
	}
	slices.Reverse(out)
	return string(out)
}

// decode is the number's bytes, nil where a letter is no digit.
func decode(text string) []byte {
	n, base := new(big.Int), big.NewInt(int64(len(digits)))
	for _, letter := range []byte(text) {
		at := strings.IndexByte(digits, letter)
		if at < 0 {
			return nil
		}
		n.Mul(n, base).Add(n, big.NewInt(int64(at)))
	}
	return n.Bytes()
}
