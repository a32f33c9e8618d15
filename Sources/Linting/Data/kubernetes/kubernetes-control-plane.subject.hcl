# The programs of a control plane, where they run in pods: `program` is the name of the program, `flags` what its flags are set to, by name
# (a flag without a value is true), `plugins` the admission plugins that are turned on, `modes` the ways to authorize.
subject "kubernetes-control-plane" {
  resource "kubernetes_pod" "kubernetes_pod_v1" {
    each = self.spec.container
    let = {
      words   = concat(coalesce(each.value.command, []), coalesce(each.value.args, []))
      program = try([for w in words : basename(w) if contains(["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"], basename(w))][0], "")
      flags = {
        for w in words :
        trimprefix(split("=", w)[0], "--") => can(regex("=", w)) ? join("=", slice(split("=", w), 1, length(split("=", w)))) : "true" if startswith(w, "--")
      }
      plugins = split(",", lookup(flags, "enable-admission-plugins", ""))
      modes   = split(",", lookup(flags, "authorization-mode", "AlwaysAllow"))
    }
  }

  resource "kubernetes_deployment" "kubernetes_deployment_v1" "kubernetes_daemonset" "kubernetes_daemon_set_v1" "kubernetes_stateful_set" "kubernetes_stateful_set_v1" {
    each = self.spec.template.spec.container
    let = {
      words   = concat(coalesce(each.value.command, []), coalesce(each.value.args, []))
      program = try([for w in words : basename(w) if contains(["kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"], basename(w))][0], "")
      flags = {
        for w in words :
        trimprefix(split("=", w)[0], "--") => can(regex("=", w)) ? join("=", slice(split("=", w), 1, length(split("=", w)))) : "true" if startswith(w, "--")
      }
      plugins = split(",", lookup(flags, "enable-admission-plugins", ""))
      modes   = split(",", lookup(flags, "authorization-mode", "AlwaysAllow"))
    }
  }
}
