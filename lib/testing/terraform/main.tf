# What terraform.js applies with the official provider; see docs/api.md.
terraform {
  required_providers {
    anyscale = { source = "anyscale/anyscale" }
  }
}

variable "owner" { type = string }
variable "second_owner" { type = string }
variable "member" { type = string }
variable "member_role" { type = string }
variable "second_owner_role" { type = string }
variable "invited" { type = string }
variable "limits" {
  type    = list(string)
  default = []
}

data "anyscale_organization" "this" {}
data "anyscale_user" "me" {}
data "anyscale_organization_user" "by_email" { email = upper(var.member) }
data "anyscale_organization_user" "by_user_id" { user_id = data.anyscale_organization_user.by_email.user_id }
data "anyscale_organization_users" "people" {}

resource "anyscale_organization_invitation" "guest" { email = var.invited }

# A member already: adopted. Nobody yet: invited.
resource "anyscale_organization_user" "member" { email = var.member }
resource "anyscale_organization_user" "newcomer" { email = "newcomer@halden.example" }

# Without deny_roles the level is put by identity id, with them the roles by user id.
resource "anyscale_organization_user_role" "member" {
  email     = var.member
  base_role = var.member_role
}
resource "anyscale_organization_user_role" "second_owner" {
  email      = var.second_owner
  base_role  = var.second_owner_role
  deny_roles = var.limits
}

output "organization" { value = data.anyscale_organization.this.id }
output "me" { value = data.anyscale_user.me.email }
output "clouds" { value = data.anyscale_user.me.cloud_ids }
output "same_person" {
  value = data.anyscale_organization_user.by_email.id == data.anyscale_organization_user.by_user_id.id
}
output "people" { value = sort([for user in data.anyscale_organization_users.people.users : user.email]) }
output "invitation" { value = anyscale_organization_invitation.guest.status }
output "newcomer" { value = anyscale_organization_user.newcomer.identity_id }
