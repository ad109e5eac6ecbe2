// Which space of GitBook is which book of the site: by `spaces` of carnet.yaml, else by what the
// links to it say themselves.

#pragma once

#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// Fills site.spaces. `summaries` are those of site.books; null where there is none.
//
// Where carnet.yaml does not name a space, it is taken to be a book if the links to it leave no
// doubt: at least three of its pages, or two if only that book itself links to it, are in this book
// and in no other; they are half of all that is linked to, and there are ten of them for each that
// only another book has. A space of which no page is linked to is known by a link that has the
// title of one space of docs.yaml only. That is a `deduced-space` notice; a space that stays
// unknown is an `unknown-space` notice, each at its first link. Requires pages, redirects and the
// index.
void find_known_spaces(Site& site, const std::vector<const Document*>& summaries,
                       const Sources& texts, Diagnostics& diagnostics);

}  // namespace carnet
