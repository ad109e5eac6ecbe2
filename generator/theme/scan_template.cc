#include "theme/scan_template.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/nearest.h"
#include "base/text.h"

namespace carnet {
namespace {

// Partials that include partials multiply; no real page shell is near these.
constexpr std::size_t kMaxTemplateBytes = 1u << 20;
constexpr std::size_t kMaxTags = 10'000;

struct Tag {
  enum class Kind { Variable, RawVariable, Section, InvertedSection, SectionEnd, Partial, Comment };

  Kind kind = Kind::Variable;
  std::string_view name;
  Span where;  // With its braces.
};

constexpr std::string_view sigil(Tag::Kind kind) {
  switch (kind) {
    case Tag::Kind::RawVariable: return "&";
    case Tag::Kind::Section: return "#";
    case Tag::Kind::InvertedSection: return "^";
    case Tag::Kind::SectionEnd: return "/";
    default: return "";
  }
}

std::string quoted(std::string_view name) { return "`" + std::string(name) + "`"; }

// Whether a tag that prints nothing by itself is all that its line holds.
bool stands_alone(const Tag& tag, std::string_view text) {
  if (tag.kind == Tag::Kind::Variable || tag.kind == Tag::Kind::RawVariable) return false;
  const std::size_t before = text.substr(0, tag.where.begin).find_last_not_of(" \t");
  const std::size_t after = text.find_first_not_of(" \t", tag.where.end);
  return (before == std::string_view::npos || text[before] == '\n') &&
         (after == std::string_view::npos || text[after] == '\n');
}

class Scanner {
 public:
  Scanner(const Partials& partials, const TemplateNames& names, const Sources& sources,
          Diagnostics& diagnostics)
      : partials_(partials), names_(names), sources_(sources), diagnostics_(diagnostics) {}

  void scan(SourceId source) {
    const std::string_view text = sources_.text(source);
    const std::size_t outer_sections = sections_.size();
    files_.push_back(source);
    result_.files.push_back(source);
    std::size_t at = 0;
    for (std::size_t open; (open = text.find("{{", at)) != std::string_view::npos;) {
      result_.text += text.substr(at, open - at);
      const std::optional<Tag> tag = read_tag(source, open);
      if (!tag) {
        at = text.size();
        break;
      }
      at = tag->where.end;
      const bool alone = stands_alone(*tag, text);
      if (alone) {
        // Nothing of the line is printed.
        const std::size_t blanks =
            open - (text.substr(0, open).find_last_not_of(" \t") + 1);  // npos + 1 is 0.
        result_.text.resize(result_.text.size() - blanks);
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
      }
      take(*tag, outer_sections);
      if (tag->kind == Tag::Kind::Partial && !alone && result_.text.ends_with('\n')) {
        // In the middle of a line the end of a partial ends no line.
        result_.text.pop_back();
      }
      if (++tags_ > kMaxTags || result_.text.size() > kMaxTemplateBytes) {
        if (result_.valid) fail(tag->where, "the template is too large with its partials");
        sections_.resize(outer_sections);
        files_.pop_back();
        return;
      }
    }
    result_.text += text.substr(std::min(at, text.size()));
    for (std::size_t i = outer_sections; i < sections_.size(); ++i) {
      fail(sections_[i].where, "section " + quoted(sections_[i].name) + " is never closed",
           "close it with `{{/" + std::string(sections_[i].name) + "}}` in the same file");
    }
    sections_.resize(outer_sections);
    files_.pop_back();
  }

  ScannedTemplate take_result() { return std::move(result_); }

 private:
  struct Section {
    std::string_view name;  // As it is written.
    std::string full_name;  // As it is declared.
    Span where;
  };

  // The tag that begins at `open`; nothing, and a diagnostic, if it has no end.
  std::optional<Tag> read_tag(SourceId source, std::size_t open) {
    const std::string_view text = sources_.text(source);
    const bool triple = text.substr(open).starts_with("{{{");
    const std::string_view end_mark = triple ? "}}}" : "}}";
    const std::size_t begin = open + end_mark.size();
    const std::size_t end = text.find(end_mark, begin);
    const auto span = [&](std::size_t to) {
      return Span{source, static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(to)};
    };
    if (end == std::string_view::npos) {
      fail(span(begin), "the tag is never closed", "close it with `" + std::string(end_mark) + "`");
      return std::nullopt;
    }
    Tag tag;
    tag.where = span(end + end_mark.size());
    std::string_view content = trim(text.substr(begin, end - begin));
    if (triple) {
      tag.kind = Tag::Kind::RawVariable;
    } else if (!content.empty()) {
      switch (content.front()) {
        case '&': tag.kind = Tag::Kind::RawVariable; break;
        case '#': tag.kind = Tag::Kind::Section; break;
        case '^': tag.kind = Tag::Kind::InvertedSection; break;
        case '/': tag.kind = Tag::Kind::SectionEnd; break;
        case '>': tag.kind = Tag::Kind::Partial; break;
        case '!': tag.kind = Tag::Kind::Comment; break;
        default: break;
      }
      if (tag.kind != Tag::Kind::Variable) content = trim(content.substr(1));
    }
    tag.name = content;
    return tag;
  }

  void take(const Tag& tag, std::size_t outer_sections) {
    switch (tag.kind) {
      case Tag::Kind::Comment: return;
      case Tag::Kind::Partial: return include(tag);
      case Tag::Kind::SectionEnd:
        if (sections_.size() == outer_sections) {
          return fail(tag.where, "section " + quoted(tag.name) + " is not open here");
        }
        if (sections_.back().name != tag.name) {
          return fail(tag.where, "section " + quoted(tag.name) + " is not open here",
                      "the section to close is " + quoted(sections_.back().name));
        }
        sections_.pop_back();
        break;
      default: {
        std::optional<std::string> full_name = resolve(tag.name);
        if (!full_name) {
          fail(tag.where, "no name " + quoted(tag.name) + " for this template",
               did_you_mean(find_nearest(tag.name, names_)));
          full_name = std::string(tag.name);
        }
        if (tag.kind == Tag::Kind::Section || tag.kind == Tag::Kind::InvertedSection) {
          sections_.push_back({tag.name, std::move(*full_name), tag.where});
        }
      }
    }
    result_.text.append("{{").append(sigil(tag.kind)).append(tag.name).append("}}");
  }

  void include(const Tag& tag) {
    const auto partial = partials_.find(tag.name);
    if (partial == partials_.end()) {
      std::vector<std::string_view> known;
      for (const auto& [name, source] : partials_) known.push_back(name);
      return fail(tag.where, "no partial " + quoted(tag.name),
                  did_you_mean(find_nearest(tag.name, known)));
    }
    if (std::ranges::find(files_, partial->second) != files_.end()) {
      return fail(tag.where, "partial " + quoted(tag.name) + " includes itself");
    }
    scan(partial->second);
  }

  // The name as it is declared: of the innermost section that has it.
  std::optional<std::string> resolve(std::string_view name) const {
    for (auto section = sections_.rbegin(); section != sections_.rend(); ++section) {
      std::string candidate = section->full_name + "." + std::string(name);
      if (is_declared(candidate)) return candidate;
    }
    if (is_declared(name)) return std::string(name);
    return std::nullopt;
  }

  bool is_declared(std::string_view name) const {
    return std::ranges::any_of(names_, [&](std::string_view declared) {
      return declared.starts_with(name) &&
             (declared.size() == name.size() || declared[name.size()] == '.');
    });
  }

  void fail(Span where, std::string message, std::string hint = {}) {
    diagnostics_.report(DiagnosticKind::InvalidTheme, where, std::move(message), std::move(hint));
    result_.valid = false;
  }

  const Partials& partials_;
  const TemplateNames& names_;
  const Sources& sources_;
  Diagnostics& diagnostics_;
  ScannedTemplate result_;
  std::size_t tags_ = 0;           // So far.
  std::vector<Section> sections_;  // Open ones, of all files.
  std::vector<SourceId> files_;    // Which one includes which.
};

}  // namespace

ScannedTemplate scan_template(SourceId source, const Partials& partials, const TemplateNames& names,
                              const Sources& sources, Diagnostics& diagnostics) {
  Scanner scanner(partials, names, sources, diagnostics);
  scanner.scan(source);
  return scanner.take_result();
}

}  // namespace carnet
