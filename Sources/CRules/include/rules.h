#ifndef COMPARE_RULES_H
#define COMPARE_RULES_H

#include <stddef.h>

/// One file of `Rules/`, built into the binary so that it finds its rules from anywhere.
struct compare_rule_file {
  /// Path below `Rules/`, with `/`.
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

/// How many files are built in.
size_t compare_rule_file_count(void);

/// The file at `index`; `index` must be below the count.
struct compare_rule_file compare_rule_file_at(size_t index);

#endif
