#include "indexer/generations/term_place_table.h"

#include "indexer/remote/metadata_pieces.h"
#include "indexer/schema.h"

namespace answers {

void write_term_places(const std::map<std::string, TermPlace>& places,
                       Xapian::WritableDatabase& head) {
  write_pieces(TermPlaces::pack(places), schema::term_places_key, head);
}

TermPlaces read_term_places(const Xapian::Database& head) {
  return TermPlaces(read_pieces(head, schema::term_places_key));
}

}  // namespace answers
