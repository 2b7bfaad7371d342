package badge

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/go-jose/go-jose/v4"

	"nekonote/nn/words"
)

// Award is what is said in a badge of a learner, besides by whom.
type Award struct {
	Learner     string // her name, as she has given it; "" for none
	Lang        words.Lang
	Version     string // of the course
	Name        string // of what she has done
	Part        string // how much of it, as "12/40"; "" for the whole
	Description string
	Criteria    string // what one does for it
	Narrative   string // what the signed page is, and what was done to check it
	At          time.Time
}

// credential is a badge as Open Badges 3.0 writes it, with the claims that a JSON Web Token has for some of it.
type credential struct {
	Context []string `json:"@context"`
	ID      string   `json:"id"`
	Type    []string `json:"type"`
	Name    string   `json:"name"`
	Issuer  struct {
		ID   string   `json:"id"`
		Type []string `json:"type"`
		Name string   `json:"name"`
	} `json:"issuer"`
	ValidFrom time.Time  `json:"validFrom"`
	Subject   subject    `json:"credentialSubject"`
	Evidence  []evidence `json:"evidence"`

	Iss string `json:"iss"`
	Jti string `json:"jti"`
	Nbf int64  `json:"nbf"`
	Sub string `json:"sub"`
}

// subject is the learner and what she has done.
type subject struct {
	ID          string      `json:"id"` // means nothing elsewhere: nobody is followed by it
	Type        []string    `json:"type"`
	Identifier  []identity  `json:"identifier,omitempty"`
	Achievement achievement `json:"achievement"`
}

// identity is her name.
type identity struct {
	Type     string `json:"type"`
	Hash     string `json:"identityHash"`
	Identity string `json:"identityType"`
	Hashed   bool   `json:"hashed"`
}

type achievement struct {
	ID          string     `json:"id"`
	Type        []string   `json:"type"`
	Kind        string     `json:"achievementType"`
	Name        string     `json:"name"`
	Description string     `json:"description"`
	Criteria    criteria   `json:"criteria"`
	Lang        words.Lang `json:"inLanguage"`
	Version     string     `json:"version"`
}

type criteria struct {
	Narrative string `json:"narrative"`
}

// evidence is the page that was signed, by the hash of what it says.
type evidence struct {
	ID        string   `json:"id"`
	Type      []string `json:"type"`
	Narrative string   `json:"narrative"`
}

// What every credential says.
var (
	contexts = []string{"https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"}
	kinds    = []string{"VerifiableCredential", "OpenBadgeCredential"}
)

// Sign makes the badge of an award, for a page that says this, signed with the key.
func (k Key) Sign(a Award, page []byte) (string, error) {
	at := a.At.UTC().Truncate(time.Second)
	c := credential{Context: contexts, ID: anew(), Type: kinds, Name: a.Name, ValidFrom: at, Nbf: at.Unix()}
	c.Issuer.ID, c.Issuer.Type, c.Issuer.Name = k.DID(), []string{"Profile"}, k.Name
	c.Subject = subject{ID: anew(), Type: []string{"AchievementSubject"}, Achievement: achievement{
		ID: a.achievement(), Type: []string{"Achievement"}, Kind: a.kind(), Name: a.Name,
		Description: a.Description, Criteria: criteria{a.Criteria}, Lang: a.Lang, Version: a.Version,
	}}
	if a.Learner != "" {
		c.Subject.Identifier = []identity{{Type: "IdentityObject", Hash: a.Learner, Identity: "name"}}
	}
	c.Evidence = []evidence{{ID: digest(page), Type: []string{"Evidence"}, Narrative: a.Narrative}}
	c.Iss, c.Jti, c.Sub = c.Issuer.ID, c.ID, c.Subject.ID
	payload, err := json.Marshal(c)
	if err != nil {
		return "", err
	}
	header := (&jose.SignerOptions{EmbedJWK: true}).WithType("JWT").WithHeader("kid", k.method())
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.EdDSA, Key: k.secret}, header)
	if err != nil {
		return "", err
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		return "", err
	}
	return signed.CompactSerialize()
}

// achievement is one name for what was done, in whatever language it is said: the whole course and a part of it are two.
func (a Award) achievement() string {
	return digest([]byte(strings.TrimSpace("nekonote " + a.Version + " " + a.Part)))
}

func (a Award) kind() string {
	if a.Part == "" {
		return "Course"
	}
	return "Assignment"
}

// anew is a name that nothing else has.
func anew() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // which cannot fail
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}

// digest is the name of some data by their hash.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(sum[:])
}

// Seal is a badge that a page carries. Only Check says whether it is worth anything.
type Seal struct {
	Issuer string // the name that the key's holder has given
	Key    Key
	At     time.Time

	text string
	credential
}

// Read reads a badge that anybody may have written; it reports whether it is one of the kind that Sign writes. Nothing of it is checked
// yet.
func Read(text string) (s Seal, ok bool) {
	jws, err := parse(text)
	if err != nil {
		return s, false
	}
	if err := json.Unmarshal(jws.UnsafePayloadWithoutVerification(), &s.credential); err != nil {
		return s, false
	}
	key := keyOf(s.credential.Issuer.ID)
	s.Issuer, s.Key, s.At, s.text = s.credential.Issuer.Name, Key{Name: s.credential.Issuer.Name, Public: key}, s.ValidFrom, text
	return s, key != nil && utf8.RuneCountInString(s.Issuer) <= LongestName && len(s.Evidence) == 1 &&
		slices.Contains(s.Type, kinds[0]) && slices.Contains(s.Type, kinds[1]) && s.At.Year() > 2000 && s.At.Year() < 10000
}

// parse takes no algorithm but ours: a badge does not choose how it is checked.
func parse(text string) (*jose.JSONWebSignature, error) {
	return jose.ParseSignedCompact(text, []jose.SignatureAlgorithm{jose.EdDSA})
}

// State is what a check of a badge has found.
type State int

// The states, the worst last.
const (
	Whole   State = iota // the key has signed what the page says
	Changed              // the key has signed something else: the page was changed since, or the badge is another page's
	Forged               // not what this key has signed
)

// leeway is how far the clock of who signs may be ahead.
const leeway = 10 * time.Minute

// Check checks the badge of a page that says this, with the key that the badge names: whose that is, it cannot say.
func (s Seal) Check(page []byte, now time.Time) State {
	jws, err := parse(s.text)
	if err != nil {
		return Forged
	}
	if _, err := jws.Verify(s.Key.Public); err != nil {
		return Forged
	}
	if h := jws.Signatures[0].Header; h.JSONWebKey != nil {
		key, ok := h.JSONWebKey.Key.(ed25519.PublicKey)
		if !ok || !key.Equal(s.Key.Public) {
			return Forged
		}
	}
	c := s.credential
	if c.Iss != c.Issuer.ID || c.Jti != c.ID || c.Sub != c.Subject.ID || c.Nbf != c.ValidFrom.Unix() || c.ValidFrom.After(now.Add(leeway)) {
		return Forged
	}
	if c.Evidence[0].ID != digest(page) {
		return Changed
	}
	return Whole
}
