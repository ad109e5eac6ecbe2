// What is indented with its tags:
//
//     {% tabs %}
//         {% tab title="A" %}
//             Words, and no code.
//
// The first line below such a tag says how far, and all lines of the block are read without that.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "blocks/block.h"
#include "markdown/feed/open_place.h"

namespace carnet {

// The blocks that are open, as far as is known before tags are folded.
class IndentedBlocks {
 public:
  IndentedBlocks(std::string_view text, const OpenPlace& place) : text_(text), place_(place) {}

  // To be called when the tag at `offset` was fed.
  void note_tag(std::size_t offset);

  // True if lines may have to be cut. Nearly always false.
  bool may_dedent() const {
    return !open_.empty() && open_.back().is_indented && !place_.is_html_table();
  }

  // How much of a line is not to be fed. All before it must have been.
  std::size_t dedent(std::string_view line);
  // The same for one with tags.
  std::size_t dedent_tags(std::string_view line);

 private:
  struct OpenBlock {
    const BlockSpec* block;
    bool is_indented;                           // Its tag, at the margin of the page.
    std::optional<std::string_view> body = {};  // What its lines begin with, and need not.
  };

  bool is_part_of_group(std::string_view line) const;

  std::string_view text_;
  const OpenPlace& place_;
  std::vector<OpenBlock> open_;
  std::size_t literal_dedent_ = 0;  // What was cut from the line that may have opened a fence.
};

}  // namespace carnet
