rule "aws-efs-access-point" {
  summary  = "The access point does not confine its users"
  category = "security"
  severity = "low"
  packs    = ["strict"]

  resource "aws_efs_access_point" {
    require     = any([for d in self.root_directory : d.path != null && d.path != "/"])
    at          = self
    message     = "The access point shows the whole file system."
    equivalents = { checkov = ["CKV_AWS_329"] }
  }

  resource "aws_efs_access_point" {
    require     = any([for u in self.posix_user : u.gid != null])
    at          = self
    message     = "Clients of the access point choose by themselves which user they are."
    equivalents = { checkov = ["CKV_AWS_330"] }
  }

  why  = "Without a directory and a user of its own, an access point gives a program the files of all others."
  help = "Add root_directory with a path and posix_user with uid and gid."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_access_point"]

  example "without posix_user" {
    flagged = <<-TF
      resource "aws_efs_access_point" "web" {
        file_system_id = "fs-0a1b2c3d"
      }
    TF
  }

  example "with posix_user" {
    accepted = <<-TF
      resource "aws_efs_access_point" "web" {
        file_system_id = "fs-0a1b2c3d"

        posix_user {
          gid = 1000
          uid = 1000
        }

        root_directory {
          path = "/web"
        }
      }
    TF
  }
}
