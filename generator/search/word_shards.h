// The words of an index in files of which a question needs one or two.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "search/vocabulary.h"

namespace carnet {

struct WordShards {
  std::vector<OutputFile> files;  // words-N.js, and more-N.js for postings that are too many.
  std::string first_keys;         // Of each words-N.js, with spaces between them.
};

// A words-N.js is one text of records, by their keys. A record is
//   shared * 6 + kind, of the key before  (numbers: see numbers.h)
//   the rest of its key, counted
//   what the kind says:
// * 0, a word, by its folded form; the key is the word itself. Then its stem: how many letters
//   of the folded word's end are cut off for it, or 40 + how many stems stand there, counted.
//   Then the number of its postings, and the postings: each the distance from the section before,
//   less one, times kWordLevels, plus the level.
// * 1, the same of a word with many: after their number that of those that follow, which have the
//   highest levels, the first more-N.js of the others, and how many files they are in.
// * 2, a stem: the number of its words, and each of them as how many letters it shares with the
//   stem, and the rest, counted. There is none for a stem whose words are all among at most 24
//   that begin with it.
// * 3, letters that more than 24 words begin with: in the same way, those that say most.
// * 4, one or two letters of this kind: number of postings, and the best postings of all of them.
// * 5, a word with one posting, whose number is left out.
// A more-N.js is a text of: word, counted; number of postings; postings.
WordShards make_word_shards(std::string_view folder, const std::vector<IndexedWord>& words,
                            unsigned jobs);

}  // namespace carnet
