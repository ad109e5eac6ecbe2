#include "render/block_views.h"

#include "blocks/registry.h"
#include "render/views/views.h"

namespace carnet {
namespace {

using MakeView = void (*)(Value&, const Node&, PageRenderer&);
struct SpecialView {
  const BlockSpec* block;
  MakeView make;
};
// Blocks whose templates need more than their content. A family has one view.
constexpr SpecialView kSpecialViews[] = {
    {&kApiMethod, view_api_method},
    {&kCodeTabs, view_code_tabs},
    {&kCodeTabsItem, view_code_tabs_item},
    {&kColumn, view_column},
    {&kColumns, view_columns},
    {&kContentRef, view_reference},
    {&kEmbed, view_embed},
    {&kFile, view_file},
    {&kHint, view_hint},
    {&kInclude, view_include},
    {&kOpenapi, view_openapi},
    {&kPageRef, view_reference},
    {&kPrompt, view_prompt},
    {&kStep, view_step},
    {&kSwagger, view_swagger},
    {&kTab, view_tab},
    {&kUpdate, view_update},
    {&kUpdates, view_updates},
};

}  // namespace

Value block_view(const Node& block, PageRenderer& renderer) {
  Value view = Value::object();
  for (const SpecialView& special : kSpecialViews) {
    if (special.block->name != block.block->name && special.block->name != block.block->family) {
      continue;
    }
    special.make(view, block, renderer);
    return view;
  }
  view_content(view, block, renderer);
  return view;
}

}  // namespace carnet
