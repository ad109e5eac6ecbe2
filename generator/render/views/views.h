// What the templates of the blocks are given. A view that needs more than the block's
// content is a file beside this one, a line below and a line in block_views.cc.

#pragma once

#include "base/value.h"
#include "render/page_renderer.h"

namespace carnet {

// Each sets the fields of `view` that the contract of its template names
// (theme/contracts.cc). Texts are plain; `body` and `caption` are ready HTML.
void view_api_method(Value& view, const Node& block, PageRenderer& renderer);
void view_column(Value& view, const Node& block, PageRenderer& renderer);
void view_columns(Value& view, const Node& block, PageRenderer& renderer);
void view_content(Value& view, const Node& block, PageRenderer& renderer);  // All others.
void view_code_tabs(Value& view, const Node& block, PageRenderer& renderer);
void view_code_tabs_item(Value& view, const Node& block, PageRenderer& renderer);
void view_embed(Value& view, const Node& block, PageRenderer& renderer);
void view_file(Value& view, const Node& block, PageRenderer& renderer);
void view_hint(Value& view, const Node& block, PageRenderer& renderer);
void view_openapi(Value& view, const Node& block, PageRenderer& renderer);
void view_include(Value& view, const Node& block, PageRenderer& renderer);
void view_prompt(Value& view, const Node& block, PageRenderer& renderer);
void view_reference(Value& view, const Node& block, PageRenderer& renderer);
void view_step(Value& view, const Node& block, PageRenderer& renderer);
void view_swagger(Value& view, const Node& block, PageRenderer& renderer);
void view_tab(Value& view, const Node& block, PageRenderer& renderer);
void view_update(Value& view, const Node& block, PageRenderer& renderer);
void view_updates(Value& view, const Node& block, PageRenderer& renderer);

}  // namespace carnet
