#pragma once

#include "corpus/record.h"
#include "indexer/postings.h"

#include <xapian.h>

#include <string>
#include <string_view>

namespace answers {

/// A record as the document of the index: postings, filter terms, value slots, and the whole record
/// as the document's data. read_record(make_document(r).get_data()) equals r.
Xapian::Document make_document(const Record& record, PostingMaker& postings);

/// Record <-> bytes. read_record throws std::runtime_error on bytes that write_record did not make.
std::string write_record(const Record& record);
Record read_record(std::string_view data);

}  // namespace answers
