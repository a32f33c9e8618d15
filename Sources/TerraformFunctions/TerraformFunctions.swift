/// Every function of Terraform and OpenTofu, one file for each family of the language reference.
