# What terraform.js applies of clouds with the official provider; see docs/api.md.
terraform {
  required_providers {
    anyscale = { source = "anyscale/anyscale" }
  }
}

variable "writer" { type = string }
variable "writer_role" { type = string }
variable "limits" {
  type    = list(string)
  default = []
}
variable "auto_add" {
  type    = bool
  default = false
}
variable "description" { type = string }

resource "anyscale_cloud" "lab" {
  name           = "lab"
  cloud_provider = "AWS"
  region         = "us-east-2"
  auto_add_user  = var.auto_add
}

resource "anyscale_organization_default_cloud" "this" { cloud_id = anyscale_cloud.lab.id }

resource "anyscale_cloud_user_role" "writer" {
  cloud_id   = anyscale_cloud.lab.id
  email      = var.writer
  base_role  = var.writer_role
  deny_roles = var.limits
}

resource "anyscale_project" "grasp" {
  name        = "grasp"
  cloud_id    = anyscale_cloud.lab.id
  description = var.description
}
resource "anyscale_project" "bare" {
  name     = "bare"
  cloud_id = anyscale_cloud.lab.id
}

data "anyscale_cloud" "lab" { name = anyscale_cloud.lab.name }
data "anyscale_clouds" "all" { depends_on = [anyscale_cloud.lab] }
data "anyscale_project" "default" {
  name     = "default"
  cloud_id = anyscale_cloud.lab.id
}
data "anyscale_projects" "all" {
  cloud_id   = anyscale_cloud.lab.id
  depends_on = [anyscale_project.grasp, anyscale_project.bare]
}
data "anyscale_organization" "after" { depends_on = [anyscale_organization_default_cloud.this] }

output "cloud" { value = data.anyscale_cloud.lab.id == anyscale_cloud.lab.id }
output "cloud_names" { value = data.anyscale_clouds.all.clouds[*].name }
output "default_project" { value = data.anyscale_project.default.id }
output "project_names" { value = sort(data.anyscale_projects.all.projects[*].name) }
output "default_cloud" { value = data.anyscale_organization.after.default_cloud_id == anyscale_cloud.lab.id }
