#include "rules.h"

// files.inc is written by Sources/CRules/index.sh (`make rules-index`): first the bytes of every file
// under Rules/, by #embed, then the table. A test fails when it is stale.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "files.inc"

size_t compare_rule_file_count(void) { return sizeof files / sizeof files[0]; }

struct compare_rule_file compare_rule_file_at(size_t index) { return files[index]; }
