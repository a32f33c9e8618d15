rule "aws-dms-publicly-accessible" {
  summary     = "The replication instance can be reached from the internet"
  category    = "security"
  severity    = "high"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_89"] }

  resource "aws_dms_replication_instance" {
    require = self.publicly_accessible != true

    fix {
      set    = { publicly_accessible = false }
      safety = "unsafe"
    }
  }

  why  = "The instance holds open connections to both databases; whoever takes it over has them."
  help = "Set publicly_accessible = false."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance"]

  example "publicly_accessible is true" {
    flagged = <<-TF
      resource "aws_dms_replication_instance" "move" {
        replication_instance_id    = "move"
        replication_instance_class = "dms.t3.medium"
        publicly_accessible        = true
      }
    TF
  }

  example "publicly_accessible is false" {
    accepted = <<-TF
      resource "aws_dms_replication_instance" "move" {
        replication_instance_id    = "move"
        replication_instance_class = "dms.t3.medium"
        publicly_accessible        = false
      }
    TF
  }
}
