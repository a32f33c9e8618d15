rule "aws-autoscaling-group-tags" {
  summary     = "The autoscaling group gives its instances no tags"
  category    = "style"
  severity    = "info"
  tags        = ["tags"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_153"] }

  resource "aws_autoscaling_group" {
    require = length(self.tag) > 0
    at      = self
  }

  why  = "Instances that come and go without tags cannot be charged to a team or told apart in the console."
  help = "Add tag blocks with propagate_at_launch = true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group"]

  example "without tag" {
    flagged = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size = 1
        max_size = 3
      }
    TF
  }

  example "with tag" {
    accepted = <<-TF
      resource "aws_autoscaling_group" "web" {
        min_size = 1
        max_size = 3

        tag {
          key                 = "Team"
          value               = "shop"
          propagate_at_launch = true
        }
      }
    TF
  }
}
