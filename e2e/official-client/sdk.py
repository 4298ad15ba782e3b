"""The functions of the SDK, one line each; official-client.js reads what they print."""
import sys

import anyscale

owner, collaborator = sys.argv[1:]
print("listed", sorted(user.email for user in anyscale.user.list(page_size=1)))
print("got", anyscale.user.get(email=collaborator.upper()).email)
sent, errors = anyscale.organization_invitation.create([" sdk@b.example ", "nonsense", owner])
print("sent", sent, "refused", len(errors))
print("pending", [row.email for row in anyscale.organization_invitation.list()])
print("deleted", anyscale.organization_invitation.delete("sdk@b.example"))
try:
    anyscale.organization_invitation.delete("sdk@b.example")
except ValueError as error:
    print("again", error)
