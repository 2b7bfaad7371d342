package badge

import (
	"bytes"
	"crypto/ed25519"
	_ "embed"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"nekonote/kernel/needs"
	"nekonote/kernel/setup"
	"nekonote/nn/words"
)

// page is what a signed page says.
var page = []byte(`{"version":"1","name":"A Learner"}`)

func award() Award {
	return Award{Learner: "A Learner", Lang: words.English, Version: "1", Name: "A course", Description: "All is solved.", Criteria: "Solve all.", Narrative: "A page.", At: time.Now()}
}

func key(t testing.TB) Key {
	t.Helper()
	k, err := New("A Teacher 先生")
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func sign(t testing.TB, k Key) string {
	t.Helper()
	text, err := k.Sign(award(), page)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// state is what a check finds in a badge of a page that says this.
func state(t testing.TB, text string, page []byte) State {
	t.Helper()
	s, ok := Read(text)
	if !ok {
		return Forged
	}
	return s.Check(page, time.Now())
}

//go:embed requirements.txt
var theirs []byte

// TestOtherProgramsCheckABadge has PyJWT and openbadgeslib read and check a badge, and refuse one that was changed.
func TestOtherProgramsCheckABadge(t *testing.T) {
	folder, err := setup.Environment{Name: "badges", What: words.T("what checks badges", "バッジを確かめるプログラム"), Requirements: theirs}.Make(needs.SetUp(t), os.Stderr)
	if err != nil {
		t.Fatal(err)
	}
	k, a := key(t), award()
	check := func(text string) (string, error) {
		cmd := exec.Command(filepath.Join(folder, "bin", "python"), "verify.py")
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	text := sign(t, k)
	out, err := check(text)
	if err != nil {
		t.Fatal(err, out)
	}
	var read struct {
		Issuer, DID, Name, Description, Evidence string
		Learner, Identities                      []string
		At                                       time.Time
	}
	if err := json.Unmarshal([]byte(out), &read); err != nil {
		t.Fatal(err, out)
	}
	if read.Issuer != k.Name || read.DID != k.DID() || read.Name != a.Name || read.Description != a.Description || !slices.Equal(read.Learner, []string{a.Learner}) ||
		!slices.Equal(read.Identities, []string{"name"}) || // a word of the standard's own: what the identifier is
		read.Evidence != digest(page) || read.At.Unix() != a.At.Unix() {
		t.Errorf("they read %+v", read)
	}
	other := strings.Split(sign(t, k), ".")
	parts := strings.Split(text, ".")
	if out, err := check(strings.Join([]string{parts[0], other[1], parts[2]}, ".")); err == nil || !strings.Contains(out, "InvalidSignatureError") {
		t.Errorf("a badge with another's payload: %v, %s", err, out)
	}
}

// TestAPartIsAnotherAchievement: who compares badges by what they are for tells a part of the course from the whole, in any language.
func TestAPartIsAnotherAchievement(t *testing.T) {
	whole, part, ja := award(), award(), award()
	part.Part = "3/40"
	ja.Lang, ja.Name = words.Japanese, "コース"
	if whole.achievement() == part.achievement() || whole.kind() == part.kind() {
		t.Error("a part is the same achievement as the whole")
	}
	if whole.achievement() != ja.achievement() {
		t.Error("the same work is another achievement in another language")
	}
}

// required is what Open Badges 3.0 asks of a credential, class by class: the property, and what its type must name.
var required = map[string]map[string]string{
	"":                              {"@context": "", "id": "", "type": "VerifiableCredential", "issuer": "", "validFrom": "", "name": "", "credentialSubject": ""},
	"issuer":                        {"id": "", "type": "Profile"},
	"credentialSubject":             {"type": "AchievementSubject", "achievement": "", "id": ""},
	"credentialSubject.achievement": {"id": "", "type": "Achievement", "criteria": "", "description": "", "name": ""},
}

func TestABadgeIsWhatTheStandardAsksFor(t *testing.T) {
	k := key(t)
	jws, err := parse(sign(t, k))
	if err != nil {
		t.Fatal(err)
	}
	header := jws.Signatures[0].Header
	if header.Algorithm != "EdDSA" || header.ExtraHeaders[jose.HeaderType] != "JWT" || header.KeyID != k.method() || !header.JSONWebKey.IsPublic() || len(header.ExtraHeaders) != 1 {
		t.Errorf("the header is %+v", header)
	}
	var all map[string]any
	if err := json.Unmarshal(jws.UnsafePayloadWithoutVerification(), &all); err != nil {
		t.Fatal(err)
	}
	at := func(path string) map[string]any {
		here := all
		for part := range strings.SplitSeq(path, ".") {
			if part != "" {
				here, _ = here[part].(map[string]any)
			}
		}
		return here
	}
	for path, properties := range required {
		for property, kind := range properties {
			value := at(path)[property]
			if list, _ := value.([]any); value == nil || value == "" || kind != "" && !slices.Contains(list, any(kind)) {
				t.Errorf("%s.%s is %v; want %q", path, property, value, kind)
			}
		}
	}
	if list := all["@context"].([]any); list[0] != "https://www.w3.org/ns/credentials/v2" || !strings.HasPrefix(list[1].(string), "https://purl.imsglobal.org/spec/ob/v3p0/context-3.") {
		t.Errorf("@context is %v", list)
	}
	from, err := time.Parse("2006-01-02T15:04:05Z", all["validFrom"].(string))
	if err != nil || float64(from.Unix()) != all["nbf"] || all["iss"] != at("issuer")["id"] || all["sub"] != at("credentialSubject")["id"] || all["jti"] != all["id"] {
		t.Errorf("%v: the claims are not those of the credential: %v", err, all)
	}
	if !slices.Contains(all["type"].([]any), any("OpenBadgeCredential")) || all["vc"] != nil || at("credentialSubject.achievement.criteria")["narrative"] == "" {
		t.Errorf("the badge is %v", all)
	}
}

// resign signs a payload that somebody has changed, as the holder of the key could.
func resign(t testing.TB, k Key, text string, with any, change func(c *credential)) string {
	t.Helper()
	s, ok := Read(text)
	if !ok {
		t.Fatal("it cannot be read")
	}
	change(&s.credential)
	payload, err := json.Marshal(s.credential)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.EdDSA, Key: k.secret}, (&jose.SignerOptions{}).WithHeader("jwk", with))
	if err != nil {
		t.Fatal(err)
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		t.Fatal(err)
	}
	out, err := signed.CompactSerialize()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestWhatIsNotSignedIsFound(t *testing.T) {
	k, other := key(t), key(t)
	text := sign(t, k)
	mine, others := jose.JSONWebKey{Key: k.Public}, jose.JSONWebKey{Key: other.Public}
	parts, second := strings.Split(text, "."), strings.Split(sign(t, k), ".")
	none := "eyJhbGciOiJub25lIn0" // {"alg":"none"}
	same := func(*credential) {}
	for name, c := range map[string]struct {
		text string
		page []byte
		want State
	}{
		"an honest badge":        {text, page, Whole},
		"signed anew":            {resign(t, k, text, mine, same), page, Whole},
		"another page":           {text, append(bytes.Clone(page), ' '), Changed},
		"another badge's words":  {parts[0] + "." + second[1] + "." + parts[2], page, Forged},
		"another key in header":  {resign(t, k, text, others, same), page, Forged},
		"another key has signed": {resign(t, other, text, mine, same), page, Forged},
		"no algorithm":           {none + "." + parts[1] + ".", page, Forged},
		"another issuer's claim": {resign(t, k, text, mine, func(c *credential) { c.Iss = other.DID() }), page, Forged},
		"another subject's":      {resign(t, k, text, mine, func(c *credential) { c.Sub = "urn:x" }), page, Forged},
		"another badge's":        {resign(t, k, text, mine, func(c *credential) { c.Jti = "urn:x" }), page, Forged},
		"another day":            {resign(t, k, text, mine, func(c *credential) { c.Nbf-- }), page, Forged},
		"tomorrow":               {resign(t, k, text, mine, func(c *credential) { c.ValidFrom = c.ValidFrom.Add(24 * time.Hour); c.Nbf = c.ValidFrom.Unix() }), page, Forged},
		"no evidence":            {resign(t, k, text, mine, func(c *credential) { c.Evidence = nil }), page, Forged},
		"no key":                 {resign(t, k, text, mine, func(c *credential) { c.Issuer.ID = "did:web:example.org" }), page, Forged},
	} {
		if got := state(t, c.text, c.page); got != c.want {
			t.Errorf("%s: %d; want %d", name, got, c.want)
		}
	}
}

func TestANameOfAKeyIsTheKey(t *testing.T) {
	for range 50 {
		k := key(t)
		if got := keyOf(k.DID()); !got.Equal(k.Public) || len(k.DID()) != 56 || !strings.HasPrefix(k.DID(), "did:key:z6Mk") {
			t.Errorf("%s is read as %x, not %x", k.DID(), got, k.Public)
		}
	}
	for _, bad := range []string{strings.Replace(key(t).DID(), "z6", "z16", 1), "", "did:key:", "did:key:z", "did:key:z6Mk", "did:web:x", "did:key:z" + strings.Repeat("2", 48), "did:key:z6Mk0" + strings.Repeat("2", 43)} {
		if keyOf(bad) != nil {
			t.Errorf("%q is taken for a key", bad)
		}
	}
}

// FuzzRead reads badges that may be anything: none breaks the reader, and none is taken for signed that the key has not signed.
func FuzzRead(f *testing.F) {
	seed := sign(f, fixed)
	f.Add(seed)
	f.Add(strings.Replace(seed, ".", "..", 1))
	f.Add("e30.e30.e30")
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := Read(text)
		if !ok || s.Check(page, time.Now()) != Whole || !s.Key.Public.Equal(fixed.Public) {
			return
		}
		if _, payload, _ := strings.Cut(text, "."); !strings.HasPrefix(text, strings.Split(seed, ".")[0]+".") || s.Name != award().Name || payload == "" {
			t.Errorf("%q passes for signed", text)
		}
	})
}

// fixed is a key that a fuzzer finds again.
var fixed = func() Key {
	secret := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	return Key{Name: "A Teacher", Public: secret.Public().(ed25519.PublicKey), secret: secret}
}()
