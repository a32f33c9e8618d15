rule "aws-launch-metadata-hops" {
  summary     = "Containers on the instance can get its credentials"
  category    = "security"
  severity    = "medium"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_341"] }

  resource "aws_launch_template" "aws_launch_configuration" {
    require = !any([for o in self.metadata_options : o.http_put_response_hop_limit > 1])
    message = "The answer of the metadata service may cross more than one hop."
  }

  resource "aws_instance" {
    require = !any([for o in self.metadata_options : o.http_put_response_hop_limit > 2])
    message = "The answer of the metadata service may cross more than two hops."
  }

  why  = "Each hop beyond the first lets a program behind another network, a container or a proxy, ask for the role's credentials."
  help = "Set http_put_response_hop_limit = 1, or 2 where containers use the instance's role on purpose."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/launch_template"]

  example "http_put_response_hop_limit is 5" {
    flagged = <<-TF
      resource "aws_launch_template" "web" {
        name = "web"

        metadata_options {
          http_tokens                 = "required"
          http_put_response_hop_limit = 5
        }
      }
    TF
  }

  example "http_put_response_hop_limit is 1" {
    accepted = <<-TF
      resource "aws_launch_template" "web" {
        name = "web"

        metadata_options {
          http_tokens                 = "required"
          http_put_response_hop_limit = 1
        }
      }
    TF
  }
}
