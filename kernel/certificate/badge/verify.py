# Checks a badge from standard input with two programs that nobody of Nekonote has written, and prints what the second one has read.
import json
import sys

import jwt
from openbadgeslib.ob3.verifier import OB3Verifier

token = sys.stdin.read()
header = jwt.get_unverified_header(token)
payload = jwt.decode(token, jwt.PyJWK(header["jwk"]), algorithms=["EdDSA"])
badge = OB3Verifier.for_issuer_did(payload["iss"]).verify(token)
print(json.dumps({
    "issuer": badge.issuer.name, "did": badge.issuer.id, "name": badge.achievement.name, "description": badge.achievement.description,
    "learner": [i.identity_hash for i in badge.identifiers],
    "identities": [i["identityType"] for i in payload["credentialSubject"].get("identifier", [])], "evidence": badge.evidence_url, "at": badge.issuance_date.isoformat(),
}))
