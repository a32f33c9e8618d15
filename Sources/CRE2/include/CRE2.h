#ifndef TERRANE_CRE2_H
#define TERRANE_CRE2_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled RE2 pattern.
typedef struct cre2_pattern cre2_pattern;

/// Compiles `length` bytes of UTF-8. Never NULL; ask `cre2_error` whether it can be used.
cre2_pattern *cre2_compile(const char *pattern, size_t length);

/// Releases a compiled pattern.
void cre2_free(cre2_pattern *pattern);

/// The compiler's message, or NULL when the pattern compiled. Lives as long as the pattern.
const char *cre2_error(const cre2_pattern *pattern);

/// The part of the pattern at fault, or an empty string. Lives as long as the pattern.
const char *cre2_error_argument(const cre2_pattern *pattern);

/// How many capturing groups the pattern has, the whole match not counted.
int cre2_group_count(const cre2_pattern *pattern);

/// The name of group `index` (from 1), or NULL when it has none. Lives as long as the pattern.
const char *cre2_group_name(const cre2_pattern *pattern, int index);

/// Searches `text` from byte `start`. Writes, for each of the `count` first groups (0 is the whole match), the byte offsets of its
/// start and end, or -1 and -1 for a group that took no part. False when nothing matches.
bool cre2_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, ptrdiff_t *offsets, int count);

#ifdef __cplusplus
}
#endif
#endif
