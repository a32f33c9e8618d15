#include "CRE2.h"

#include <re2/re2.h>

#include <memory>
#include <string>
#include <vector>

struct cre2_pattern {
  RE2 regex;
  std::vector<std::string> names;

  cre2_pattern(const char *pattern, size_t length) : regex(re2::StringPiece(pattern, length), RE2::Quiet) {
    if (!regex.ok()) return;
    names.resize(static_cast<size_t>(regex.NumberOfCapturingGroups()) + 1);
    for (const auto &entry : regex.CapturingGroupNames()) names[static_cast<size_t>(entry.first)] = entry.second;
  }
};

cre2_pattern *cre2_compile(const char *pattern, size_t length) { return new cre2_pattern(pattern, length); }

void cre2_free(cre2_pattern *pattern) { delete pattern; }

const char *cre2_error(const cre2_pattern *pattern) { return pattern->regex.ok() ? nullptr : pattern->regex.error().c_str(); }

const char *cre2_error_argument(const cre2_pattern *pattern) { return pattern->regex.error_arg().c_str(); }

int cre2_group_count(const cre2_pattern *pattern) { return pattern->regex.ok() ? pattern->regex.NumberOfCapturingGroups() : 0; }

const char *cre2_group_name(const cre2_pattern *pattern, int index) {
  if (index < 1 || static_cast<size_t>(index) >= pattern->names.size()) return nullptr;
  const std::string &name = pattern->names[static_cast<size_t>(index)];
  return name.empty() ? nullptr : name.c_str();
}

bool cre2_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, ptrdiff_t *offsets, int count) {
  std::vector<re2::StringPiece> groups(static_cast<size_t>(count));
  re2::StringPiece subject(text, length);
  if (!pattern->regex.Match(subject, start, length, RE2::UNANCHORED, groups.data(), count)) return false;
  for (int i = 0; i < count; i++) {
    const re2::StringPiece &group = groups[static_cast<size_t>(i)];
    bool took_part = group.data() != nullptr;
    offsets[2 * i] = took_part ? group.data() - text : -1;
    offsets[2 * i + 1] = took_part ? group.data() - text + static_cast<ptrdiff_t>(group.size()) : -1;
  }
  return true;
}
