rule "terraform-module-commit" {
  summary     = "A module is called by a name that can be moved"
  category    = "security"
  severity    = "info"
  tags        = ["supply-chain"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_TF_1"] }

  module "*" {
    where   = !startswith(self.source, "./") && !startswith(self.source, "../")
    require = can(regex("[?&](ref|rev)=[0-9a-f]{40}(&|$)", self.source))
    at      = self.source
    message = "${self.source} does not name a commit: tags and versions can be moved to other code."
  }

  why  = "Who takes over a repository or a registry account can move a tag; the hash of a commit names its content."
  help = <<-TEXT
    Name the commit: git::https://…?ref=<40 digits>. Many teams decide against it and trust versions: this rule is for those who do not.
  TEXT

  references = ["https://developer.hashicorp.com/terraform/language/modules/syntax"]

  example "a tag" {
    flagged = <<-TF
      module "network" {
        source = "git::https://example.com/network.git?ref=v1.4.0"
      }
    TF
  }

  example "a commit" {
    accepted = <<-TF
      module "network" {
        source = "git::https://example.com/network.git?ref=5a3b1c2d4e5f60718293a4b5c6d7e8f901234567"
      }
    TF
  }
}
