#include "report.h"

// script.inc and hashes.inc are written by Sources/CReport/index.sh. A test fails when they are
// stale.
#pragma clang diagnostic ignored "-Wc23-extensions"
#include "hashes.inc"

static const unsigned char template[] = {
#embed "assets/page.html"
};

static const unsigned char style[] = {
#embed "assets/page.css"
};

static const unsigned char script[] = {
#include "script.inc"
};

struct compare_report_part compare_report_template(void) {
  return (struct compare_report_part){template, sizeof template, NULL};
}

struct compare_report_part compare_report_style(void) {
  return (struct compare_report_part){style, sizeof style, style_hash};
}

struct compare_report_part compare_report_script(void) {
  return (struct compare_report_part){script, sizeof script, script_hash};
}
