// Package badge is how a teacher vouches for a certificate: an Open Badge 3.0, which is a verifiable credential, signed with a key of
// hers as a JSON Web Token (Ed25519). Every program that knows Open Badges can read and check it, without a network: the key's name
// is the key.
//
// Sources: https://www.imsglobal.org/spec/ob/v3p0 (what a badge holds; 8.2, the JSON Web Token proof format);
// https://www.w3.org/TR/vc-data-model-2.0/; RFC 8037 (Ed25519 keys as JWK); RFC 6920 (names of things by their hash).
package badge

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/go-jose/go-jose/v4"

	"nekonote/nn/words"
)

// Key is a key with which certificates are signed. Its public half alone checks what was signed.
type Key struct {
	Name   string // of its holder, as she has given it
	Public ed25519.PublicKey
	secret ed25519.PrivateKey // nil in a public half
}

// New makes a key.
func New(name string) (Key, error) {
	public, secret, err := ed25519.GenerateKey(rand.Reader)
	return Key{Name: name, Public: public, secret: secret}, err
}

// DID is the key's name: whoever has it can check what was signed with the key.
func (k Key) DID() string { return did(k.Public) }

// method is what a credential calls the key by: the did:key method has one key to a name, called like it.
func (k Key) method() string { return k.DID() + "#" + strings.TrimPrefix(k.DID(), method) }

// LongestName is how many letters a holder's name may have.
const LongestName = 80

// largest is the size of a file with a key that is still read: one has some hundreds of bytes.
const largest = 64 << 10

var (
	sayThere = words.T("There is a file %s already. It stays as it is, since it may be a key: name another file.",
		"%s というファイルがすでにあります。鍵かもしれないので、上書きはしません。別の名前を指定してください。")
	sayGone = words.T("There is no file %s. A key is made with `go run ./kernel key %[1]s`.", "%s というファイルがありません。鍵は `go run ./kernel key %[1]s` で作れます。")
	sayNoID = words.T("%s is no key: a did:key for Ed25519 begins with did:key:z6Mk and has 56 letters. Copy it whole.",
		"%s は鍵ではありません。Ed25519 の did:key は did:key:z6Mk で始まる 56 文字です。全体をコピーしてください。")
	sayNoKey = words.T("%s holds no key of Nekonote: `go run ./kernel key` writes one, as JSON (a JWK for Ed25519, with a name).",
		"%s に Nekonote の鍵がありません。鍵は `go run ./kernel key` が JSON（名前の付いた Ed25519 の JWK）で書き出します。")
	sayHalf = words.T("%s is the public half of a key, which only checks. Sign with the file that `go run ./kernel key` has written beside it, without .pub.",
		"%s は公開鍵で、確かめることしかできません。署名には、`go run ./kernel key` が同じ場所に書いた、.pub の付かないファイルを使ってください。")
)

// PublicFile is the file of the public half, beside the key's.
func PublicFile(path string) string { return path + ".pub" }

// Keep writes the key into a new file that its owner alone can read, and its public half into another beside it, for everyone. A
// file that is there already stays.
func (k Key) Keep(path string) error {
	if err := k.write(path, 0o600); err != nil {
		return err
	}
	half := Key{Name: k.Name, Public: k.Public}
	if err := half.write(PublicFile(path), 0o644); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}

// write writes what there is of the key as a JWK with a name.
func (k Key) write(path string, mode fs.FileMode) error {
	jwk := jose.JSONWebKey{Key: k.Public, KeyID: k.method(), Algorithm: string(jose.EdDSA), Use: "sig"}
	if k.secret != nil {
		jwk.Key = k.secret
	}
	plain, err := jwk.MarshalJSON()
	if err != nil {
		return err
	}
	members := map[string]any{}
	if err := json.Unmarshal(plain, &members); err != nil {
		return err
	}
	members["name"] = k.Name
	text, err := json.MarshalIndent(members, "", "  ")
	if err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return errors.New(sayThere.Fill(path).String())
	}
	if err != nil {
		return err
	}
	_, err = file.Write(append(text, '\n'))
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return errors.Join(err, os.Remove(path)) // half a key is none, and would keep its name taken
	}
	return nil
}

// Secret reads a key to sign with.
func Secret(path string) (Key, error) {
	k, err := read(path)
	if err == nil && k.secret == nil {
		err = errors.New(sayHalf.Fill(path).String())
	}
	return k, err
}

// Known is the key that somebody knows: a file with its public half, or its name.
func Known(given string) (Key, error) {
	if strings.HasPrefix(given, "did:") {
		if key := keyOf(given); key != nil {
			return Key{Public: key}, nil
		}
		return Key{}, errors.New(sayNoID.Fill(given).String())
	}
	k, err := read(given)
	return Key{Name: k.Name, Public: k.Public}, err
}

// read reads a file that may be any.
func read(path string) (Key, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Key{}, errors.New(sayGone.Fill(path).String())
	}
	if err != nil {
		return Key{}, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, largest))
	if err != nil {
		return Key{}, fmt.Errorf("%s: %w", path, err)
	}
	k, ok := parseKey(text)
	if !ok {
		return Key{}, errors.New(sayNoKey.Fill(path).String())
	}
	return k, nil
}

// parseKey reads what write has written.
func parseKey(text []byte) (k Key, ok bool) {
	var jwk jose.JSONWebKey
	var named struct {
		Name string `json:"name"`
	}
	if json.Unmarshal(text, &named) != nil || json.Unmarshal(text, &jwk) != nil || utf8.RuneCountInString(named.Name) > LongestName {
		return Key{}, false
	}
	k.Name = named.Name
	switch key := jwk.Key.(type) {
	case ed25519.PrivateKey:
		k.secret, k.Public = key, key.Public().(ed25519.PublicKey)
	case ed25519.PublicKey:
		k.Public = key
	}
	return k, len(k.Public) == ed25519.PublicKeySize && jwk.IsPublic() == (k.secret == nil)
}
