rule "terraform-module-shallow-clone" {
  summary     = "A module is fetched with its whole history"
  category    = "style"
  severity    = "info"
  packs       = ["strict"]
  equivalents = { tflint = ["terraform_module_shallow_clone"] }

  module "*" {
    where   = can(regex("^git::", self.source)) && can(regex("[?&]ref=", self.source)) && !can(regex("[?&]ref=[0-9a-f]{40}(&|$)", self.source))
    require = can(regex("[?&]depth=1(&|$)", self.source))
    at      = self.source
    message = "Each init clones every commit of the repository."
  }

  why  = "Only one commit is used; for a large repository a clone with its history takes minutes in every pipeline."
  help = "Add depth=1 to the address, unless it names a commit, which a shallow clone cannot find."

  references = ["https://developer.hashicorp.com/terraform/language/modules/syntax"]

  example "the whole history" {
    flagged = <<-TF
      module "network" {
        source = "git::https://example.com/network.git?ref=v1.4.0"
      }
    TF
  }

  example "one commit" {
    accepted = <<-TF
      module "network" {
        source = "git::https://example.com/network.git?ref=v1.4.0&depth=1"
      }
    TF
  }
}
