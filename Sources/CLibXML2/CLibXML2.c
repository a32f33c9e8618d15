#include "CLibXML2.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

typedef void *buffer_type;
typedef void *writer_type;

/* The functions of libxml/xmlwriter.h and libxml/tree.h that are used; their signatures have been the same since libxml2 2.6. */
static struct {
  buffer_type (*buffer_create)(void);
  void (*buffer_free)(buffer_type);
  const unsigned char *(*buffer_content)(buffer_type);
  int (*buffer_length)(buffer_type);
  writer_type (*new_writer)(buffer_type, int);
  void (*free_writer)(writer_type);
  int (*set_indent)(writer_type, int);
  int (*set_indent_string)(writer_type, const unsigned char *);
  int (*start_document)(writer_type, const char *, const char *, const char *);
  int (*end_document)(writer_type);
  int (*start_element)(writer_type, const unsigned char *);
  int (*end_element)(writer_type);
  int (*write_attribute)(writer_type, const unsigned char *, const unsigned char *);
  int (*write_string)(writer_type, const unsigned char *);
} library;
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
#ifdef __APPLE__
  static const char *const names[] = {"/usr/lib/libxml2.2.dylib", "libxml2.dylib"};
#else
  static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", "libxml2.so"};
#endif
  void *handle = NULL;
  for (size_t i = 0; handle == NULL && i < sizeof names / sizeof names[0]; i++) handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  const struct {
    void **function;
    const char *name;
  } symbols[] = {
      {(void **)&library.buffer_create, "xmlBufferCreate"},
      {(void **)&library.buffer_free, "xmlBufferFree"},
      {(void **)&library.buffer_content, "xmlBufferContent"},
      {(void **)&library.buffer_length, "xmlBufferLength"},
      {(void **)&library.new_writer, "xmlNewTextWriterMemory"},
      {(void **)&library.free_writer, "xmlFreeTextWriter"},
      {(void **)&library.set_indent, "xmlTextWriterSetIndent"},
      {(void **)&library.set_indent_string, "xmlTextWriterSetIndentString"},
      {(void **)&library.start_document, "xmlTextWriterStartDocument"},
      {(void **)&library.end_document, "xmlTextWriterEndDocument"},
      {(void **)&library.start_element, "xmlTextWriterStartElement"},
      {(void **)&library.end_element, "xmlTextWriterEndElement"},
      {(void **)&library.write_attribute, "xmlTextWriterWriteAttribute"},
      {(void **)&library.write_string, "xmlTextWriterWriteString"},
  };
  for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
    *symbols[i].function = dlsym(handle, symbols[i].name);
    if (*symbols[i].function == NULL) return;
  }
  is_loaded = 1;
}

struct terrane_xml_document {
  buffer_type buffer;
  writer_type writer;
};

terrane_xml_document *terrane_xml_open(void) {
  pthread_once(&once, load);
  if (!is_loaded) return NULL;
  terrane_xml_document *document = calloc(1, sizeof *document);
  if (document == NULL) return NULL;
  document->buffer = library.buffer_create();
  if (document->buffer != NULL) document->writer = library.new_writer(document->buffer, 0);
  if (document->writer == NULL || library.set_indent(document->writer, 1) < 0 ||
      library.set_indent_string(document->writer, (const unsigned char *)"  ") < 0 ||
      library.start_document(document->writer, "1.0", "UTF-8", NULL) < 0) {
    terrane_xml_close(document);
    return NULL;
  }
  return document;
}

int terrane_xml_start_element(terrane_xml_document *document, const char *name) {
  return library.start_element(document->writer, (const unsigned char *)name) >= 0;
}

int terrane_xml_attribute(terrane_xml_document *document, const char *name, const char *value) {
  return library.write_attribute(document->writer, (const unsigned char *)name, (const unsigned char *)value) >= 0;
}

int terrane_xml_text(terrane_xml_document *document, const char *text) {
  return library.write_string(document->writer, (const unsigned char *)text) >= 0;
}

int terrane_xml_end_element(terrane_xml_document *document) { return library.end_element(document->writer) >= 0; }

const unsigned char *terrane_xml_finish(terrane_xml_document *document, size_t *length) {
  if (library.end_document(document->writer) < 0) return NULL;
  /* What is still on its way reaches the buffer when the writer goes. */
  library.free_writer(document->writer);
  document->writer = NULL;
  int count = library.buffer_length(document->buffer);
  if (count < 0) return NULL;
  *length = (size_t)count;
  return library.buffer_content(document->buffer);
}

void terrane_xml_close(terrane_xml_document *document) {
  if (document->writer != NULL) library.free_writer(document->writer);
  if (document->buffer != NULL) library.buffer_free(document->buffer);
  free(document);
}
