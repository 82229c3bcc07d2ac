#include <libxml/xmlversion.h>
// Where libxml2 is built with ICU, its headers include ICU's, which clash with the copy inside
// Foundation. Only two fields of a struct that is not used here depend on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

/// `xmlFree` is a global variable that holds a function; Swift does not let it be read.
static inline void compare_xml_free(void *memory) { xmlFree(memory); }
