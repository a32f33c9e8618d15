rule "terraform-module-version" {
  summary  = "A module is called in whatever version is newest"
  category = "correctness"
  severity = "low"
  tags     = ["supply-chain"]
  packs    = ["strict"]

  module "*" {
    where       = can(regex("^([^/:]+[.][^/:]+/)?[0-9A-Za-z_-]+/[0-9A-Za-z_-]+/[0-9a-z]+(//.*)?$", self.source)) && !can(regex("^(git::|git@|github[.]com/|bitbucket[.]org/|hg::)", self.source))
    require     = self.version != null
    at          = self
    message     = "The next init may bring another version of ${self.source}."
    equivalents = { checkov = ["CKV_TF_2"], tflint = ["terraform_module_version"] }
  }

  module "*" {
    where       = can(regex("^(git::|git@|github[.]com/|bitbucket[.]org/|hg::)", self.source))
    require     = can(regex("[?&](ref|rev)=[^&]+", self.source))
    at          = self.source
    message     = "The next init brings whatever the default branch holds."
    equivalents = { checkov = ["CKV_TF_2"], tflint = ["terraform_module_pinned_source"] }
  }

  module "*" {
    where       = can(regex("^(git::|git@|github[.]com/|bitbucket[.]org/|hg::)", self.source))
    require     = !can(regex("[?&](ref|rev)=(master|main|default|develop)(&|$)", self.source))
    at          = self.source
    message     = "A branch is no version: it is another one tomorrow."
    equivalents = { tflint = ["terraform_module_pinned_source"] }
  }

  why  = <<-TEXT
    The same configuration then builds different things on different days, and a change in the module is applied without anybody having read
    it.
  TEXT
  help = "Set version for a module of a registry, and ?ref= with a tag or commit for a repository."

  references = ["https://developer.hashicorp.com/terraform/language/modules/syntax"]

  example "the newest of a registry" {
    flagged = <<-TF
      module "network" {
        source = "terraform-aws-modules/vpc/aws"
      }
    TF
  }

  example "the default branch" {
    flagged = <<-TF
      module "network" {
        source = "git::https://example.com/network.git"
      }
    TF
  }

  example "a version" {
    accepted = <<-TF
      module "network" {
        source  = "terraform-aws-modules/vpc/aws"
        version = "~> 6.0"
      }
    TF
  }

  example "a tag" {
    accepted = <<-TF
      module "network" {
        source = "git::https://example.com/network.git?ref=v1.4.0"
      }
    TF
  }
}
