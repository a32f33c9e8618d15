rule "aws-neptune-publicly-accessible" {
  summary     = "The graph database can be reached from the internet"
  category    = "security"
  severity    = "critical"
  tags        = ["network", "public"]
  equivalents = { checkov = ["CKV_AWS_102"] }

  resource "aws_neptune_cluster_instance" {
    require = self.publicly_accessible != true

    fix {
      set    = { publicly_accessible = false }
      safety = "unsafe"
    }
  }

  why  = "A public address leaves only the security group between the internet and the data."
  help = "Set publicly_accessible = false and reach the database through the VPC."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster_instance"]

  example "publicly_accessible is true" {
    flagged = <<-TF
      resource "aws_neptune_cluster_instance" "friends" {
        cluster_identifier  = "friends"
        instance_class      = "db.r6g.large"
        publicly_accessible = true
      }
    TF
  }

  example "publicly_accessible is false" {
    accepted = <<-TF
      resource "aws_neptune_cluster_instance" "friends" {
        cluster_identifier  = "friends"
        instance_class      = "db.r6g.large"
        publicly_accessible = false
      }
    TF
  }
}
