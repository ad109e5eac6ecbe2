#include "render/feed.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/html_escape.h"
#include "base/text.h"
#include "render/date_text.h"
#include "render/feed_renderer.h"
#include "render/page_view.h"

namespace carnet {
namespace {

// News readers ask again and again, and want what is new; the page has the rest.
constexpr std::size_t kMaxEntries = 50;

struct Entry {
  const Update* update;
  Date date;
};

// Escaped, and without what XML 1.0 has no way to write.
std::string escape_xml(std::string_view text) {
  std::string allowed;
  allowed.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    const bool is_allowed = (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && c != 0xFFFE &&
                            c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF);
    if (is_allowed) allowed.append(text, begin, i - begin);
  }
  return escape_html(allowed);
}

class Writer {
 public:
  explicit Writer(const PageContext& context)
      : context_(context), address_(web_address(context.site, context.page.permalink)) {}

  std::string write(const std::vector<Entry>& entries) {
    const Site& site = context_.site;
    const Page& page = context_.page;
    const Book& book = *page.book;
    xml_ =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
        escape_xml(context_.language) + "\">\n";
    add("id", address_);
    add("title", title_in_book(page.title, book));
    if (!page.description.empty()) add("subtitle", page.description);
    add_link("alternate", "text/html", address_);
    add_link("self", "application/atom+xml", web_address(site, page.feed_permalink));
    add("updated", to_timestamp(entries.front().date));
    const std::string& author = book.config.author.value;
    xml_ += "<author><name>" + escape_xml(author.empty() ? book.title : author) +
            "</name></author>\n<generator>carnet</generator>\n";
    for (const Entry& entry : entries) add_entry(entry);
    return std::move(xml_) + "</feed>\n";
  }

 private:
  void add(std::string_view name, std::string_view text) {
    xml_.append("<").append(name).append(">").append(escape_xml(text));
    xml_.append("</").append(name).append(">\n");
  }

  void add_link(std::string_view relation, std::string_view type, std::string_view url) {
    xml_.append("<link rel=\"").append(relation).append("\" type=\"").append(type);
    xml_.append("\" href=\"").append(escape_xml(url)).append("\"/>\n");
  }

  void add_entry(const Entry& entry) {
    const Node& update = *entry.update->node;
    const Node* heading = entry.update->heading;
    std::string title;
    if (heading != nullptr) title = context_.page.document->headings[heading->number].text;
    if (heading == nullptr) title = date_text(entry.date, DateFormat::Full, context_.language);
    const std::string address = address_ + "#" + context_.page.anchors[entry.update->anchor].id;
    xml_ += "<entry>\n";
    add("id", address);
    add("title", title);
    add_link("alternate", "text/html", address);
    add("published", to_timestamp(entry.date));
    add("updated", to_timestamp(entry.date));
    for (std::string_view slug : split_list(attribute_value(update, "tags"))) {
      const TagSetting* tag = context_.page.book->config.find_tag(slug);
      xml_ += "<category term=\"" + escape_xml(slug) + "\"";
      if (tag != nullptr) xml_ += " label=\"" + escape_xml(tag->label) + "\"";
      xml_ += "/>\n";
    }
    std::string html;
    FeedRenderer renderer(context_, html);
    for (const Node& child : update.children()) {
      if (&child != heading) renderer.render(child);
    }
    xml_ += "<content type=\"html\">" + escape_xml(html) + "</content>\n</entry>\n";
  }

  const PageContext& context_;
  std::string address_;
  std::string xml_;
};

}  // namespace

std::string feed_xml(const PageContext& context) {
  std::vector<Entry> entries;
  for (const Update& update : context.page.document->updates) {
    if (const std::optional<Date> date = parse_date(attribute_value(*update.node, "date"))) {
      entries.push_back({&update, *date});
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return to_seconds(a.date) > to_seconds(b.date);
  });
  entries.resize(std::min(entries.size(), kMaxEntries), {nullptr, {}});
  return Writer(context).write(entries);
}

}  // namespace carnet
