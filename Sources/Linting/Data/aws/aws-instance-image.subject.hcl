# What starts machines from an image. `asks_for_tokens`: the image answers requests for metadata with a token only; `template`: what says the rest.
subject "aws-instance-image" {
  resource "aws_instance" {
    let = {
      template   = self.launch_template
      parameters = referred("aws_ssm_parameter", self.ami)
      images     = referred("aws_ami", self.ami)
      names = flatten([
        [for p in parameters : p.name],
        [for i in images : i.name_regex],
        [for i in images : [for f in i.filter : f.values]],
      ])
      asks_for_tokens = any([for n in names : n == null ? false : length(regexall("(?i)al2023|amazon-linux-2023|fedora[ -](coreos|cloud)", n)) > 0])
    }
  }

  resource "aws_launch_template" "aws_launch_configuration" {
    let = {
      template   = []
      parameters = referred("aws_ssm_parameter", self.image_id)
      images     = referred("aws_ami", self.image_id)
      names = flatten([
        [for p in parameters : p.name],
        [for i in images : i.name_regex],
        [for i in images : [for f in i.filter : f.values]],
      ])
      asks_for_tokens = any([for n in names : n == null ? false : length(regexall("(?i)al2023|amazon-linux-2023|fedora[ -](coreos|cloud)", n)) > 0])
    }
  }
}
