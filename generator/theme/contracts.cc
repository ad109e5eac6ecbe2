#include "theme/contracts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace carnet {
namespace {

// One list of names, sorted, from several that share none.
template <std::size_t... Sizes>
constexpr auto join(const std::string_view (&... lists)[Sizes]) {
  std::array<std::string_view, (Sizes + ...)> joined;
  auto* end = joined.data();
  ((end = std::copy(std::begin(lists), std::end(lists), end)), ...);
  std::sort(joined.begin(), joined.end());
  return joined;
}

// Pages. What ends in `_html` is ready HTML, for {{{three braces}}}; the rest is
// text. `root` leads to the root of the site: "", "../", "../../".
constexpr std::string_view kPage[] = {
    "alternates_html",
    "author",
    "banner_html",
    "banner_style",
    "book_title",
    "breadcrumbs_html",
    "canonical_url",
    "content_html",
    "contents_html",
    "contents_url",
    "contributors",
    "cover_above_html",
    "cover_html",
    "csp",
    "description",
    "direction",
    "edit_url",
    "emoji",
    "favicon",
    "favicon_sizes",
    "favicon_type",
    "feed_url",
    "feedback_url",
    "footer_groups.links.icon_html",
    "footer_groups.links.title",
    "footer_groups.links.url",
    "footer_groups.title",
    "footer_html",
    "footer_links.icon_html",
    "footer_links.title",
    "footer_links.url",
    "has_actions",
    "has_breadcrumbs",
    "has_copy",
    "has_footer_groups",
    "has_footer_links",
    "has_links",
    "has_outline",
    "has_search",
    "has_toc",
    "head_html",
    "heading_html",
    "home_url",
    "icon_html",
    "language",
    "languages_html",
    "lede",
    "lede_html",
    "links.icon_html",
    "links.title",
    "links.url",
    "logo",
    "logo_dark",
    "next.icon_html",
    "next.title",
    "next.url",
    "outline_html",
    "page_title",
    "parts.css",
    "parts.js",
    "previous.icon_html",
    "previous.title",
    "previous.url",
    "robots",
    "root",
    "search_url",
    "sections_html",
    "sidebar_html",
    "social.card",
    "social.image_height",
    "social.image_url",
    "social.image_width",
    "social.locale",
    "social.type",
    "state.label",
    "state.src",
    "state.url",
    "tags_html",
    "theme_color.dark",
    "theme_color.light",
    "title",
    "title_visible",
    "toc_url",
    "touch_icon",
    "updated.date",
    "updated.label",
    "variants_html",
    "wide",
};
// The window of the search: of its language only, because pages everywhere share it.
constexpr std::string_view kSearchDialog[] = {"direction", "language"};
constexpr std::string_view kRedirect[] = {"canonical_url", "csp",    "language", "root",
                                          "start",         "target", "title"};

// Blocks. `body`, `caption`, `code`, `cover`, `img` and what ends in `_html` are ready HTML.
constexpr std::string_view kBrokenImage[] = {"alt"};
constexpr std::string_view kCard[] = {"body", "cover", "fit", "linked"};
constexpr std::string_view kCards[] = {"body", "row_label", "search", "size"};

// What an operation of an API is, what is told of it, and where a specification tells more.
constexpr std::string_view kOperation[] = {"method", "method_kind", "path_html", "wide"};
constexpr std::string_view kOperationDetails[] = {"description",
                                                  "groups.label",
                                                  "groups.parameters.about",
                                                  "groups.parameters.name",
                                                  "groups.parameters.required",
                                                  "groups.parameters.type",
                                                  "host",
                                                  "id",
                                                  "responses.body",
                                                  "responses.code",
                                                  "responses.is_open",
                                                  "responses.kind",
                                                  "responses.words",
                                                  "summary_html"};
constexpr std::string_view kSpecification[] = {"body",           "broken", "drawn", "name",
                                               "schemas.schema", "source", "url"};
constexpr std::string_view kSpecificationOrText[] = {"is_reference"};
constexpr auto kApiMethod = join(kOperation, kOperationDetails);
constexpr auto kOpenapi = join(kOperation, kSpecification);
constexpr auto kSwagger = join(kOperation, kOperationDetails, kSpecification, kSpecificationOrText);

constexpr std::string_view kColumn[] = {"body", "valign", "width"};
constexpr std::string_view kColumns[] = {"body", "count", "wide"};
constexpr std::string_view kCode[] = {"code",  "expandable", "language", "language_title",
                                      "lines", "title",      "wide",     "wrap"};
constexpr std::string_view kCodeTabs[] = {"body", "single"};
constexpr std::string_view kCodeTabsItem[] = {"body", "id", "single", "title"};
constexpr std::string_view kReference[] = {"broken", "description", "emoji", "external",
                                           "host",   "icon_html",   "title", "url"};
constexpr std::string_view kCover[] = {"img", "mask", "size", "y"};
constexpr std::string_view kEmbed[] = {"broken",   "caption",    "host",       "kind",
                                       "media",    "media_html", "player_url", "plays",
                                       "receiver", "title",      "url",        "wide"};
constexpr std::string_view kFigure[] = {"align", "caption", "frame", "id", "img", "wide"};
constexpr std::string_view kFile[] = {"broken",    "caption", "extension",  "host",
                                      "icon_html", "media",   "media_html", "name",
                                      "receiver",  "size",    "url"};
constexpr std::string_view kHint[] = {"body",        "danger",  "icon_html", "info",   "style",
                                      "style_label", "success", "titled",    "warning"};
constexpr std::string_view kInclude[] = {"path", "problem"};
constexpr std::string_view kPrompt[] = {"body", "description", "icon", "open"};
constexpr std::string_view kIntegration[] = {"attributes_html", "body", "name"};
constexpr std::string_view kMermaid[] = {"alt", "code", "title", "wide"};
constexpr std::string_view kRemoteImage[] = {"alt", "height", "host", "url", "width"};
constexpr std::string_view kBody[] = {"body"};
constexpr std::string_view kTab[] = {"body", "icon_html", "id", "title"};
constexpr std::string_view kStep[] = {"body", "title"};
constexpr std::string_view kTabs[] = {"body", "id", "wide"};

constexpr std::string_view kTagList[] = {"tags.color", "tags.icon_html", "tags.label", "tags.slug"};
constexpr std::string_view kUpdate[] = {"body", "date", "datetime", "id", "tags", "tags_html"};
constexpr std::string_view kUpdates[] = {
    "body",          "feed_url",     "filters.color", "filters.icon_html",
    "filters.label", "filters.slug", "has_bar",       "has_filters"};

constexpr TemplateContract kContracts[] = {
    {"404", kPage},
    {"blocks/api-method", kApiMethod},
    {"blocks/broken-image", kBrokenImage},
    {"blocks/card", kCard},
    {"blocks/cards", kCards},
    {"blocks/code", kCode},
    {"blocks/code-tabs", kCodeTabs},
    {"blocks/code-tabs-item", kCodeTabsItem},
    {"blocks/column", kColumn},
    {"blocks/columns", kColumns},
    {"blocks/content-ref", kReference},
    {"blocks/cover", kCover},
    {"blocks/embed", kEmbed},
    {"blocks/figure", kFigure},
    {"blocks/file", kFile},
    {"blocks/hint", kHint},
    {"blocks/include", kInclude},
    {"blocks/integration", kIntegration},
    {"blocks/mermaid", kMermaid},
    {"blocks/openapi", kOpenapi},
    {"blocks/page-ref", kReference},
    {"blocks/prompt", kPrompt},
    {"blocks/remote-image", kRemoteImage},
    {"blocks/step", kStep},
    {"blocks/stepper", kBody},
    {"blocks/swagger", kSwagger},
    {"blocks/tab", kTab},
    {"blocks/tabs", kTabs},
    {"blocks/update", kUpdate},
    {"blocks/updates", kUpdates},
    {"contents", kPage},
    {"languages", kPage},
    {"page", kPage},
    {"redirect", kRedirect},
    {"search", kPage},
    {"search-dialog", kSearchDialog},
    {"tag-list", kTagList},
};

constexpr std::string_view kRequiredTexts[] = {
    "api_all_of",
    "api_any",
    "api_any_of",
    "api_authorization",
    "api_callbacks",
    "api_constant",
    "api_contact",
    "api_count",
    "api_default",
    "api_dependent",
    "api_deprecated",
    "api_discriminator",
    "api_else",
    "api_example",
    "api_forms",
    "api_if",
    "api_item",
    "api_itself",
    "api_length",
    "api_license",
    "api_links",
    "api_multiple_of",
    "api_no_authorization",
    "api_no_others",
    "api_not",
    "api_one_of",
    "api_operations",
    "api_or",
    "api_others",
    "api_pattern",
    "api_properties",
    "api_read_only",
    "api_request",
    "api_reserved",
    "api_responses",
    "api_schemas",
    "api_scopes",
    "api_servers",
    "api_sunset",
    "api_terms",
    "api_then",
    "api_unique",
    "api_values",
    "api_write_only",
    "api_written",
    "broken_file",
    "broken_include",
    "broken_link",
    "card_row",
    "checkbox",
    "contents",
    "contributors",
    "contributors_more",
    "copy_age",
    "copy_current",
    "elsewhere",
    "embed_audio",
    "embed_code",
    "embed_design",
    "embed_document",
    "embed_form",
    "embed_map",
    "embed_page",
    "embed_presentation",
    "embed_table",
    "embed_video",
    "footnote_back",
    "footnotes",
    "hint_danger",
    "hint_info",
    "hint_success",
    "hint_warning",
    "home",
    "languages",
    "more_pages",
    "not_found",
    "parameters_body",
    "parameters_cookie",
    "parameters_form",
    "parameters_header",
    "parameters_path",
    "parameters_query",
    "prompt",
    "required",
    "search",
    "state",
    "subpages_of",
    "tab",
    "table",
};

}  // namespace

std::span<const TemplateContract> template_contracts() { return kContracts; }
std::span<const std::string_view> required_texts() { return kRequiredTexts; }

}  // namespace carnet
