"""Clouds by the generated client: no command makes one without an account at a provider.

usage: clouds.py NAME...
"""
import sys

from anyscale.authenticate import get_auth_api_client
from anyscale.client.openapi_client.models import WriteCloud

api = get_auth_api_client(log_output=False).api_client
for name in sys.argv[1:]:
    made = api.create_cloud_api_v2_clouds_post(
        WriteCloud(name=name, provider="AWS", region="us-west-2", credentials="none")
    ).result
    print(name, made.id, made.is_default)
