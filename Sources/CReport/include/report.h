#ifndef COMPARE_REPORT_H
#define COMPARE_REPORT_H

#include <stddef.h>

/// One part of the HTML report's page, built into the binary.
struct compare_report_part {
  const unsigned char *bytes;
  size_t count;
  /// What a Content-Security-Policy calls it; null for the template.
  const char *hash;
};

/// The page with its `{{placeholders}}`.
struct compare_report_part compare_report_template(void);

/// The style sheet.
struct compare_report_part compare_report_style(void);

/// All scripts, one after the other.
struct compare_report_part compare_report_script(void);

#endif
