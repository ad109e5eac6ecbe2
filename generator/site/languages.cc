#include "site/languages.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "config/language.h"
#include "markdown/locate.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

constexpr std::string_view kHowTo = "write it as `* [English](en/)`";

// What languages call themselves.
struct Endonym {
  std::string_view name;
  std::string_view code;
};
constexpr std::array<Endonym, 30> kEndonyms = {{
    {"العربية", "ar"},    {"Bahasa Indonesia", "id"},
    {"Català", "ca"},     {"Čeština", "cs"},
    {"Dansk", "da"},      {"Deutsch", "de"},
    {"English", "en"},    {"Español", "es"},
    {"Euskara", "eu"},    {"Français", "fr"},
    {"Galego", "gl"},     {"Italiano", "it"},
    {"Magyar", "hu"},     {"Nederlands", "nl"},
    {"Norsk", "no"},      {"Polski", "pl"},
    {"Português", "pt"},  {"Română", "ro"},
    {"Suomi", "fi"},      {"Svenska", "sv"},
    {"Tiếng Việt", "vi"}, {"Türkçe", "tr"},
    {"Ελληνικά", "el"},   {"Русский", "ru"},
    {"Українська", "uk"}, {"עברית", "he"},
    {"日本語", "ja"},     {"한국어", "ko"},
    {"简体中文", "zh"},   {"中文", "zh"},
}};

const Node* find_link(const Node& node) {
  for (const Node& child : node.children()) {
    if (child.kind == NodeKind::Link) return &child;
    if (child.kind == NodeKind::List) continue;
    if (const Node* found = find_link(child)) return found;
  }
  return nullptr;
}

class Reader {
 public:
  Reader(const Document& document, std::string_view text,
         const std::function<bool(std::string_view)>& has_folder, Diagnostics& diagnostics)
      : document_(document), text_(text), has_folder_(has_folder), diagnostics_(diagnostics) {}

  std::vector<LanguageFolder> read() {
    for (const Node& node : document_.root().children()) {
      if (node.kind == NodeKind::List) {
        for (const Node& item : node.children()) read_item(item);
      } else if (node.kind != NodeKind::Heading) {
        report(document_.span(node), "this is no entry of the list of languages",
               "write it on a page of one of the books");
      }
    }
    if (languages_.empty()) {
      report(document_.span(0, 0), "there is no language in this file",
             "write a list of folders: `* [English](en/)`");
    }
    return std::move(languages_);
  }

 private:
  void read_item(const Node& item) {
    const Node* node = find_link(item);
    if (node == nullptr) {
      return report(document_.span(item), "this entry has no link", std::string(kHowTo));
    }
    const Link& link = document_.links[node->number];
    const Span where = locate_link(document_, text_, link);
    const std::string_view destination = trim(link.destination);
    if (!scheme_of(destination).empty() || is_protocol_relative(destination)) {
      return report(where, fmt::format("`{}` is no folder beside this file", destination),
                    std::string(kHowTo));
    }
    std::string path = decode_percent(split_url(destination).path);
    if (is_readme(path)) path = folder_of(path);
    const std::optional<std::string> folder =
        resolve_path("", std::string_view(path).substr(path.starts_with('/') ? 1 : 0));
    if (!folder) {
      return report(where, fmt::format("`{}` leads out of the book", destination),
                    std::string(kHowTo));
    }
    if (folder->empty() || has_dot_segment(*folder)) {
      return report(where, "a language needs a folder of its own", std::string(kHowTo));
    }
    if (!has_folder_(*folder)) {
      return report(where, fmt::format("no folder `{}` with pages", *folder),
                    "write a path from the folder of this file");
    }
    for (const LanguageFolder& other : languages_) {
      if (is_inside(*folder, other.folder) || is_inside(other.folder, *folder)) {
        return report(where,
                      fmt::format("the folder `{}` belongs to {} already", *folder, other.name),
                      "give each language a folder of its own");
      }
    }
    if (languages_.size() == kMaxBooks) {
      diagnostics_.report(DiagnosticKind::LimitReached, where,
                          fmt::format("more than {} languages", kMaxBooks), "this one is left out");
      return;
    }
    const std::string name = to_plain_text(*node);
    languages_.push_back({name.empty() ? *folder : std::string(trim(name)), *folder});
  }

  void report(Span where, std::string message, std::string hint) {
    diagnostics_.report(DiagnosticKind::InvalidLanguages, where, std::move(message),
                        std::move(hint));
  }

  const Document& document_;
  std::string_view text_;
  const std::function<bool(std::string_view)>& has_folder_;
  Diagnostics& diagnostics_;
  std::vector<LanguageFolder> languages_;
};

// `pt_br` is written `pt-BR`, `zh-hans` is written `zh-Hans`. Empty if a folder is
// not called like that.
std::string code_of(std::string_view folder) {
  const std::string dashed = replace_all(to_lower(folder), "_", "-");
  std::string code;
  for (const std::string_view part : split(dashed, '-')) {
    const bool has_letters = std::all_of(part.begin(), part.end(), is_letter);
    if (code.empty()) {
      if (part.size() != 2 || !has_letters) return {};
      code = part;
      continue;
    }
    if (!has_letters || (part.size() != 2 && part.size() != 4)) return {};
    code += '-';
    for (std::size_t i = 0; i < part.size(); ++i) {
      const bool is_capital = part.size() == 2 || i == 0;
      code += is_capital ? static_cast<char>(part[i] - 'a' + 'A') : part[i];
    }
  }
  return code;
}

}  // namespace

std::vector<LanguageFolder> read_languages(
    const Document& document, std::string_view text,
    const std::function<bool(std::string_view folder)>& has_folder, Diagnostics& diagnostics) {
  return Reader(document, text, has_folder, diagnostics).read();
}

std::string language_of(const LanguageFolder& language) {
  std::string code = code_of(file_name_of(language.folder));
  if (!code.empty()) return code;
  const std::string name = fold(language.name);
  for (const Endonym& endonym : kEndonyms) {
    if (name == fold(endonym.name)) return std::string(endonym.code);
  }
  return {};
}

std::string_view name_of_language(std::string_view code) {
  const std::string_view main = main_language(code);
  const auto found = std::find_if(kEndonyms.begin(), kEndonyms.end(),
                                  [&](const Endonym& endonym) { return endonym.code == main; });
  return found == kEndonyms.end() ? code : found->name;
}

}  // namespace carnet
