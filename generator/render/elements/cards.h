// A table that GitBook shows as cards: `<table data-view="cards">`.

#pragma once

#include "render/page_renderer.h"

namespace carnet {

// Appends a card for each row. The first row of a table without a header is a card, too.
void draw_cards(const Node& table, PageRenderer& renderer);

}  // namespace carnet
