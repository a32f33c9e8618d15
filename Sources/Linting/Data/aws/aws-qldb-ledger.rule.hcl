rule "aws-qldb-ledger" {
  summary  = "The ledger can be deleted at once or ignores permissions of its tables"
  category = "reliability"
  severity = "low"
  packs    = ["strict"]

  resource "aws_qldb_ledger" {
    require     = self.permissions_mode == "STANDARD"
    message     = "Whoever may use the ledger may use all of its tables."
    equivalents = { checkov = ["CKV_AWS_170"] }

    fix {
      set    = { permissions_mode = "STANDARD" }
      safety = "unsafe"
    }
  }

  resource "aws_qldb_ledger" {
    require     = self.deletion_protection != false
    message     = "The ledger can be deleted by one wrong apply."
    equivalents = { checkov = ["CKV_AWS_172"] }

    fix {
      set    = { deletion_protection = true }
      safety = "unsafe"
    }
  }

  why  = "A ledger is kept because nothing in it may be lost or changed unseen."
  help = "Set permissions_mode = STANDARD and remove deletion_protection = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/qldb_ledger"]

  example "deletion_protection is false" {
    flagged = <<-TF
      resource "aws_qldb_ledger" "payments" {
        name                = "payments"
        permissions_mode    = "STANDARD"
        deletion_protection = false
      }
    TF
  }

  example "without deletion_protection" {
    accepted = <<-TF
      resource "aws_qldb_ledger" "payments" {
        name             = "payments"
        permissions_mode = "STANDARD"

      }
    TF
  }
}
