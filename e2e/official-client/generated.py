"""What only the generated client knows, one line each; official-client.js reads what they print."""
import sys

from anyscale.authenticate import get_auth_api_client
from anyscale.client.openapi_client.models import (
    ApiKeyParameters,
    OrganizationCollaboratorsQuery,
    PermissionCheckRequest,
    RevokeApiKeysRequest,
    SetOrganizationRoles,
    TextQuery,
)

member, organization = sys.argv[1:]
api = get_auth_api_client().api_client


def found(**query):
    query = OrganizationCollaboratorsQuery(name_or_email=TextQuery(**query))
    search = api.search_organization_collaborators_api_v2_organization_collaborators_search_post
    return search(query, count=50).results


def refusal(call, *arguments):
    try:
        call(*arguments)
    except Exception as error:
        return str(error)
    return "done"


make = api.create_api_key_api_v2_users_create_api_key_post
keys = api.list_api_keys_api_v2_users_api_keys_get
secret = make(ApiKeyParameters(duration=3600, name="from python")).result.server_session_id
print("key", secret[:8], len(secret))
make(ApiKeyParameters(duration=3600, name="from python too"))
page = keys(name="FROM PYTHON", count=1)
rest = keys(name="FROM PYTHON", count=1, paging_token=page.metadata.next_paging_token)
rows = page.results + rest.results
print("keys", [row.name for row in rows], rest.metadata.next_paging_token)
print("masked", rows[1].display_id[1:] == secret[-6:], rows[1].revoked_at)
api.revoke_api_key_api_v2_users_api_keys_api_key_id_delete(rows[0].hex_hashed_id)
request = RevokeApiKeysRequest(api_key_ids=[rows[1].hex_hashed_id, "key_unknown"])
revoked = api.revoke_api_keys_api_v2_users_api_keys_revoke_post(request).result
print("revoked", revoked.success_count, revoked.failed_count, revoked.failed_keys[0]["api_key_id"])
print("cut", make(ApiKeyParameters(duration=3153600000)).result.server_session_id[:8])
print("another", "no such service account" in refusal(make, ApiKeyParameters(duration=3600, user_id="usr_x")))

row = found(equals=member.upper())[0]
print("search", row.email == member, len(found(contains="halden")), len(found(not_equal=member)))
put = api.set_roles_api_v2_organization_collaborators_user_id_roles_put
put(row.user_id, SetOrganizationRoles(base_role="owner", additional_roles=[]))
print("role", found(equals=member)[0].base_role)
put(row.user_id, SetOrganizationRoles(base_role="collaborator", additional_roles=[]))
limits = ["image_reader_no_base_images", "image_reader"]
put(row.user_id, SetOrganizationRoles(base_role="collaborator", additional_roles=limits))
print("limits", found(equals=member)[0].additional_roles == limits)
put(row.user_id, SetOrganizationRoles(base_role="collaborator", additional_roles=[]))

check = api.check_permission_api_v2_authorization_check_post
for permission in ("manage_iam", "cloud_create"):
    asked = PermissionCheckRequest(organization, "organization", permission)
    print("may", permission, check(asked).result.allowed)
