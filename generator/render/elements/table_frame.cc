#include "render/elements/table_frame.h"

#include <string>

#include "base/text.h"

namespace carnet {
namespace {

// More columns than that hold hardly a word of each line on a phone.
constexpr std::size_t kNarrowColumns = 3;
// Four fit beside the margin of the text.
constexpr std::size_t kTextColumns = 4;

}  // namespace

void open_table(const TableFrame& frame, PageRenderer& renderer) {
  renderer.line();
  const bool is_wide = frame.width == TableFrame::Width::Page ||
                       (frame.width == TableFrame::Width::Fitting && frame.columns > kTextColumns);
  renderer.note_drawn("table");
  renderer.out() += is_wide ? "<div class=\"table wide\"" : "<div class=\"table\"";
  if (frame.has_sticky_header) renderer.out() += " data-header-sticky";
  if (frame.has_sticky_column) renderer.out() += " data-first-column-sticky";
  if (frame.has_filter) renderer.out() += " data-search";
  const std::string number = std::to_string(renderer.count_table());
  if (frame.columns > kNarrowColumns || frame.cannot_wrap || !frame.fits_phone ||
      frame.has_sticky_header) {
    renderer.out() += " tabindex=\"0\" role=\"region\"";
    renderer.attribute("aria-label", replace_all(std::string(renderer.context().word("table")),
                                                 "{number}", number));
  }
  renderer.out() += "><table>\n";
}

void close_table(PageRenderer& renderer) { renderer.out() += "</table></div>\n"; }

}  // namespace carnet
