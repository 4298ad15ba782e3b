"""The removal script in its documented form: list without parameters, match by address, delete by id."""
import sys

from anyscale.authenticate import get_auth_api_client

api_client = get_auth_api_client().api_client

for email in sys.argv[1:]:
    collaborators = (
        api_client.list_organization_collaborators_api_v2_organization_collaborators_get()
    ).results
    matches = [collaborator for collaborator in collaborators if collaborator.email == email]
    if not matches:
        print(f"{email} not found")
        continue
    api_client.remove_organization_collaborator_api_v2_organization_collaborators_identity_id_delete(
        matches[0].id
    )
    print(f"{email} deleted")
