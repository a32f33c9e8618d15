#ifndef TERRANE_CLIBXML2_H
#define TERRANE_CLIBXML2_H

#include <stddef.h>

/* A thin layer over the text writer of libxml2 (xmlTextWriter), which is loaded when the first document is begun: programs that write
   no XML neither need the library nor pay for loading it. All text is UTF-8 that XML can hold, ended by a zero byte. */

typedef struct terrane_xml_document terrane_xml_document;

/* A new document in memory, indented by two spaces; NULL when there is no libxml2 or no memory. */
terrane_xml_document *terrane_xml_open(void);

/* Each gives 1 when it was done, else 0. */
int terrane_xml_start_element(terrane_xml_document *document, const char *name);
int terrane_xml_attribute(terrane_xml_document *document, const char *name, const char *value);
int terrane_xml_text(terrane_xml_document *document, const char *text);
int terrane_xml_end_element(terrane_xml_document *document);

/* Ends the document. The text lives as long as the document; NULL when it could not be ended. */
const unsigned char *terrane_xml_finish(terrane_xml_document *document, size_t *length);

void terrane_xml_close(terrane_xml_document *document);

#endif
