#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "render/views/views.h"

namespace carnet {
namespace {

// They make a row, as in GitBook.
constexpr unsigned kRowSlices = 12;

// "33.33333%" -> 4; 0 if it is no part of a whole.
unsigned to_slices(std::string_view width) {
  width = trim(width);
  if (width.ends_with('%')) width.remove_suffix(1);
  double percent = 0;
  const auto [end, error] = std::from_chars(width.data(), width.data() + width.size(), percent);
  const bool is_number = error == std::errc() && end == width.data() + width.size();
  if (!is_number || !(percent > 0 && percent <= 100)) return 0;
  return std::max(1U, static_cast<unsigned>(std::lround(percent / 100 * kRowSlices)));
}

// The slices of each column: what its `width` says; of what that leaves, the others have
// equal parts. Empty if no column says anything: then all are alike.
std::vector<unsigned> slices_of(const Node& columns) {
  std::vector<unsigned> slices;
  unsigned taken = 0;
  unsigned silent = 0;
  for (const Node& column : columns.children()) {
    slices.push_back(to_slices(attribute_value(column, "width")));
    taken += slices.back();
    silent += slices.back() == 0 ? 1 : 0;
  }
  if (silent == slices.size()) return {};
  // Where nothing is left, they share a row of their own.
  unsigned left = kRowSlices - taken % kRowSlices;
  for (unsigned& part : slices) {
    if (part != 0) continue;
    part = std::max(1U, left / silent);
    left -= std::min(left, part);
    --silent;
  }
  return slices;
}

// How many columns stand in the row that has the most of them.
std::size_t count_in_row(const std::vector<unsigned>& slices) {
  std::size_t most = 0;
  std::size_t here = 0;
  unsigned filled = 0;
  for (const unsigned part : slices) {
    if (filled + part > kRowSlices) filled = here = 0;
    filled += part;
    most = std::max(most, ++here);
  }
  return most;
}

}  // namespace

void view_columns(Value& view, const Node& block, PageRenderer& renderer) {
  const std::vector<unsigned> slices = slices_of(block);
  std::string body;
  std::swap(body, renderer.out());
  std::size_t count = 0;
  for (const Node& column : block.children()) {
    Value part = Value::object();
    if (!slices.empty()) part.set("width", std::to_string(slices[count]));
    view_column(part, column, renderer);
    renderer.render_template("blocks/column", part);
    ++count;
  }
  std::swap(body, renderer.out());
  if (body.ends_with('\n')) body.pop_back();
  if (!slices.empty()) count = count_in_row(slices);
  // The measure of a text has room for two.
  const bool is_top = block.parent->kind == NodeKind::Document;
  view.set("wide", attribute_value(block, "fullWidth") == "true" || (is_top && count > 2));
  view.set("count", std::to_string(std::min<std::size_t>(count, kRowSlices)));
  view.set("body", body);
}

void view_column(Value& view, const Node& block, PageRenderer& renderer) {
  const std::string_view place = attribute_value(block, "valign");
  if (place != "top") view.set("valign", place);
  view.set("body", renderer.render_apart(block));
}

}  // namespace carnet
