rule "azurerm-role-owner-of-everything" {
  summary     = "A role of your own may do everything, everywhere"
  category    = "security"
  severity    = "high"
  tags        = ["iam"]
  equivalents = { trivy = ["AZU-0030"] }

  resource "azurerm_role_definition" {
    require = !(any([for p in self.permissions : any([for a in coalesce(p.actions, []) : a == "*"])]) && any([for s in coalesce(self.assignable_scopes, []) : s == "/"]))
    message = "The role is an owner of all subscriptions."
  }

  why  = "A wildcard for every scope is an owner by another name."
  help = "Name actions and scopes."

  references = ["https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition"]

  example "as it should not be" {
    flagged = <<-TF
      resource "azurerm_role_definition" "shop" {
        name  = "operators"
        scope = "/subscriptions/0000"

        permissions {
          actions = ["*"]
        }
        assignable_scopes = ["/"]
      }
    TF
  }

  example "as it should be" {
    accepted = <<-TF
      resource "azurerm_role_definition" "shop" {
        name  = "operators"
        scope = "/subscriptions/0000"

        permissions {
          actions = ["Microsoft.Compute/virtualMachines/read"]
        }
        assignable_scopes = ["/subscriptions/0000"]
      }
    TF
  }
}
