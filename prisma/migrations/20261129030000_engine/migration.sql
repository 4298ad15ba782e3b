-- Who owns a cloud or a project: asked whenever somebody is told who could give them something.
CREATE INDEX role_binding_owners ON role_binding (organization_id, cloud_id, project_id) WHERE role = 'owner';
